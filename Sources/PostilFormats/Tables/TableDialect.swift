/// How the fields of a table's rows are set apart, and how a field holds what sets them apart.
public struct TableDialect: Hashable, Sendable {
    /// How a field can hold separators and line breaks.
    public enum Escaping: String, Hashable, Sendable {
        /// A field in quotation marks holds anything, a quotation mark as two (RFC 4180).
        case quotes
        /// `\t`, `\n`, `\r` and `\\` stand for a tab, the line breaks and the backslash; any other backslash is itself.
        case backslashes
        /// It cannot, as IANA's `text/tab-separated-values` has it.
        case none
    }

    /// The byte between two fields.
    public let separator: UInt8

    /// How a field can hold it.
    public let escaping: Escaping

    /// Makes a dialect.
    ///
    /// - Parameter separator: A byte of ASCII, not a quotation mark or a line break.
    public init(separator: UInt8, escaping: Escaping) {
        self.separator = separator
        self.escaping = escaping
    }

    /// CSV as RFC 4180 has it.
    public static let commaSeparated = TableDialect(separator: UInt8(ascii: ","), escaping: .quotes)

    /// IANA's `text/tab-separated-values`, with the backslash escapes that databases write.
    public static let tabSeparated = TableDialect(separator: UInt8(ascii: "\t"), escaping: .backslashes)
}
