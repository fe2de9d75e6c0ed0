import ArgumentParser
import Postil

/// Prints the schema of records.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the schema of records for other programs.",
        discussion: """
            The schema for Spark is for from_json, that for Arrow is the JSON form of a schema, that for DuckDB the \
            columns of read_json.

            EXAMPLE
              postil schema --format spark-ddl
              duckdb -c "SELECT id, len(dates) FROM read_json('out.jsonl', columns = $(postil schema --format duckdb))"
            """
    )

    @Option(help: "json-schema, spark-ddl, arrow or duckdb.")
    var format = SchemaFormat.jsonSchema

    @Option(help: "The order in which the records come out: those in any order have the field seq.")
    var order = RecordOrder.input

    func run() { print(format.text(withSequence: order == .any)) }
}

extension SchemaFormat: ExpressibleByArgument {}
