/// Questions about ASCII bytes.
enum ByteKind {
    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    @inline(__always)
    static func isAlphanumeric(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || isDigit(byte) }

    /// Whether the `count` bytes at `start` are ASCII letters and digits only.
    ///
    /// - Parameter readable: How many bytes may be read from `start` on.
    /// - Complexity: O(n), eight bytes a step.
    @inline(__always)
    static func isPlainWord(_ start: UnsafePointer<UInt8>, count: Int, readable: Int) -> Bool {
        let raw = UnsafeRawPointer(start)
        var index = 0
        while index < count {
            guard index &+ 8 <= readable else {
                while index < count {
                    guard isAlphanumeric(start[index]) else { return false }
                    index &+= 1
                }
                return true
            }
            var marks = marks(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
            let left = count &- index
            if left < 8 { marks &= (1 &<< UInt64(truncatingIfNeeded: left &* 8)) &- 1 }
            guard marks == 0 else { return false }
            index &+= 8
        }
        return true
    }

    /// The high bits of those of eight bytes that are no ASCII letters or digits.
    @inline(__always)
    private static func marks(_ word: UInt64) -> UInt64 {
        let low7 = word & 0x7F7F_7F7F_7F7F_7F7F
        let folded = low7 | 0x2020_2020_2020_2020
        let letters = (folded &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(folded &+ 0x0505_0505_0505_0505)
        let digits = (low7 &+ 0x5050_5050_5050_5050) & ~(low7 &+ 0x4646_4646_4646_4646)
        return (~(letters | digits) | word) & 0x8080_8080_8080_8080
    }
}

/// Reads scalars from UTF-8.
enum UTF8Decoding {
    /// The scalar at `offset` and its length in bytes; U+FFFD of one byte where the bytes are no UTF-8.
    static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int) {
        let first = bytes[offset]
        if first < 0x80 { return (UInt32(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first < 0xF5, offset + length <= bytes.count else { return (0xFFFD, 1) }
        var scalar = UInt32(first & (0x7F >> UInt8(length)))
        for index in 1..<length {
            guard bytes[offset + index] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            scalar = scalar << 6 | UInt32(bytes[offset + index] & 0x3F)
        }
        return (scalar, length)
    }
}
