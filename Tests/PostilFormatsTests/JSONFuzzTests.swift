import PostilCore
import PostilFormats
import Testing

@Suite("JSON against a slow oracle")
struct JSONFuzzTests {
    @Test("random documents come back as they were", arguments: 0..<8)
    func roundTrip(_ seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<300 {
            let value = JSONValue.random(depth: 5, using: &generator)
            let compact = value.serialized()
            let spaced = JSONOracle.write(value, using: &generator)
            #expect(try JSONValue(parsing: compact) == value)
            #expect(try JSONValue(parsing: spaced) == value)
            #expect(JSONOracle.read(spaced) == value)
        }
    }

    @Test("mutated documents are judged as the oracle does", arguments: 0..<8)
    func mutations(_ seed: UInt64) {
        var generator = SplitMix64(seed: 1_000 + seed)
        var accepted = 0
        for _ in 0..<2_000 {
            let value = JSONValue.random(depth: 3, using: &generator)
            var bytes = JSONOracle.write(value, using: &generator)
            for _ in 0..<Int.random(in: 1...3, using: &generator) { mutate(&bytes, using: &generator) }
            let parsed = try? JSONValue(parsing: bytes)
            let expected = JSONOracle.read(bytes)
            #expect(parsed == expected, "\(String(decoding: bytes, as: UTF8.self))")
            if parsed != nil { accepted += 1 }
            // The member reader wants an object, and leaves UTF-8 to its caller.
            if let expected {
                #expect((try? readAll(bytes)) == expected.object?.members.map(\.key))
            } else if String(validating: bytes, as: UTF8.self) != nil {
                #expect((try? readAll(bytes)) == nil)
            }
        }
        #expect(accepted > 50 && accepted < 1_900)
    }

    private func mutate(_ bytes: inout [UInt8], using generator: inout SplitMix64) {
        guard !bytes.isEmpty else { return }
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        let pieces = [
            "\"", "\\", "[", "]", "{", "}", ",", ":", "0", "-", ".", "e", "+", "\n", "\u{1}", "\\u", "\\ud800",
            "\\udc00", "\\ud83d\\ude00", "true", "null", " ", "é", "a",
        ]
        let piece = Array((pieces.randomElement(using: &generator) ?? "").utf8)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes.remove(at: index)
        case 1: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 2: bytes.insert(contentsOf: piece, at: index)
        case 3: bytes.replaceSubrange(index..<index + 1, with: piece)
        case 4: bytes.removeSubrange(index...)
        default: bytes.swapAt(index, Int.random(in: 0..<bytes.count, using: &generator))
        }
    }
}

extension JSONValue {
    /// A value of any type, with at most `depth` containers inside each other.
    static func random(depth: Int, using generator: inout SplitMix64) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &generator) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &generator))
        case 2:
            let numbers = ["0", "-0", "12", "-7", "3.25", "1e5", "-2.5E-10", "12345678901234567890.5"]
            return .number(numbers.randomElement(using: &generator) ?? "1")
        case 3, 4: return .string(randomText(using: &generator))
        case 5, 6:
            let count = Int.random(in: 0..<4, using: &generator)
            return .array((0..<count).map { _ in random(depth: depth - 1, using: &generator) })
        default:
            let count = Int.random(in: 0..<4, using: &generator)
            let members = (0..<count).map { _ in
                JSONObject.Member(
                    key: randomText(using: &generator),
                    value: random(depth: depth - 1, using: &generator)
                )
            }
            return .object(JSONObject(members))
        }
    }

    private static func randomText(using generator: inout SplitMix64) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0..<20, using: &generator) {
            let limits: [UInt32] = [0x20, 0x7F, 0x7F, 0x7F, 0x7FF, 0xFFFF, 0x10FFFF]
            let limit = limits.randomElement(using: &generator) ?? 0x7F
            if let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &generator)) {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
