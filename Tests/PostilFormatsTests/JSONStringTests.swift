import PostilFormats
import Testing

@Suite("JSON strings")
struct JSONStringTests {
    @Test(
        "an escape stands for its character",
        arguments: [
            (#"\""#, "\""), (#"\\"#, "\\"), (#"\/"#, "/"), (#"\b"#, "\u{8}"), (#"\f"#, "\u{C}"), (#"\n"#, "\n"),
            (#"\r"#, "\r"), (#"\t"#, "\t"), (#"\u0000"#, "\u{0}"), (#"\u0041"#, "A"), (#"\u00e9"#, "é"),
            (#"\u00E9"#, "é"), (#"\u20AC"#, "€"), (#"\uD7FF"#, "\u{D7FF}"), (#"\uE000"#, "\u{E000}"),
            (#"\uFFFF"#, "\u{FFFF}"), (#"\uD800\uDC00"#, "\u{10000}"), (#"\ud83d\ude00"#, "😀"),
            (#"\uDBFF\uDFFF"#, "\u{10FFFF}"), (#"\\u0041"#, #"\u0041"#), (#"\u005Cn"#, #"\n"#),
        ]
    )
    func escapes(_ escaped: String, _ plain: String) throws {
        // At every distance from the start and the end, so that each step of the copy meets the escape.
        for before in 0...9 {
            for after in 0...9 {
                let (start, end) = (String(repeating: "a", count: before), String(repeating: "é", count: after))
                let value = try JSONValue(parsing: "\"\(start)\(escaped)\(end)\(escaped)\"")
                #expect(value == .string(start + plain + end + plain))
            }
        }
    }

    @Test("what is written is read again, for every scalar")
    func everyScalar() throws {
        for plane in stride(from: UInt32(0), to: 0x110000, by: 0x10000) {
            var text = ""
            for value in plane..<plane + 0x10000 {
                if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
            }
            var writer = JSONWriter()
            writer.string(text)
            let bytes = writer.buffer.array()
            let isSame = try JSONValue(parsing: bytes) == .string(text)
            #expect(isSame, "plane \(plane >> 16)")
            #expect(!bytes.contains { $0 < 0x20 })
        }
    }

    @Test("every scalar is read from its escaped form")
    func everyScalarEscaped() throws {
        for plane in [0, 1, 2, 15, 16] as [UInt32] {
            var text = ""
            var escaped = "\""
            for value in stride(from: plane << 16, to: (plane + 1) << 16, by: 7) {
                guard let scalar = Unicode.Scalar(value) else { continue }
                text.unicodeScalars.append(scalar)
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16, uppercase: value % 2 == 0)
                    escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            }
            let isSame = try JSONValue(parsing: escaped + "\"") == .string(text)
            #expect(isSame, "plane \(plane)")
        }
    }

    @Test(
        "only what JSON demands is escaped",
        arguments: [
            ("", #""""#), ("a b", #""a b""#), ("with a space in the tail ", #""with a space in the tail ""#),
            ("a/b", #""a/b""#), ("\"\\", #""\"\\""#), ("\u{8}\u{9}\u{A}\u{C}\u{D}", #""\b\t\n\f\r""#),
            ("\u{0}\u{1}\u{B}\u{1F}", #""\u0000\u0001\u000b\u001f""#), ("\u{7F}é😀", "\"\u{7F}é😀\""),
            ("\u{2028}\u{2029}", "\"\u{2028}\u{2029}\""), ("seven77\"eight888\\", #""seven77\"eight888\\""#),
        ]
    )
    func written(_ text: String, _ json: String) {
        var writer = JSONWriter()
        writer.string(text)
        #expect(String(decoding: writer.buffer.array(), as: UTF8.self) == json)
        #expect(JSONValue.string(text).serialized() == json)
    }

    @Test(
        "a lone surrogate is replaced and counted where that is asked for",
        arguments: [
            (#"\ud800"#, "\u{FFFD}", 1), (#"\udc00\ud800"#, "\u{FFFD}\u{FFFD}", 2),
            (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀", 1), (#"\ud83d\u0041"#, "\u{FFFD}A", 1),
            (#"a\ude00\n"#, "a\u{FFFD}\n", 1), (#"\ud83d\\ude00"#, "\u{FFFD}\\ude00", 1), (#"\ud83d\ude00"#, "😀", 0),
        ]
    )
    func lossy(_ escaped: String, _ text: String, _ count: Int) throws {
        let options = JSONReadingOptions(replacesLoneSurrogates: true)
        let line = Array(#"{"text":"\#(escaped)"}"#.utf8)
        try line.withUnsafeBufferPointer { bytes in
            var reader = try JSONObjectReader(bytes, options: options)
            let member = try #require(try reader.next())
            var decoded = Array("left from before".utf8)
            let replacements = try member.value.decode(into: &decoded)
            #expect(replacements == count)
            #expect(String(decoding: decoded, as: UTF8.self) == text)
        }
    }

    @Test(
        "a key is compared with its escapes resolved",
        arguments: [
            ("text", "text", true), ("text", "texts", false), ("texts", "text", false), ("", "", true),
            (#"t\u0065xt"#, "text", true), (#"t\u0065xt"#, "tent", false), (#"\u0074"#, "text", false),
            (#"caf\u00e9"#, "café", true), (#"\ud83d\ude00"#, "😀", true), (#"a\/b"#, "a/b", true), ("é", "e", false),
        ]
    )
    func keys(_ escaped: String, _ wanted: String, _ isEqual: Bool) throws {
        let line = Array(#"{"\#(escaped)":1}"#.utf8)
        try line.withUnsafeBufferPointer { bytes in
            var reader = try JSONObjectReader(bytes)
            let member = try #require(try reader.next())
            #expect(member.key.equals(Array(wanted.utf8)) == isEqual)
        }
    }
}
