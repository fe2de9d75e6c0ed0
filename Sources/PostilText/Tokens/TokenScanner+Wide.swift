import PostilCore

extension TokenScanner {
    /// Takes what a scalar beyond ASCII begins.
    mutating func scanWide() {
        let start = position
        let (kind, length) = wideClass(at: start)
        switch kind {
        case .space: position = start + length
        case .letter:
            markChunk()
            scanWord()
        case .digit:
            markChunk()
            scanWord()
        case .apostrophe:
            if byteClass(start + length) == ByteClass.leadByte, isQuotePair(start, start + length) {
                emit(start, start + 2 * length, .punctuation, .markRun)
            } else {
                scanElision(mark: length)
            }
        case .ellipsis: emit(start, stopRunEnd(start), .punctuation, .mark)
        case .dash: emit(start, runEnd(start), .punctuation, .mark)
        case .openQuote, .closeQuote: emit(start, start + length, .punctuation, .mark)
        case .punctuation: emit(start, runEnd(start), .punctuation, .mark)
        case .currency: emit(start, start + length, .symbol, .currency)
        case .ideograph:
            var end = start
            while byteClass(end) == ByteClass.leadByte {
                let (next, width) = wideClass(at: end)
                guard next == .ideograph || next == .extender else { break }
                end += width
            }
            emit(start, end, .word, .ideographs)
        case .emoji: emit(start, emojiEnd(start), .emoji, .emoji)
        case .symbol, .extender:
            let end = extendersEnd(start + length)
            emit(start, end, .symbol, .symbol)
        }
    }

    /// Whether two single marks of quotation stand for a double one.
    private func isQuotePair(_ first: Int, _ second: Int) -> Bool {
        let (left, _) = scalar(at: first)
        let (right, _) = scalar(at: second)
        return left == right || left == "\u{2018}" && right == "\u{2019}"
    }

    /// The end of the scalar at `start` repeated.
    private func runEnd(_ start: Int) -> Int {
        let (value, length) = scalar(at: start)
        var end = start + length
        while byteClass(end) == ByteClass.leadByte, scalar(at: end).value == value { end += length }
        return extendersEnd(end)
    }

    /// The end of combining marks and the like from `offset` on.
    private func extendersEnd(_ offset: Int) -> Int {
        var end = offset
        while byteClass(end) == ByteClass.leadByte {
            let (kind, length) = wideClass(at: end)
            guard kind == .extender else { break }
            end += length
        }
        return end
    }

    /// The end of an emoji with its modifiers, what is joined to it, or the second half of a flag.
    private func emojiEnd(_ start: Int) -> Int {
        let (first, length) = scalar(at: start)
        var end = start + length
        if TokenScanner.isRegional(first) {
            let (second, width) = scalar(at: end)
            return extendersEnd(TokenScanner.isRegional(second) ? end + width : end)
        }
        while byteClass(end) == ByteClass.leadByte {
            let (kind, width) = wideClass(at: end)
            if kind == .extender {
                end += width
            } else if kind == .emoji || kind == .symbol, scalar(before: end) == "\u{200D}" {
                end += width
            } else {
                break
            }
        }
        return end
    }

    private static func isRegional(_ scalar: Unicode.Scalar) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar.value) }
}
