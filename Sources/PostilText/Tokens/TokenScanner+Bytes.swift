import PostilCore

/// What a stretch without white space holds that calls for a closer look.
struct ChunkMarks: OptionSet {
    let rawValue: UInt8
    static let at = ChunkMarks(rawValue: 1)
    /// A point with a letter or digit behind it.
    static let innerPoint = ChunkMarks(rawValue: 2)
    /// A colon, or *www*.
    static let colon = ChunkMarks(rawValue: 4)
}

extension TokenScanner {
    /// The byte at `offset`, or a line feed behind the text.
    @inline(__always)
    func byte(_ offset: Int) -> UInt8 { offset < count ? base[offset] : 0x0A }

    @inline(__always)
    func byteClass(_ offset: Int) -> UInt8 { offset < count ? classes[Int(base[offset])] : ByteClass.newline }

    @inline(__always)
    func isDigit(_ offset: Int) -> Bool { byteClass(offset) == ByteClass.digit }

    @inline(__always)
    func isLetter(_ offset: Int) -> Bool { byteClass(offset) == ByteClass.letter }

    @inline(__always)
    func isUpper(_ offset: Int) -> Bool {
        let value = byte(offset)
        return value >= UInt8(ascii: "A") && value <= UInt8(ascii: "Z")
    }

    @inline(__always)
    func isLower(_ offset: Int) -> Bool {
        let value = byte(offset)
        return value >= UInt8(ascii: "a") && value <= UInt8(ascii: "z")
    }

    @inline(__always)
    func isSpace(_ offset: Int) -> Bool {
        let value = byteClass(offset)
        return value == ByteClass.space || value == ByteClass.newline
    }

    /// The scalar at `offset` and its length in bytes; U+FFFD and 1 where the bytes are no scalar.
    func scalar(at offset: Int) -> (value: Unicode.Scalar, length: Int) {
        let lead = UInt32(byte(offset))
        if lead < 0x80 { return (Unicode.Scalar(UInt8(lead)), 1) }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, offset + length <= count else { return ("\u{FFFD}", 1) }
        var value = lead & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
        for index in 1..<length {
            guard base[offset + index] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
            value = value << 6 | UInt32(base[offset + index] & 0x3F)
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// The class and length of the scalar at `offset`, which is not ASCII.
    func wideClass(at offset: Int) -> (kind: ScalarClass, length: Int) {
        let (value, length) = scalar(at: offset)
        return (ScalarClass(value), length)
    }

    /// The scalar that ends at `offset`, which is not 0.
    func scalar(before offset: Int) -> Unicode.Scalar {
        var start = offset - 1
        while start > 0, offset - start < 4, base[start] & 0xC0 == 0x80 { start -= 1 }
        return scalar(at: start).value
    }

    /// The length of the letter, digit or mark at `offset`; 0 where a word cannot go on there.
    @inline(__always)
    func wordLength(at offset: Int) -> Int {
        switch byteClass(offset) {
        case ByteClass.letter, ByteClass.digit, ByteClass.underscore: return 1
        case ByteClass.leadByte:
            let (kind, length) = wideClass(at: offset)
            return kind == .letter || kind == .extender || kind == .digit ? length : 0
        default: return 0
        }
    }

    /// Whether a letter or digit ends at `offset`.
    func isWord(before offset: Int) -> Bool {
        guard offset > 0 else { return false }
        let last = base[offset - 1]
        if last < 0x80 {
            let kind = classes[Int(last)]
            return kind == ByteClass.letter || kind == ByteClass.digit
        }
        let kind = ScalarClass(scalar(before: offset))
        return kind == .letter || kind == .digit || kind == .extender
    }

    /// The end of the letters, digits and marks from `offset` on.
    func wordEnd(from offset: Int) -> Int {
        var end = offset
        while true {
            let length = wordLength(at: end)
            if length == 0 { return end }
            end += length
        }
    }

    /// The end of the ASCII letters from `offset` on, at most `limit` bytes away.
    func lettersEnd(from offset: Int, limit: Int = 64) -> Int {
        var end = offset
        let bound = min(count, offset + limit)
        while end < bound, classes[Int(base[end])] == ByteClass.letter { end += 1 }
        return end
    }

    /// The end of the digits from `offset` on.
    func digitsEnd(from offset: Int) -> Int {
        var end = offset
        while isDigit(end) { end += 1 }
        return end
    }

    /// The length of the apostrophe at `offset`, straight or typographic; 0 where there is none.
    func apostropheLength(at offset: Int) -> Int {
        switch byte(offset) {
        case UInt8(ascii: "'"): return 1
        case UInt8(ascii: "`"): return 1
        case 0xE2, 0xC2, 0xCA, 0xEF:
            let (kind, length) = wideClass(at: offset)
            return kind == .apostrophe ? length : 0
        default: return 0
        }
    }

    /// The hash of the ASCII bytes between the offsets.
    func plainHash(_ start: Int, _ end: Int) -> LowercaseHash {
        LowercaseHash(folding: base + start, count: end - start, readable: count - start)
    }

    func traits(_ start: Int, _ end: Int) -> WordTraits {
        WordTraits(rawValue: tables.words.value(for: plainHash(start, end)))
    }

    /// The offset of the next byte from `offset` on that is no space; line feeds count as bytes.
    func skipSpaces(_ offset: Int) -> Int {
        var end = offset
        let bound = min(count, offset + 64)
        while end < bound, classes[Int(base[end])] == ByteClass.space { end += 1 }
        return end
    }

    /// Whether a paragraph ends at `offset`: spaces, then the text's end or an empty line.
    func isParagraphEnd(_ offset: Int) -> Bool {
        var end = skipSpaces(offset)
        guard end < count else { return true }
        guard base[end] == 0x0A || base[end] == 0x0D else { return false }
        if base[end] == 0x0D, byte(end + 1) == 0x0A { end += 1 }
        end = skipSpaces(end + 1)
        return end >= count || base[end] == 0x0A || base[end] == 0x0D
    }

    /// Looks through the stretch without white space that `position` lies in, once for each.
    mutating func markChunk() {
        guard position >= chunkEnd else { return }
        var end = position
        var marks: ChunkMarks = []
        while end < count {
            let value = base[end]
            switch classes[Int(value)] {
            case ByteClass.space, ByteClass.newline:
                chunkEnd = end
                chunkMarks = marks
                return
            case ByteClass.point:
                let next = byteClass(end + 1)
                if next == ByteClass.letter || next == ByteClass.digit { marks.insert(.innerPoint) }
            case ByteClass.symbol:
                if value == UInt8(ascii: "@") { marks.insert(.at) }
                if value == UInt8(ascii: ":") { marks.insert(.colon) }
            default: break
            }
            end += 1
        }
        chunkEnd = count
        chunkMarks = marks
    }
}
