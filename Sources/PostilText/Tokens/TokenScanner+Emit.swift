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
            if TokenScanner.isUppercase(scalar) {
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

    private static func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 0xFF ? scalar.value <= 0xDE : scalar.properties.isUppercase
    }

    /// The hash of a token with scalars beyond ASCII: lower-cased in full, a typographic apostrophe taken
    /// as the straight one, so that *don’t* and *don't* are one word.
    private func wideHash(_ start: Int, _ end: Int) -> LowercaseHash {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: end - start) { buffer in
            var count = 0
            var offset = start
            while offset < end {
                let (scalar, length) = scalar(at: offset)
                if scalar == "\u{2019}" || scalar == "\u{2018}" {
                    buffer[count] = UInt8(ascii: "'")
                    count += 1
                } else if TokenScanner.isUncased(scalar) {
                    for byte in offset..<(offset + length) {
                        buffer[count] = base[byte]
                        count += 1
                    }
                } else if scalar.value <= 0xDE {
                    // The capitals of Latin-1 stand 0x20 below their small letters, in the second byte too.
                    buffer[count] = base[offset]
                    buffer[count + 1] = base[offset + 1] + 0x20
                    count += 2
                } else {
                    return slowWideHash(start, end)
                }
                offset += length
            }
            return LowercaseHash(folding: UnsafeBufferPointer(rebasing: buffer[..<count]))
        }
    }

    /// Whether the scalar is its own lower case as far as a glance tells: ASCII, which the hash folds
    /// itself, the small letters of Latin-1, general punctuation.
    @inline(__always)
    private static func isUncased(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        return value < 0xC0 || value >= 0xDF && value <= 0xFF || value == 0xD7 || value >= 0x2000 && value <= 0x206F
    }

    private func slowWideHash(_ start: Int, _ end: Int) -> LowercaseHash {
        var text = ""
        var offset = start
        while offset < end {
            let (scalar, length) = scalar(at: offset)
            offset += length
            if scalar == "\u{2019}" || scalar == "\u{2018}" {
                text.unicodeScalars.append("'")
            } else {
                text += scalar.properties.lowercaseMapping
            }
        }
        return text.withUTF8 { LowercaseHash(folding: $0) }
    }
}
