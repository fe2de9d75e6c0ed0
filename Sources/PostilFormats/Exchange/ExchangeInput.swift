/// The bytes of one document in another format.
public struct ExchangeInput: Sendable {
    /// The bytes of each part, in the order of the format's suffixes.
    public let parts: [[UInt8]]

    /// The line of the file on which the document begins, counted from 1.
    public let line: Int

    /// The name that the document gets where it brings none.
    public let identifier: String

    /// Makes an input.
    public init(parts: [[UInt8]], line: Int = 1, identifier: String) {
        self.parts = parts
        self.line = line
        self.identifier = identifier
    }

    /// The first part.
    var bytes: [UInt8] { parts.first ?? [] }
}
