/// A 64-bit checksum that runs at the speed of memory, for files that are checked each time they are opened.
///
/// Four lanes of 64-bit words, each step of a lane reversible: a change within one word never goes unseen,
/// others with a probability of 2⁻⁶⁴. It guards against damage, not against forgery.
enum WideChecksum {
    private static let multiplier: UInt64 = 0x9FB2_1C65_1E98_DF25
    private static let seeds: [UInt64] = [
        0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9, 0x94D0_49BB_1331_11EB, 0xD6E8_FEB8_6659_FD93,
    ]

    /// The checksum of `bytes`.
    ///
    /// - Complexity: O(n), 32 bytes a step.
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var first = seeds[0]
        var second = seeds[1]
        var third = seeds[2]
        var fourth = seeds[3]
        var index = 0
        while index &+ 32 <= bytes.count {
            first = step(first, word(bytes, index))
            second = step(second, word(bytes, index &+ 8))
            third = step(third, word(bytes, index &+ 16))
            fourth = step(fourth, word(bytes, index &+ 24))
            index &+= 32
        }
        while index < bytes.count {
            first = step(first, UInt64(bytes[index]))
            index &+= 1
        }
        var sum = UInt64(bytes.count)
        for lane in [first, second, third, fourth] { sum = step(sum, lane) }
        return sum
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    @inline(__always)
    private static func step(_ state: UInt64, _ word: UInt64) -> UInt64 {
        let product = (state ^ word) &* multiplier
        return product ^ (product &>> 32)
    }
}
