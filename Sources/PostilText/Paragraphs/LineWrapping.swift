import PostilCore

/// Decides for the line ends of one block, text without a blank line, whether the paragraph goes on.
struct LineWrapping {
    private let view: TokenView
    private let wrapWidth: Int?
    private let isProse: Bool

    /// Looks at a block.
    ///
    /// - Parameters:
    ///   - view: The text.
    ///   - wrapWidth: The width to which the text is wrapped, if it is.
    ///   - block: The tokens of the block.
    init(view: TokenView, wrapWidth: Int?, block: Range<Int>) {
        self.view = view
        self.wrapWidth = wrapWidth
        isProse = block.contains { view.endsInStop($0) }
    }

    /// The width to which lines are wrapped: the widest of the lines that end without a blank line, where
    /// enough of the others come near it; nil for text with a line a paragraph.
    static func width(of lineEnds: [ParagraphScanner.LineEnd]) -> Int? {
        var widest = 0
        var count = 0
        var long = 0
        for line in lineEnds where !line.isBlank {
            count += 1
            if line.width > ParagraphScanner.widestWrap { long += 1 } else { widest = max(widest, line.width) }
        }
        guard widest >= ParagraphScanner.narrowestWrap, long * 4 <= count else { return nil }
        let near = lineEnds.reduce(0) { sum, line in
            let isNear = !line.isBlank && line.width <= ParagraphScanner.widestWrap && line.width * 100 >= widest * 85
            return sum + (isNear ? 1 : 0)
        }
        return near >= max(2, count * 3 / 5) ? widest : nil
    }

    /// Whether the paragraph goes on in the next line.
    func continues(after line: ParagraphScanner.LineEnd) -> Bool {
        let next = line.token + 1
        guard line.nextIndent < line.indent + 2 else { return false }
        let isFull = isFull(line)
        if startsItem(next), !isFull || endsPhrase(line.token) { return false }
        return isFull || isProse && view.isLowerWord(next) && !announces(line.token) && !endsInStop(line.token)
    }

    /// Whether the next line's first word would not have fitted into the line.
    private func isFull(_ line: ParagraphScanner.LineEnd) -> Bool {
        guard let wrapWidth, line.width <= ParagraphScanner.widestWrap else { return false }
        return line.width + 1 + wordWidth(from: line.token + 1) > wrapWidth
    }

    /// Whether the token can stand before an item of a list: a stop, a colon, a semicolon or a comma.
    private func endsPhrase(_ token: Int) -> Bool {
        endsInStop(token) || announces(token) || view.lastByte(token) == 0x2C
    }

    /// Whether the token is a colon or a semicolon, behind which a new line means a new item.
    private func announces(_ token: Int) -> Bool {
        let last = view.lastByte(token)
        return last == 0x3A || last == 0x3B
    }

    /// Whether the token ends a sentence, closing marks behind the stop included.
    private func endsInStop(_ token: Int) -> Bool {
        var token = token
        while token > 0, view.isCloser(token) { token -= 1 }
        return view.endsInStop(token)
    }

    /// Whether a line that starts with this token is an item of a list or a quoted line of a message.
    private func startsItem(_ token: Int) -> Bool {
        ListMarker(at: token, in: view) != nil
            || view.length(token) == 1 && view.firstByte(token) == 0x3E
    }

    /// The characters up to the next white space.
    private func wordWidth(from token: Int) -> Int {
        var last = token
        while last + 1 < view.count, view.gap(after: last) == 0 { last += 1 }
        return ParagraphScanner.characters(view.start(token)..<view.end(last), in: view.bytes)
    }
}
