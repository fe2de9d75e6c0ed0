import PostilCore

extension Span {
    /// The span without ASCII white space at its ends.
    func trimmed(in text: Text) -> Span {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        var range = range.clamped(to: 0..<text.count)
        while let first = range.first, isBlank(text.bytes[first]) { range.removeFirst() }
        while let last = range.last, isBlank(text.bytes[last]) { range.removeLast() }
        return Span(range)
    }
}

extension AnnotatedRecord {
    /// Brings tokens into document order, and leaves out those without a character and those that overlap an earlier
    /// one: a record's tokens never do.
    mutating func sortTokens() {
        var reached: UInt32 = 0
        tokens = tokens.sorted { $0.span < $1.span }
            .filter { token in
                guard !token.span.isEmpty, token.span.start >= reached else { return false }
                reached = token.span.end
                return true
            }
    }
}
