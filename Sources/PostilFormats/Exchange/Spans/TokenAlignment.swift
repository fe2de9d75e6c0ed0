import PostilCore

/// Finds which tokens spans are made of.
struct TokenAlignment {
    private let spans: [Span]

    /// - Parameter spans: The tokens, in order, none overlapping another.
    init(_ spans: [Span]) { self.spans = spans }

    /// The positions of the tokens from the first to the last of a span; nil where it does not begin and end with
    /// tokens.
    ///
    /// - Complexity: O(log n).
    func tokens(of span: Span) -> Range<Int>? {
        let first = position(from: span.start)
        guard first < spans.count, spans[first].start == span.start else { return nil }
        let behind = position(from: span.end)
        guard behind > first, spans[behind - 1].end == span.end else { return nil }
        return first..<behind
    }

    /// The positions of the tokens that share a character with a span.
    ///
    /// - Complexity: O(log n).
    func tokens(touching span: Span) -> Range<Int> {
        var first = position(from: span.start)
        if first > 0, spans[first - 1].end > span.start { first -= 1 }
        return first..<max(first, position(from: span.end))
    }

    /// The first token that starts at an offset or behind.
    private func position(from offset: UInt32) -> Int {
        var lower = 0
        var upper = spans.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if spans[middle].start < offset { lower = middle + 1 } else { upper = middle }
        }
        return lower
    }
}
