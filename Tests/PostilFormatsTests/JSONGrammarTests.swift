import PostilFormats
import Testing

/// One document; where it is invalid, "‸" stands before the byte that the error must point at.
struct GrammarExample: Sendable, CustomTestStringConvertible {
    let text: String
    let code: JSONError.Code?

    init(_ text: String, _ code: JSONError.Code? = nil) {
        self.text = text
        self.code = code
    }

    var testDescription: String { text.debugDescription }

    /// The document without its marker.
    var bytes: [UInt8] { Array(text.split(separator: "‸", omittingEmptySubsequences: false).joined().utf8) }

    /// The byte offset of the marker.
    var offset: Int? {
        text.split(separator: "‸", maxSplits: 1, omittingEmptySubsequences: false).first.flatMap {
            text.contains("‸") ? $0.utf8.count : nil
        }
    }
}

@Suite("JSON grammar")
struct JSONGrammarTests {
    @Test("accepts every form that RFC 8259 allows", arguments: GrammarTable.valid)
    func acceptsValid(_ text: String) throws {
        let value = try JSONValue(parsing: text)
        #expect(try JSONValue(parsing: value.serialized()) == value)
    }

    @Test("refuses a document with the code and place of its fault", arguments: GrammarTable.invalid)
    func refusesInvalid(_ example: GrammarExample) {
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: example.bytes) }
        #expect(error?.code == example.code)
        #expect(error?.offset == example.offset)
        #expect(error?.message.contains("\n") == false)
    }

    @Test(
        "the member reader finds the same fault behind a sound member",
        // Behind a whole value an object goes on, so what may follow there differs.
        arguments: GrammarTable.invalid.filter { $0.code != .trailingData && $0.code != .unexpectedEnd }
    )
    func memberReaderRefusesInvalid(_ example: GrammarExample) {
        let prefix = Array(#"{"é":[1],"value":"#.utf8)
        let error = #expect(throws: JSONError.self) { try readAll(prefix + example.bytes) }
        #expect(error?.code == example.code)
        #expect(error?.offset == example.offset.map { $0 + prefix.count })
    }

    @Test("every start of a valid document is refused, or is a shorter number", arguments: GrammarTable.valid)
    func refusesPrefixes(_ text: String) throws {
        let bytes = Array(text.utf8)
        let end = bytes.lastIndex { !" \n\r\t".utf8.contains($0) } ?? 0
        for length in 0...end {
            guard let value = try? JSONValue(parsing: Array(bytes[..<length])) else { continue }
            #expect(value.kind == .number, "\(length) bytes of \(text)")
        }
    }

    @Test("open containers are counted up to the limit", arguments: [1, 2, 63, 64, 65, 127, 128, 129, 511, 512])
    func depthLimit(_ limit: Int) throws {
        let options = JSONReadingOptions(depthLimit: limit)
        for (open, close) in [("[", "]"), (#"{"a":"#, "}")] {
            let inner = open == "[" ? "" : "0"
            let deep = String(repeating: open, count: limit) + inner + String(repeating: close, count: limit)
            _ = try JSONValue(parsing: deep, options: options)
            let deeper = open + deep + close
            let error = #expect(throws: JSONError.self) { try JSONValue(parsing: deeper, options: options) }
            #expect(error?.code == .tooDeep)
            #expect(error?.offset == open.utf8.count * limit)
        }
    }

    @Test("a million open brackets are refused without a deep stack")
    func hostileDepth() {
        for bracket in ["[", #"{"a":"#] {
            let bytes = Array(String(repeating: bracket, count: 1_000_000).utf8)
            let error = #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
            #expect(error?.code == .tooDeep)
        }
        let options = JSONReadingOptions(depthLimit: .max)
        let error = #expect(throws: JSONError.self) {
            try readAll(Array("{\"a\":".utf8) + Array(repeating: UInt8(ascii: "["), count: 1_000_000), options)
        }
        #expect(error?.code == .unexpectedEnd)
    }

    @Test("mixed brackets close in the order that they opened in, at any depth")
    func mixedDepth() throws {
        var text = "0"
        for level in 0..<500 { text = level % 3 == 0 ? #"{"k":\#(text)}"# : "[\(text),1]" }
        #expect(try JSONValue(parsing: text).serialized() == text)
        let wrong = text.replacing("0}", with: "0]", maxReplacements: 1)
        #expect(throws: JSONError.self) { try JSONValue(parsing: wrong) }
    }

    @Test("bytes that are not UTF-8 are refused with their offset")
    func invalidUTF8() {
        let bytes = Array(#""abc"#.utf8) + [0xC3, 0x28] + Array(#"""#.utf8)
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
        #expect(error?.code == .invalidUTF8)
        #expect(error?.offset == 4)
    }

    @Test(
        "messages say what stood there",
        arguments: [
            ("[1 2]", "expected “,” or “]”, found “2” at byte 3 [unexpected-byte]"),
            ("{\"a\" 1}", "expected “:”, found “1” at byte 5 [unexpected-byte]"),
            ("{a:1}", "expected a key in quotation marks, found “a” at byte 1 [unexpected-byte]"),
            ("[1", "expected “,” or “]”, found the end at byte 2 [unexpected-end]"),
            ("-01.5", "“-01.5” is not a JSON number at byte 0 [bad-number]"),
            (#"["\ud83dx"]"#, #"“\ud83d” is half of a surrogate pair at byte 2 [lone-surrogate]"#),
            (#"["\q"]"#, #"“\q” is not a JSON escape at byte 2 [bad-escape]"#),
            ("[\"\u{1}\"]", "control character 0x01 must be escaped in a string at byte 2 [control-character]"),
            ("\"abc", "a string without its closing quotation mark at byte 0 [unterminated-string]"),
            ("1 x", "expected the end, found “x” at byte 2 [trailing-data]"),
            ("\u{FEFF}1", "expected a value, found 0xEF at byte 0 [unexpected-byte]"),
        ]
    )
    func messages(_ text: String, _ message: String) {
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
        #expect(error?.description == message)
    }
}

/// Reads all members of an object and all that they hold.
func readAll(_ bytes: [UInt8], _ options: JSONReadingOptions = JSONReadingOptions()) throws -> [String] {
    try bytes.withUnsafeBufferPointer { bytes in
        var keys: [String] = []
        var reader = try JSONObjectReader(bytes, options: options)
        while let member = try reader.next() { keys.append(try member.key.string()) }
        return keys
    }
}
