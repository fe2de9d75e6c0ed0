import PostilCore
import PostilFormats
import Testing

@Suite struct RecordReaderTests {
    private func read(
        _ line: String,
        fields: InputFields = InputFields(),
        isLossy: Bool = false
    ) -> InputDocument {
        Array(line.utf8).withUnsafeBufferPointer {
            RecordReader(fields: fields, isLossy: isLossy).document(line: $0, number: 7, source: "in.jsonl")
        }
    }

    private func text(_ document: InputDocument) -> String? { try? document.text.get().string }

    private func code(_ document: InputDocument) -> String? {
        if case .failure(let failure) = document.text { failure.code.rawValue } else { nil }
    }

    @Test(arguments: [
        (#"{"id":"a","text":"Hi"}"#, "a", "Hi", ""),
        (#"{"text":"Hi"}"#, "in.jsonl:7", "Hi", ""),
        (#"{"id":17,"text":"Hi"}"#, "17", "Hi", #""id":17"#),
        (#"{"id":null,"text":"Hi"}"#, "in.jsonl:7", "Hi", #""id":null"#),
        (#"{"id":"a","text":"","n":[1, {"b":null}],"\u00e9":1.50}"#, "a", "", #""n":[1, {"b":null}],"\u00e9":1.50"#),
        (#"{ "x" : 1e2 , "text" : "\ud83d\ude00\n" , "id" : "a" }"#, "a", "😀\n", #""x":1e2"#),
        (#"{"text":"one","text":"two","id":"a"}"#, "a", "two", ""),
        (#"{"k":1,"k":2,"text":"t","id":"a"}"#, "a", "t", #""k":2"#),
        (#"{"text":"\u0000","id":"a"}"#, "a", "\0", ""),
    ])
    func keepsTextIdentifierAndTheRestAsItWas(line: String, identifier: String, text: String, meta: String) {
        let document = read(line)
        #expect(document.identifier == identifier)
        #expect(self.text(document) == text)
        #expect(String(decoding: document.meta, as: UTF8.self) == meta)
        #expect(document.line == 7)
    }

    @Test(arguments: [
        (#"{"id":"a"}"#, "missing-text", "a"),
        (#"{"id":"a","text":null}"#, "text-not-string", "a"),
        (#"{"id":"a","text":["x"]}"#, "text-not-string", "a"),
        (#"{"id":"a","text":"x""#, "invalid-json", "in.jsonl:7"),
        (#"{"id":"a","text":"x"} {"#, "invalid-json", "in.jsonl:7"),
        (#"["x"]"#, "invalid-json", "in.jsonl:7"),
        ("not json", "invalid-json", "in.jsonl:7"),
        (#"{"text":"\ud800 x"}"#, "lone-surrogate", "in.jsonl:7"),
        ("{\"text\":\"a\tb\"}", "invalid-json", "in.jsonl:7"),
    ])
    func saysWhyALineIsNoDocument(line: String, code: String, identifier: String) {
        let document = read(line)
        #expect(self.code(document) == code)
        #expect(document.identifier == identifier)
    }

    @Test func namesTheByteThatIsNotUTF8AndReplacesItOnRequest() {
        let line = Array(#"{"id":"a","text":"x"#.utf8) + [0xFF] + Array(#"y"}"#.utf8)
        line.withUnsafeBufferPointer { bytes in
            let strict = RecordReader().document(line: bytes, number: 1, source: "in")
            #expect(code(strict) == "invalid-utf8")
            if case .failure(let failure) = strict.text { #expect(failure.message.contains("byte 19 ")) }
            let lossy = RecordReader(isLossy: true).document(line: bytes, number: 1, source: "in")
            #expect(text(lossy) == "x\u{FFFD}y")
            #expect(lossy.warnings.map(\.code.rawValue) == ["replaced-characters"])
        }
    }

    @Test(arguments: [
        (#"{"text":"a","text":"b"}"#, ["duplicate-key"]),
        ("", ["empty-line"]), ("  ", ["empty-line"]),
        (#"{"text":"a","when":"17/06/2014"}"#, ["invalid-anchor"]),
        (#"{"text":"a","when":7}"#, ["invalid-anchor"]),
        (#"{"text":"a","when":null}"#, []),
        (#"{"text":"a","when":"2014-06-17"}"#, []),
    ])
    func warnsOfWhatDoesNoHarm(line: String, codes: [String]) {
        let document = read(line, fields: InputFields(anchor: "when"))
        #expect(document.warnings.map(\.code.rawValue) == codes)
        #expect(text(document) != nil)
    }

    @Test func findsFieldsOfInnerObjectsAndPrefersAKeyThatIsTheWholePath() {
        let fields = InputFields(text: "a.b", identifier: "key", anchor: "c.d")
        let inner = read(#"{"a":{"b":"in"},"key":"k","c":{"d":"2020-02-29"}}"#, fields: fields)
        #expect(text(inner) == "in")
        #expect(inner.identifier == "k")
        #expect(inner.context.referenceDate == "2020-02-29")
        #expect(inner.context.referenceDateSource == "field")
        #expect(String(decoding: inner.meta, as: UTF8.self) == #""a":{"b":"in"},"c":{"d":"2020-02-29"}"#)
        #expect(text(read(#"{"a.b":"whole","a":{"b":"in"}}"#, fields: fields)) == "whole")
        #expect(code(read(#"{"a":{"x":"in"}}"#, fields: fields)) == "missing-text")
    }

    @Test func keepsApartManyKeysAndTheirLastValues() {
        let members = (0..<40).map { "\"k\($0 % 37)\":\($0)" }.joined(separator: ",")
        let document = read("{\(members),\"text\":\"t\"}")
        let meta = String(decoding: document.meta, as: UTF8.self)
        #expect(meta.split(separator: ",").count == 37)
        #expect(meta.contains("\"k2\":39") && !meta.contains("\"k2\":2,"))
        #expect(document.warnings.map(\.code.rawValue) == ["duplicate-key"])
    }

    @Test(arguments: [0, 15, 16, 17, 40])
    func keepsApartKeysThatDifferInCompositionOnly(others: Int) {
        let members = (0..<others).map { "\"k\($0)\":0," }.joined()
        let document = read("{\(members)\"e\u{301}\":1,\"\u{E9}\":2,\"text\":\"t\"}")
        #expect(document.warnings.isEmpty)
        let meta = String(decoding: document.meta, as: UTF8.self)
        #expect(meta.utf8.elementsEqual("\(members)\"e\u{301}\":1,\"\u{E9}\":2".utf8))
    }

    @Test(arguments: [
        ("2014-06-17", true), ("2014-06-17T09:30", true), ("2014-06-17T09:30:00.250Z", true),
        ("2014-06-17 09:30:00+05:30", true), ("2014-06-17T09:30:00-0200", true), ("2016-02-29", true),
        ("2015-02-29", false), ("2014-13-01", false), ("2014-6-17", false), ("17 June 2014", false), ("", false),
        ("2014-06-17T", false), ("2014-06-17T25:00", false), ("2014-06-17x", false),
    ])
    func referenceDatesAreDaysOfTheCalendar(text: String, isWellFormed: Bool) {
        #expect(ReferenceDate.isWellFormed(text) == isWellFormed)
    }
}
