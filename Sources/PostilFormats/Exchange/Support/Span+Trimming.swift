import PostilCore

extension Span {
    /// The span without white space at its ends.
    ///
    /// - Complexity: O(length of the span).
    func trimmed(in text: Text) -> Span {
        let scalars = text[self].unicodeScalars
        let before = scalars.prefix { $0.properties.isWhitespace }.reduce(0) { $0 + UTF8.width($1) }
        guard before < count else { return Span(start: start, end: start) }
        let behind = scalars.reversed().prefix { $0.properties.isWhitespace }.reduce(0) { $0 + UTF8.width($1) }
        return Span(start: start + UInt32(before), end: end - UInt32(behind))
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
