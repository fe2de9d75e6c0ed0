/// What became of one document in another format.
public struct ExchangeOutput: Sendable {
    /// The bytes of each part, in the order of the format's suffixes.
    public internal(set) var parts: [[UInt8]] = []

    /// What was left out.
    public internal(set) var omissions = ExchangeOmissions()

    /// Makes an empty output.
    public init() {}

    /// Adds a part that `write` makes as JSON.
    mutating func addJSON(_ write: (inout JSONWriter) -> Void) {
        var writer = JSONWriter()
        write(&writer)
        parts.append(writer.buffer.array())
    }

    /// Adds a part of text.
    mutating func addText(_ text: String) { parts.append(Array(text.utf8)) }
}
