import PostilCore

/// The tokens of each sentence.
enum SentenceTokens {
    /// The positions of the tokens that start inside each of `sentences`; both in document order.
    ///
    /// - Complexity: O(tokens + sentences).
    static func ranges(of tokens: [Span], in sentences: [Span]) -> [Range<Int>] {
        var token = 0
        return sentences.map { sentence in
            while token < tokens.count, tokens[token].start < sentence.start { token += 1 }
            let first = token
            while token < tokens.count, tokens[token].start < sentence.end { token += 1 }
            return first..<token
        }
    }
}
