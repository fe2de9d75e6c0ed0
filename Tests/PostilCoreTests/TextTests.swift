import PostilCore
import Testing

@Suite("Texts")
struct TextTests {
    @Test(
        "bytes that are not UTF-8 are refused with the offset of the first",
        arguments: [
            ([0x61, 0xFF], 1, "0xFF"), ([0xC3], 0, "0xC3"), ([0x61, 0x62, 0xED, 0xA0, 0x80], 2, "0xED"),
            ([0xC3, 0xA9, 0x80, 0xFF], 2, "0x80"),
        ] as [([UInt8], Int, String)]
    )
    func invalid(bytes: [UInt8], offset: Int, byte: String) {
        let error = annotationError { () throws(AnnotationError) in try Text(validating: bytes) }
        #expect(error?.byteOffset == offset)
        let message = "invalid-utf8: byte \(offset) of the text (\(byte)) is not valid UTF-8: convert or repair it"
        #expect(error?.description == message)
    }

    @Test("repairing replaces what is not UTF-8 and says how often")
    func repairing() throws {
        let (text, replacements) = try Text.repairing([0x61, 0xFF, 0x62, 0xE2, 0x82, 0x63])
        #expect(text.string == "a\u{FFFD}b\u{FFFD}c" && replacements == 2)
        let (sound, none) = try Text.repairing(Array("né".utf8))
        #expect(sound == "né" && none == 0)
    }

    /// Texts, each between bars at its scalar boundaries.
    static let boundaries = [
        "||", "|a|", "|a|b|", "|é|", "|e|\u{301}|", "|😀|a|", "|👩|\u{200D}|👧|", "|\r|\n|", "|\u{0}|日|\u{FEFF}|",
    ]

    @Test("scalar boundaries are where scalars begin and at the end, never behind it", arguments: boundaries)
    func scalarBoundaries(_ marked: String) {
        var expected: [UInt32] = []
        var bytes: [UInt8] = []
        for scalar in marked.unicodeScalars {
            if scalar == "|" { expected.append(UInt32(bytes.count)) } else { bytes += Array(String(scalar).utf8) }
        }
        let text = Text(validated: bytes)
        let found = (0...UInt32(bytes.count + 9)).filter(text.isScalarBoundary)
        #expect(found == Set(expected).sorted())
        #expect(!text.isScalarBoundary(.max))
    }

    @Test("a text knows whether it is ASCII, at every length and position of the odd scalar")
    func ascii() {
        for length in 0...40 {
            let plain = [UInt8](repeating: 0x7F, count: length)
            #expect(Text(validated: plain).isASCII)
            for position in 0...length {
                let odd = plain[..<position] + Array("é".utf8) + plain[position...]
                if Text(validated: Array(odd)).isASCII { Issue.record("\(length) \(position)") }
            }
        }
    }

    @Test("a span gives its characters, cut to the text")
    func characters() {
        let text: Text = "naïve 😀"
        #expect(text[Span(start: 0, end: 6)] == "naïve")
        #expect(text[Span(start: 7, end: 99)] == "😀")
        #expect(text[Span(start: 50, end: 99)].isEmpty)
        #expect(text.span == Span(start: 0, end: 11) && text.count == 11 && !text.isEmpty)
        #expect(Text("").span == Span(start: 0, end: 0) && Text("").isEmpty)
    }
}
