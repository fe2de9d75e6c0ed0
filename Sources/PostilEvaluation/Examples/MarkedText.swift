import PostilCore

/// A line of examples with one stretch in brackets.
enum MarkedText {
    /// The text without the brackets, and what stood in them; all of it where there are none.
    static func read(_ line: some StringProtocol) -> (text: String, span: Span) {
        let bytes = Array(line.utf8)
        guard let open = bytes.firstIndex(of: UInt8(ascii: "[")), let close = bytes.firstIndex(of: UInt8(ascii: "]")),
            open < close
        else { return (String(line), Span(0..<bytes.count)) }
        let plain = bytes.filter { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") }
        return (String(decoding: plain, as: UTF8.self), Span(open..<close - 1))
    }
}
