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
        // Cut as bytes: to Swift, CR LF and a space with a mark on it are characters of their own.
        let lines = segmentation.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if isHeader, line.starts(with: "# ".utf8) { continue }
            isHeader = false
            let first = tokens.count
            for word in line.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }) {
                position = GoldDocument.skipWhiteSpace(in: text.bytes, from: position)
                let end = position + word.count
                guard end <= text.count, text.bytes[position..<end].elementsEqual(word) else {
                    let shown = String(decoding: word, as: UTF8.self)
                    throw GoldError(
                        message: "line \(index + 1): '\(shown)' is not what the text has at byte \(position)"
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

    /// The end of the white space that begins at `start`.
    static func skipWhiteSpace(in bytes: [UInt8], from start: Int) -> Int {
        var position = start
        while position < bytes.count {
            // A scalar has four bytes at most.
            let next = String(decoding: bytes[position...].prefix(4), as: UTF8.self).unicodeScalars.first
            guard let next, next.properties.isWhitespace else { break }
            position += UTF8.width(next)
        }
        return position
    }
}
