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

    func run() { print(format.text) }
}

extension SchemaFormat: ExpressibleByArgument {}
