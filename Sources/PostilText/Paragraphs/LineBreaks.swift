/// The line ends in the white space between two tokens.
struct LineBreaks {
    /// Whether there is a blank line, a form feed or a paragraph separator among them.
    let isBlank: Bool

    /// The white space behind the last line end, in bytes.
    let indent: Int

    /// Looks at the bytes in `start..<end`; nil where they hold no line end.
    ///
    /// LF, CR and CR LF end lines, as do the characters NEL, LINE SEPARATOR and PARAGRAPH SEPARATOR.
    init?(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
        var count = 0
        var last = start
        var position = start
        while position < end {
            switch bytes[position] {
            case 0x0A, 0x0B:
                count += 1
            case 0x0D:
                count += 1
                if position + 1 < end, bytes[position + 1] == 0x0A { position += 1 }
            case 0x0C:
                count += 2
            case 0xC2 where position + 1 < end && bytes[position + 1] == 0x85:
                count += 1
                position += 1
            case 0xE2 where LineBreaks.isSeparator(at: position, before: end, in: bytes):
                count += bytes[position + 2] == 0xA9 ? 2 : 1
                position += 2
            default:
                position += 1
                continue
            }
            position += 1
            last = position
        }
        guard count > 0 else { return nil }
        isBlank = count > 1
        indent = end - last
    }

    /// The offset of the first byte in `start..<end` that begins a line end; nil where there is none.
    ///
    /// - Complexity: O(n), eight bytes a step where no byte is a candidate.
    static func first(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
        let raw = UnsafeRawBufferPointer(bytes)
        var position = start
        while position < end {
            if position &+ 8 <= end {
                let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                // Bytes below 0x0E, by borrow into the upper bit; bytes from 0x80 on.
                let low = (word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word
                if (low | word) & 0x8080_8080_8080_8080 == 0 {
                    position &+= 8
                    continue
                }
            }
            if beginsLineEnd(at: position, before: end, in: bytes) { return position }
            position &+= 1
        }
        return nil
    }

    @inline(__always)
    private static func beginsLineEnd(at position: Int, before end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch bytes[position] {
        case 0x0A...0x0D: true
        case 0xC2: position + 1 < end && bytes[position + 1] == 0x85
        case 0xE2: isSeparator(at: position, before: end, in: bytes)
        default: false
        }
    }

    /// Whether LINE SEPARATOR (U+2028) or PARAGRAPH SEPARATOR (U+2029) stands at `position`.
    private static func isSeparator(at position: Int, before end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        position + 2 < end && bytes[position + 1] == 0x80
            && (bytes[position + 2] == 0xA8 || bytes[position + 2] == 0xA9)
    }
}
