import PostilCore

/// A token of a `Doc`: one of the record, or a stretch of text between two.
struct SpaCyToken {
    let span: Span
    /// The token's position in the record; nil for text between tokens.
    let position: Int?

    /// The tokens of a `Doc`: one blank behind a token belongs to it, other text between tokens is a token itself.
    static func tokens(of record: AnnotatedRecord) -> [SpaCyToken] {
        var tokens: [SpaCyToken] = []
        var reached: UInt32 = 0
        func addText(upTo end: UInt32) {
            if reached < end, !tokens.isEmpty, tokens.last?.position != nil,
                record.text.bytes[Int(reached)] == 0x20
            {
                reached += 1
            }
            if reached < end { tokens.append(SpaCyToken(span: Span(start: reached, end: end), position: nil)) }
        }
        for (position, token) in record.tokens.enumerated() where token.span.start >= reached && !token.span.isEmpty {
            addText(upTo: token.span.start)
            tokens.append(SpaCyToken(span: token.span, position: position))
            reached = token.span.end
        }
        addText(upTo: record.text.span.end)
        return tokens
    }
}
