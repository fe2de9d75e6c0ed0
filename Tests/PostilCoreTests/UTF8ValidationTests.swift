import PostilCore
import Testing

@Suite("UTF-8 validation")
struct UTF8ValidationTests {
    /// Ill-formed bytes, the offset of the first fault, and how many replacements Unicode recommends.
    static let illFormed: [(name: String, bytes: [UInt8], offset: Int, replacements: Int)] = [
        ("continuation alone", [0x41, 0x80, 0x42], 1, 1),
        ("lead alone at the end", [0x41, 0xC3], 1, 1),
        ("lead before ASCII", [0xC3, 0x28], 0, 1),
        ("overlong slash in two bytes", [0xC0, 0xAF], 0, 2),
        ("overlong slash in three bytes", [0xE0, 0x80, 0xAF], 0, 3),
        ("overlong slash in four bytes", [0xF0, 0x80, 0x80, 0xAF], 0, 4),
        ("overlong two-byte lead", [0xC1, 0x81], 0, 2),
        ("first surrogate", [0xED, 0xA0, 0x80], 0, 3),
        ("last surrogate", [0xED, 0xBF, 0xBF], 0, 3),
        ("surrogate pair as CESU-8", [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], 0, 6),
        ("first above U+10FFFF", [0xF4, 0x90, 0x80, 0x80], 0, 4),
        ("five-byte form", [0xF8, 0x88, 0x80, 0x80, 0x80], 0, 5),
        ("byte that never occurs", [0x61, 0xFF, 0x62, 0xFE], 1, 2),
        ("three-byte form cut off", [0x61, 0xE2, 0x82], 1, 1),
        ("four-byte form cut off after three", [0xF0, 0x9F, 0x98], 0, 1),
        ("four-byte form cut off by ASCII", [0xF1, 0x80, 0x80, 0x41], 0, 1),
        ("truncated forms in a row", [0xE1, 0x80, 0xE2, 0xF0, 0x91, 0x92, 0xF1, 0xBF, 0x41], 0, 4),
    ]

    @Test("accepts every scalar value, and no surrogate or higher number")
    func everyScalar() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let bytes = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            if UTF8Validator.firstInvalid(in: bytes) != nil { Issue.record("U+\(String(value, radix: 16)) refused") }
        }
    }

    @Test("agrees with the standard library on every one, two and three bytes from the edges of the ranges")
    func allShortSequences() {
        let edges: [UInt8] = [
            0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
            0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
        ]
        for first in edges {
            for second in edges {
                for third in edges { expectAgreement([first, second, third, 0x80, 0x80]) }
            }
        }
        for first in UInt8.min...(.max) {
            expectAgreement([first])
            for second in UInt8.min...(.max) { expectAgreement([first, second]) }
        }
    }

    @Test("finds the first fault and repairs as Unicode recommends", arguments: illFormed)
    func faults(_ example: (name: String, bytes: [UInt8], offset: Int, replacements: Int)) {
        // Before the fault every length of text up to several steps, so that each step size meets it.
        for length in 0...70 {
            let prefix = Array(String(repeating: "é a", count: 24).utf8.prefix(length / 4 * 4))
            let ascii = [UInt8](repeating: 0x61, count: length)
            for lead in [prefix, ascii] {
                let bytes = lead + example.bytes + ascii
                #expect(UTF8Validator.firstInvalid(in: bytes) == lead.count + example.offset)
                let (repaired, replacements) = UTF8Validator.repaired(bytes)
                #expect(replacements == example.replacements)
                #expect(repaired == Array(String(decoding: bytes, as: UTF8.self).utf8))
            }
        }
    }

    @Test("well-formed text comes back as it was")
    func wellFormed() {
        for text in ["", "a", "plain ASCII of more than thirty-two bytes in all", "naïve 日本語 😀 e\u{301}\u{FFFD}\u{0}"] {
            let (bytes, replacements) = UTF8Validator.repaired(Array(text.utf8))
            #expect(bytes == Array(text.utf8))
            #expect(replacements == 0)
        }
    }

    @Test("repair adds to what the result already holds")
    func repairAppends() {
        var result = Array("kept ".utf8)
        let replacements = [0x61, 0xFF, 0x62].withUnsafeBufferPointer { UTF8Validator.repair($0, into: &result) }
        #expect(String(decoding: result, as: UTF8.self) == "kept a\u{FFFD}b")
        #expect(replacements == 1)
    }

    @Test("agrees with the standard library on random bytes", arguments: 0..<8)
    func random(_ seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0..<24, using: &generator) {
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes += Array("plain text ".utf8.prefix(Int.random(in: 0..<12, using: &generator)))
                case 1:
                    bytes += Array(
                        ["é", "日", "😀", "\u{7FF}"].randomElement(using: &generator).map { $0.utf8 } ?? "".utf8
                    )
                case 2: bytes.append(UInt8.random(in: 0x80...0xFF, using: &generator))
                default: if !bytes.isEmpty { bytes.removeLast() }
                }
            }
            expectAgreement(bytes)
        }
    }

    private func expectAgreement(_ bytes: [UInt8]) {
        let isValid = String(validating: bytes, as: UTF8.self) != nil
        let offset = UTF8Validator.firstInvalid(in: bytes)
        if (offset == nil) != isValid { Issue.record("\(bytes): \(String(describing: offset))") }
        if let offset, String(validating: bytes[..<offset], as: UTF8.self) == nil {
            Issue.record("\(bytes): not valid before \(offset)")
        }
        if UTF8Validator.repaired(bytes).bytes != Array(String(decoding: bytes, as: UTF8.self).utf8) {
            Issue.record("\(bytes): repaired otherwise")
        }
    }
}
