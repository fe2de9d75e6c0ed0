import PostilCore

/// Tells with which line a row of a table ends: a quoted field may hold line breaks.
///
/// A quotation mark opens a quoted field only where a field begins; elsewhere in an unquoted one it is text.
public struct TableRowScanner: Sendable {
    private enum State { case fieldStart, unquoted, quoted, closed }

    private let dialect: TableDialect
    private var state = State.fieldStart

    /// A scanner at the start of a row.
    public init(_ dialect: TableDialect) { self.dialect = dialect }

    /// Goes on behind the next line.
    ///
    /// - Parameter line: Its bytes, without the line break.
    /// - Returns: Whether the row ends with it; the scanner then stands at the start of the next.
    /// - Complexity: O(n).
    public mutating func endsRow(with line: UnsafeBufferPointer<UInt8>) -> Bool {
        let quote = UInt8(ascii: "\"")
        guard dialect.escaping == .quotes, state == .quoted || line.contains(quote) else { return true }
        for byte in line {
            switch state {
            case .quoted: if byte == quote { state = .closed }
            case .fieldStart where byte == quote, .closed where byte == quote: state = .quoted
            default: state = byte == dialect.separator ? .fieldStart : .unquoted
            }
        }
        if state == .quoted { return false }
        state = .fieldStart
        return true
    }
}
