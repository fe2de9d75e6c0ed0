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

    func run() { print(format.text) }
}

extension SchemaFormat: ExpressibleByArgument {}
