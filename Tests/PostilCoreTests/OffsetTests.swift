import PostilCore
import Testing

@Suite("Offsets in other units")
struct OffsetTests {
    static let texts: [String] =
        [
            "", "a", "é", "😀", "plain ASCII, longer than one block of sixty-four bytes, so that there are two of them.",
            "Hello 😊, my name is Ann.", "𝒊 is italic", "はじめまして ❤️🔴\n🔹", "e\u{301}te\u{301} cafe\u{301}",
            "one\r\ntwo\r\n\u{0}three",
            "\u{FEFF}with a mark", "👩‍👩‍👧‍👦🇬🇧1️⃣👍🏽", "\u{10FFFF}\u{E000}\u{FFFF}",
        ]
        // A wide scalar at every distance from the borders of the first two blocks, which end at 64 and 128.
        + (50...70).flatMap { length in
            ["é", "日", "😀"].map { String(repeating: "a", count: length) + $0 + String(repeating: "b", count: 63) + $0 }
        } + ["é", "日", "😀"].flatMap { wide in (15...70).map { String(repeating: wide, count: $0) } }

    @Test("agree with counting from the start, in both directions, for every unit", arguments: OffsetUnit.allCases)
    func bothDirections(_ unit: OffsetUnit) {
        for string in OffsetTests.texts {
            let text = Text(string)
            let map = OffsetMap(text: text, unit: unit)
            var cursor = OffsetCursor(text: text, unit: unit)
            let expected = boundaries(of: string, unit: unit)
            for (byte, offset) in expected {
                if map.offset(of: byte) != offset { Issue.record("\(string): byte \(byte) to \(unit)") }
                if cursor.offset(of: byte) != offset { Issue.record("\(string): cursor at byte \(byte) to \(unit)") }
            }
            let bytes = Dictionary(uniqueKeysWithValues: expected.map { ($0.offset, $0.byte) })
            // Also those inside a scalar and behind the end, which have no byte.
            for offset in 0...UInt32(text.count + 3) where map.byteOffset(of: offset) != bytes[offset] {
                Issue.record("\(string): \(unit) \(offset) to byte")
            }
            #expect(map.byteOffset(of: .max) == nil)
        }
    }

    @Test("a cursor goes back too, and stops at the end")
    func cursorGoesBack() {
        var cursor = OffsetCursor(text: "日本語 😀!", unit: .utf16)
        #expect([10, 3, 14, 0, 99, 6].map { cursor.offset(of: $0) } == [4, 1, 6, 0, 7, 2])
        let map = OffsetMap(text: "日本語 😀!", unit: .utf16)
        #expect(map.offset(of: 99) == 7)
    }

    /// The byte and the offset in `unit` of each scalar boundary, by the views of the standard library.
    private func boundaries(of string: String, unit: OffsetUnit) -> [(byte: UInt32, offset: UInt32)] {
        let scalars = string.unicodeScalars
        return (Array(scalars.indices) + [scalars.endIndex]).map { index in
            let before = scalars[..<index]
            let offset =
                switch unit {
                case .codepoint: before.count
                case .utf8: String(before).utf8.count
                case .utf16: String(before).utf16.count
                }
            return (UInt32(String(before).utf8.count), UInt32(offset))
        }
    }
}
