import PostilCore

extension GoldDocument {
    /// Reads gold as people write it beside a text: a sentence a line, its tokens with a space between,
    /// an empty line between paragraphs, comments in the first lines behind `# `.
    ///
    /// - Parameters:
    ///   - segmentation: The gold.
    ///   - text: The text that it belongs to; its tokens stand in it in order, with white space between.
    /// - Throws: ``GoldError`` with the line at which gold and text part.
    public init(identifier: String, segmentation: String, text: Text) throws(GoldError) {
        var sentences: [Span] = []
        var tokens: [Span] = []
        var position = 0
        var isHeader = true
        for (index, line) in segmentation.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if isHeader, line.hasPrefix("# ") { continue }
            isHeader = false
            let first = tokens.count
            for word in line.split(separator: " ") {
                position = GoldDocument.skipWhiteSpace(in: text.bytes, from: position)
                let end = position + word.utf8.count
                guard end <= text.count, text.bytes[position..<end].elementsEqual(word.utf8) else {
                    throw GoldError(
                        message: "line \(index + 1): '\(word)' is not what the text has at byte \(position)"
                    )
                }
                tokens.append(Span(position..<end))
                position = end
            }
            if tokens.count > first { sentences.append(tokens[first].union(tokens[tokens.count - 1])) }
        }
        guard GoldDocument.skipWhiteSpace(in: text.bytes, from: position) == text.count else {
            throw GoldError(message: "the gold ends at byte \(position) and the text goes on")
        }
        self.init(identifier: identifier, text: text, sentences: sentences, tokens: tokens)
    }

    private static func skipWhiteSpace(in bytes: [UInt8], from start: Int) -> Int {
        var rest = Substring(String(decoding: bytes[start...].prefix(64), as: UTF8.self)).unicodeScalars
        var position = start
        while let scalar = rest.first, scalar.properties.isWhitespace {
            position += scalar.utf8.count
            rest = rest.dropFirst()
            if rest.isEmpty { return position < bytes.count ? skipWhiteSpace(in: bytes, from: position) : position }
        }
        return position
    }
}

extension Unicode.Scalar {
    fileprivate var utf8: UTF8.EncodedScalar { UTF8.encode(self) ?? UTF8.encodedReplacementCharacter }
}
