import Postil
import Testing

@Suite struct ObjectSplitterTests {
    private func pieces(_ text: String, _ layout: ExchangeLayout, by count: Int = .max) -> [String] {
        var splitter = ObjectSplitter(layout: layout)
        var pieces: [ObjectSplitter.Piece] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let block = Array(rest.prefix(count))
            rest = rest.dropFirst(block.count)
            block.withUnsafeBufferPointer { splitter.push($0, into: &pieces) }
        }
        if let last = splitter.finish() { pieces.append(last) }
        return pieces.map { "\($0.line):\(String(decoding: $0.bytes, as: UTF8.self))" }
    }

    /// A text, its layout, and its pieces with their lines.
    private static let examples: [(String, ExchangeLayout, [String])] = [
        ("", .objects, []), ("\n \n", .objects, []), ("[]", .array, []),
        (#"{"a":1}"# + "\n" + #"{"b":[{}]}"#, .objects, [#"1:{"a":1}"#, #"2:{"b":[{}]}"#]),
        (#"[{"a":"}{\"["},"# + "\n" + #"{"b":1}]"#, .array, [#"1:{"a":"}{\"["}"#, #"2:{"b":1}"#]),
        ("{\n \"a\": 1\n}\n{\n}\n", .objectFiles, ["1:{\n \"a\": 1\n}", "4:{\n}"]),
        // A line that was cut off costs no other.
        (#"{"a":"x"# + "\n" + #"{"b":1}"# + "\n", .objects, [#"1:{"a":"x"#, #"2:{"b":1}"#]),
        ("nonsense\n{}\n", .objects, ["1:nonsense", "2:{}"]), ("\u{FEFF}{}", .objects, ["1:{}"]),
        ("{\"a\":[\n{}\n]}", .array, ["1:{\"a\":[\n{}\n]}"]), ("[{}", .array, ["1:{}"]), ("[{", .array, ["1:{"]),
    ]

    @Test(arguments: examples.indices, [1, 3, .max])
    func objectsAreFoundWhereverTheStreamIsCut(index: Int, count: Int) {
        let (text, layout, wanted) = ObjectSplitterTests.examples[index]
        #expect(pieces(text, layout, by: count) == wanted)
    }
}

@Suite struct FormatDetectionTests {
    @Test(arguments: ExchangeFormats.all.map(\.name).filter { $0 != "brat" && $0 != "timeml" })
    func whatIsWrittenShowsItsFormat(name: String) throws {
        let format = try exchangeFormat(name)
        for record in try ExchangeRecords.all.get() {
            let beginning = Array(try format.written(record).parts[0].prefix(1 << 16))
            #expect(ExchangeFormats.detect(path: "x.json", beginning: beginning) == name, "\(record.identifier)")
        }
    }

    @Test(arguments: [
        ("x.tml", "", "timeml"), ("x.conllu", "", "conllu"), ("x.bio", "", "conll2003"), ("x.tsv", "a\tb", nil),
        ("x.jsonl", #"{"label":"ORG","pattern":"x"}"#, "entity-ruler"), ("x.jsonl", #"{"text":"x"}"#, nil),
        ("x.json", #"[{"id":1,"data":{"text":"x"},"annotations":[]}]"#, "label-studio"), ("x", "", nil),
        ("x.jsonl", #"{"data":"x","label":[]}"#, nil),
    ])
    func namesAndBeginningsShowFormats(path: String, beginning: String, name: String?) {
        #expect(ExchangeFormats.detect(path: path, beginning: Array(beginning.utf8)) == name)
    }
}
