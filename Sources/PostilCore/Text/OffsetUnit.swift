/// The unit in which offsets leave the system.
///
/// Inside, every offset is a UTF-8 byte offset; see ``OffsetMap`` for the translation.
public enum OffsetUnit: String, Sendable, CaseIterable {
    /// Unicode code points, as Python and most annotation tools count.
    case codepoint
    /// Bytes of UTF-8.
    case utf8
    /// UTF-16 code units, as Java, JavaScript and UIMA count.
    case utf16
}
