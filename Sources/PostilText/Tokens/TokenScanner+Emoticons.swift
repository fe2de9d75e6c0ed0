import PostilCore

extension TokenScanner {
    /// Takes a face in ASCII at `position`: `:-)`, `;)`, `<3`, `:'(`, `(:`, `xD`.
    mutating func scanEmoticon() -> Bool {
        let start = position
        guard let end = emoticonEnd(start) else { return false }
        emit(start, end, .emoji, .emoticon)
        return true
    }

    private func emoticonEnd(_ start: Int) -> Int? {
        switch base[start] {
        case UInt8(ascii: "<"):
            guard byte(start + 1) == UInt8(ascii: "3"), wordLength(at: start + 2) == 0 else { return nil }
            return start + 2
        case UInt8(ascii: "x"), UInt8(ascii: "X"):
            guard !isWord(before: start), byte(start + 1) == UInt8(ascii: "D"), wordLength(at: start + 2) == 0
            else { return nil }
            return start + 2
        case UInt8(ascii: "("):
            let eyes = byte(start + 1) == UInt8(ascii: "-") ? start + 2 : start + 1
            guard byte(eyes) == UInt8(ascii: ":") || byte(eyes) == UInt8(ascii: ";"), isSpace(eyes + 1),
                start == 0 || isSpace(start - 1)
            else { return nil }
            return eyes + 1
        case UInt8(ascii: ">"):
            guard byte(start + 1) == UInt8(ascii: ":") else { return nil }
            return faceEnd(start + 1)
        case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="): return faceEnd(start)
        default: return nil
        }
    }

    /// The end of a face whose eyes stand at `eyes`.
    private func faceEnd(_ eyes: Int) -> Int? {
        var offset = eyes + 1
        let followsWord = isWord(before: eyes)
        if byte(offset) == UInt8(ascii: "'"), byte(offset + 1) == UInt8(ascii: "(") { offset += 1 }
        if byte(offset) == UInt8(ascii: "-") || byte(offset) == UInt8(ascii: "^") || byte(offset) == UInt8(ascii: "o") {
            offset += 1
        }
        let mouth = byte(offset)
        var end = offset + 1
        switch mouth {
        case UInt8(ascii: ")"), UInt8(ascii: "("):
            if eyes > 0, classes[Int(base[eyes - 1])] == ByteClass.digit { return nil }
            while byte(end) == mouth { end += 1 }
            return wordLength(at: end) == 0 || mouth == UInt8(ascii: ")") ? end : nil
        case UInt8(ascii: "D"), UInt8(ascii: "P"), UInt8(ascii: "p"), UInt8(ascii: "O"), UInt8(ascii: "o"),
            UInt8(ascii: "S"), UInt8(ascii: "3"):
            guard !followsWord else { return nil }
            while byte(end) == mouth { end += 1 }
            return wordLength(at: end) == 0 ? end : nil
        case UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "|"):
            guard !followsWord, byte(end) != mouth, wordLength(at: end) == 0 else { return nil }
            return end
        default: return nil
        }
    }
}
