import PostilCore

/// The tokens of a record by sentences, for formats in which a token stands in a sentence.
struct TokenSentences {
    /// The positions of the tokens of each sentence; none is empty.
    let ranges: [Range<Int>]

    /// Groups tokens; those outside of all sentences make sentences of their own.
    ///
    /// - Complexity: O(n).
    init(_ record: AnnotatedRecord) {
        var ranges: [Range<Int>] = []
        var start = 0
        var sentence = 0
        /// The sentence of the tokens from `start` on; nil outside of all.
        var current: Int?
        let sentences = record.sentences
        for (position, token) in record.tokens.enumerated() {
            while sentence < sentences.count, sentences[sentence].end <= token.span.start { sentence += 1 }
            let isInside = sentence < sentences.count && sentences[sentence].start <= token.span.start
            let own = isInside ? sentence : nil
            if position > start, own != current {
                ranges.append(start..<position)
                start = position
            }
            current = own
        }
        if start < record.tokens.count { ranges.append(start..<record.tokens.count) }
        self.ranges = ranges
    }
}

extension AnnotatedRecord {
    /// The text from the first of some tokens to the last.
    func span(ofTokens range: Range<Int>) -> Span {
        guard !range.isEmpty else { return Span(start: 0, end: 0) }
        return Span(start: tokens[range.lowerBound].span.start, end: tokens[range.upperBound - 1].span.end)
    }
}
