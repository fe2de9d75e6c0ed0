/// An object key that is escaped once and written often.
public struct JSONKey: Hashable, Sendable {
    /// The key as JSON, with its quotation marks and colon.
    @usableFromInline let encoded: [UInt8]

    /// Escapes a key.
    public init(_ name: String) {
        var writer = JSONWriter(capacity: name.utf8.count + 16)
        writer.string(name)
        encoded = writer.buffer.array() + [UInt8(ascii: ":")]
    }
}
