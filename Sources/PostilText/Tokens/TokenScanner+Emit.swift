import PostilCore

extension TokenScanner {
    /// Adds the token between the offsets and moves on behind it; hash and shape are worked out here.
    mutating func emit(_ start: Int, _ end: Int, _ kind: TokenKind, _ rule: TokenRule) {
        var kind = kind
        var rule = rule
        if start < phoneEnd, kind == .number || kind == .punctuation || kind == .symbol {
            kind = .phone
            rule = .phone
        }
        let (shape, isPlain) = shape(start, end)
        let hash = isPlain ? plainHash(start, end) : wideHash(start, end)
        store(start, end, Token(hash: hash, kind: kind, shape: shape), rule)
        position = end
    }

    /// The capitals of a token, and whether it is all ASCII.
    private func shape(_ start: Int, _ end: Int) -> (TokenShape, Bool) {
        var upper = 0
        var lower = 0
        var firstIsUpper = false
        var isPlain = true
        var offset = start
        while offset < end {
            let value = base[offset]
            if value < 0x80 {
                if classes[Int(value)] == ByteClass.letter {
                    if value & 0x20 == 0 {
                        if upper + lower == 0 { firstIsUpper = true }
                        upper += 1
                    } else {
                        lower += 1
                    }
                }
                offset += 1
                continue
            }
            isPlain = false
            let (scalar, length) = scalar(at: offset)
            offset += length
            guard ScalarClass(scalar) == .letter else { continue }
            if scalar.properties.isUppercase {
                if upper + lower == 0 { firstIsUpper = true }
                upper += 1
            } else {
                lower += 1
            }
        }
        if upper == 0 { return (lower == 0 ? .none : .lower, isPlain) }
        if lower == 0 { return (upper == 1 ? .initial : .upper, isPlain) }
        return (upper == 1 && firstIsUpper ? .capitalized : .mixed, isPlain)
    }

    /// The hash of a token with scalars beyond ASCII: lower-cased in full, a typographic apostrophe taken
    /// as the straight one, so that *don’t* and *don't* are one word.
    private func wideHash(_ start: Int, _ end: Int) -> LowercaseHash {
        var text = ""
        var offset = start
        while offset < end {
            let (scalar, length) = scalar(at: offset)
            offset += length
            if scalar == "\u{2019}" || scalar == "\u{2018}" {
                text.unicodeScalars.append("'")
            } else if scalar.value < 0x80 || !scalar.properties.changesWhenLowercased {
                text.unicodeScalars.append(scalar)
            } else {
                text += scalar.properties.lowercaseMapping
            }
        }
        return text.withUTF8 { LowercaseHash(folding: $0) }
    }
}
