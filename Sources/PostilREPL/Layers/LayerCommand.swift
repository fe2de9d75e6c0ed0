/// A command that a layer adds to the session: help, completion and abbreviation come with it.
///
/// ## Example
///
/// ```swift
/// LayerCommand(
///     name: "speakers",
///     summary: "list who speaks, and how often",
///     rows: { page in
///         page.table(header: ["speaker", "quotations"], rows: counts(page.document[.quotes]))
///     }
/// )
/// ```
public struct LayerCommand: Sendable {
    /// The name without its point: lower-case letters, and no name of another command.
    public let name: String

    /// What may stand behind the name, in capitals as usage lines have it; empty for nothing.
    public let arguments: String

    /// What it does, in a line without a full stop.
    public let summary: String

    /// More, for `.help NAME`; an example follows by itself.
    public let details: String

    /// Makes the rows that it prints.
    public let rows: @Sendable (LayerPage) throws(CommandError) -> [String]

    /// Makes a command.
    public init(
        name: String,
        arguments: String = "",
        summary: String,
        details: String = "",
        rows: @escaping @Sendable (LayerPage) throws(CommandError) -> [String]
    ) {
        self.name = name
        self.arguments = arguments
        self.summary = summary
        self.details = details
        self.rows = rows
    }
}
