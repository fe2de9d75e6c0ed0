import ArgumentParser
import Postil

/// Prints the schema of records.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the schema of records for other programs.",
        discussion: """
            EXAMPLE
              postil schema --format spark-ddl
            """
    )

    @Option(help: "json-schema, spark-ddl or arrow.")
    var format = SchemaFormat.jsonSchema

    @Option(help: "The order in which the records come out: those in any order have the field seq.")
    var order = RecordOrder.input

    func run() { print(format.text(withSequence: order == .any)) }
}

extension SchemaFormat: ExpressibleByArgument {}
