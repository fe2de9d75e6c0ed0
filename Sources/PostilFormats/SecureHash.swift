/// SHA-256 (FIPS 180-4): tells whether files are still those that somebody has looked at.
package struct SecureHash: Sendable {
    private var state: [UInt32] = [
        0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
    ]
    /// The bytes behind the last full block.
    private var rest: [UInt8] = []
    private var byteCount: UInt64 = 0
    private var words = InlineArray<64, UInt32>(repeating: 0)

    private static let blockSize = 64

    package init() {}

    /// Adds bytes.
    ///
    /// - Complexity: O(n).
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        byteCount += UInt64(bytes.count)
        var start = 0
        if !rest.isEmpty {
            start = min(SecureHash.blockSize - rest.count, bytes.count)
            rest += bytes[..<start]
            guard rest.count == SecureHash.blockSize else { return }
            let block = rest
            rest = []
            block.withUnsafeBytes { compress($0) }
        }
        while start + SecureHash.blockSize <= bytes.count {
            compress(UnsafeRawBufferPointer(rebasing: bytes[start..<start + SecureHash.blockSize]))
            start += SecureHash.blockSize
        }
        rest += bytes[start...]
    }

    /// Adds bytes.
    ///
    /// - Complexity: O(n).
    package mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

    /// Adds a text and its end, so that `ab` and `c` differ from `a` and `bc`.
    package mutating func update(_ text: String) { update(Array(text.utf8) + [0]) }

    /// The hash of all that was added, as 64 hexadecimal digits.
    package consuming func hexadecimal() -> String {
        let bits = byteCount * 8
        let padding = (2 * SecureHash.blockSize - 9 - rest.count) % SecureHash.blockSize
        let length = stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: bits >> UInt64($0)) }
        update([0x80] + Array(repeating: 0, count: padding) + length)
        return state.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    private mutating func compress(_ block: UnsafeRawBufferPointer) {
        for index in 0..<16 {
            words[index] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
        }
        for index in 16..<64 {
            let (early, late) = (words[index - 15], words[index - 2])
            let first = SecureHash.rotated(early, 7) ^ SecureHash.rotated(early, 18) ^ early >> 3
            let second = SecureHash.rotated(late, 17) ^ SecureHash.rotated(late, 19) ^ late >> 10
            words[index] = words[index - 16] &+ first &+ words[index - 7] &+ second
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for index in 0..<64 {
            let mixed = SecureHash.rotated(e, 6) ^ SecureHash.rotated(e, 11) ^ SecureHash.rotated(e, 25)
            let first = h &+ mixed &+ (e & f ^ ~e & g) &+ SecureHash.constants[index] &+ words[index]
            let other = SecureHash.rotated(a, 2) ^ SecureHash.rotated(a, 13) ^ SecureHash.rotated(a, 22)
            let second = other &+ (a & b ^ a & c ^ b & c)
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
        }
        for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
    }

    @inline(__always)
    private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let constants: InlineArray<64, UInt32> = [
        0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
        0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
        0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
        0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
        0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
        0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
        0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
        0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
    ]
}
