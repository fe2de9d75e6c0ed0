import PostilCore
import Testing

@Suite("Hashes of lower-cased words")
struct LowercaseHashTests {
    private func folding(_ bytes: [UInt8]) -> LowercaseHash {
        bytes.withUnsafeBufferPointer { LowercaseHash(folding: $0) }
    }

    /// The hash by the initialiser that may read behind the word, with `behind` standing there.
    private func folding(_ bytes: [UInt8], behind: [UInt8]) -> LowercaseHash? {
        (bytes + behind).withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { LowercaseHash(folding: $0, count: bytes.count, readable: buffer.count) }
        }
    }

    @Test("letters are folded at every length and position, whatever stands behind the word")
    func folds() {
        for length in 0...40 {
            let lower = (0..<length).map { UInt8(ascii: "a") + UInt8($0 % 26) }
            let upper = lower.map { $0 - 32 }
            let hash = folding(lower)
            #expect(folding(upper) == hash)
            for behind in [[UInt8](), [0x5A], Array("ZZZZZZZZZZ".utf8), [UInt8](repeating: 0xFF, count: 8)]
            where length + behind.count > 0 {
                #expect(folding(upper, behind: behind) == hash)
            }
            for position in 0..<length {
                var one = lower
                one[position] = upper[position]
                if folding(one) != hash { Issue.record("capital at \(position) of \(length)") }
                one[position] = UInt8(ascii: "_")
                if folding(one) == hash { Issue.record("position \(position) of \(length) does not count") }
            }
        }
    }

    @Test("every byte alone: capitals fold, all other bytes stay apart")
    func everyByte() {
        for padding in [0, 3, 7, 8, 13] {
            let rest = [UInt8](repeating: UInt8(ascii: "m"), count: padding)
            var seen: [LowercaseHash: UInt8] = [:]
            for byte in UInt8.min...UInt8.max where !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) {
                #expect(seen.updateValue(byte, forKey: folding(rest + [byte])) == nil)
            }
            for byte in UInt8(ascii: "A")...UInt8(ascii: "Z") {
                #expect(seen[folding(rest + [byte])] == byte + 32)
            }
        }
    }

    @Test(
        "words are lower-cased by Unicode",
        arguments: [("Straße", "straße"), ("ÉCOLE", "école"), ("ΑΒΓ", "αβγ"), ("İ", "i\u{307}")]
    )
    func words(word: String, lowered: String) {
        #expect(LowercaseHash(word: word) == folding(Array(lowered.utf8)))
        #expect(LowercaseHash(word: word[...]) == LowercaseHash(word: lowered))
    }

    @Test("letters in a register hash as the word does")
    func letters() {
        let word = Array("abcdefgh".utf8)
        for count in 1...8 {
            let letters = word[..<count].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            #expect(LowercaseHash(lowerLetters: letters, count: count) == folding(Array(word[..<count])))
        }
    }

    @Test("length counts, so padding is not the same word")
    func length() {
        #expect(Set((0...20).map { folding([UInt8](repeating: 0, count: $0)) }).count == 21)
    }

    /// Compiled lexicons hold these bits: where this test fails they all have to be built again.
    static let pinned: [(word: String, bits: UInt64)] = [
        ("", 0x9E37_79BD_8EF1_B1DE), ("a", 0x5466_A8F9_17B0_0D83), ("the", 0x9D9C_3AD8_D24A_9435),
        ("Tuesday", 0x4DF4_D941_18F5_0C34), ("thousand", 0xC178_A361_6131_B3A7), ("yesterday", 0x2878_60CE_4129_AE21),
        ("sixteen letters.", 0x2525_2ED7_9645_C642),
        ("counterrevolutionaries", 0x012E_A0CF_0D55_852A), ("café", 0x5373_1939_BDD5_C0E9),
    ]

    @Test("the bits are those that compiled lexicons hold", arguments: pinned)
    func bits(word: String, bits: UInt64) {
        #expect(LowercaseHash(word: word).bits == bits, "0x\(String(LowercaseHash(word: word).bits, radix: 16))")
    }
}
