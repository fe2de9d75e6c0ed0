import PostilText

/// Joins lines of one paragraph that were taken for paragraphs of their own.
///
/// Who speaks changes with the paragraph, so a line that only looks like one costs more here than elsewhere. In
/// text whose paragraphs are parted by blank lines a mere line end is none: lines are joined, but for those that
/// begin as the next speaker's do.
struct TurnParagraphs {
    let view: TokenView

    /// `paragraphs`, with those joined that no blank line parts.
    ///
    /// - Complexity: O(n).
    func joined(_ paragraphs: [Range<Int>]) -> [Range<Int>] {
        let blanks = paragraphs.dropFirst().reduce(0) { $0 + (hasBlankLine(before: $1.lowerBound) ? 1 : 0) }
        guard blanks * 3 >= (paragraphs.count - 1) * 2, blanks > 0 || paragraphs.count == 2 else { return paragraphs }
        var joined: [Range<Int>] = []
        joined.reserveCapacity(paragraphs.count)
        var isOpen = false
        for paragraph in paragraphs {
            let marks = openMarks(in: paragraph)
            if let last = joined.last, !hasBlankLine(before: paragraph.lowerBound),
                isOpen ? doubleSide(paragraph.lowerBound) < 0 : goesOn(at: paragraph.lowerBound)
            {
                joined[joined.count - 1] = last.lowerBound..<paragraph.upperBound
                isOpen = isOpen != marks
            } else {
                joined.append(paragraph)
                isOpen = marks
            }
        }
        return joined
    }

    /// Whether the line that begins at the token can go on with the paragraph before it, whose marks are paired.
    private func goesOn(at token: Int) -> Bool {
        guard token > 0 else { return false }
        let isMarked = doubleSide(token) >= 0
        if isMarked, view.isCloser(token - 1) { return false }
        if isMarked { return true }
        // A line in its own right begins with a label or with what is no word: a dash, a number of a list.
        return view.values[token].kind == .word
            && !(token + 1 < view.count && view.length(token + 1) == 1 && view.firstByte(token + 1) == 0x3A)
    }

    private func hasBlankLine(before token: Int) -> Bool {
        guard token > 0 else { return false }
        var lineEnds = 0
        for byte in view.end(token - 1)..<view.start(token) where view.bytes[byte] == 0x0A { lineEnds += 1 }
        return lineEnds > 1
    }

    /// Whether an odd number of double marks stands in the paragraph.
    private func openMarks(in paragraph: Range<Int>) -> Bool {
        var isOpen = false
        for token in paragraph where view.values[token].kind != .word && doubleSide(token) >= 0 {
            switch doubleSide(token) {
            case 1: isOpen = true
            case 2: isOpen = false
            default: if view.length(token) == 1 && view.firstByte(token) == 0x22 { isOpen.toggle() }
            }
        }
        return isOpen
    }

    /// 1 for a double mark that opens, 2 for one that closes, 0 for one that does not say, negative for no mark.
    private func doubleSide(_ token: Int) -> Int {
        switch (view.length(token), view.firstByte(token)) {
        case (1, 0x22): return 0
        case (3, 0xE2) where view.bytes[view.start(token) + 1] == 0x80:
            switch view.bytes[view.start(token) + 2] {
            case 0x9C: return 1
            case 0x9D: return 2
            default: return -1
            }
        default: return -1
        }
    }
}
