import PostilCore
import Testing

@testable import PostilREPL

@Suite("Input")
struct InputTests {
    @Test(
        "A line is a text, a command, a shell command, a remark or nothing",
        arguments: [
            ("", InputLine.empty), ("  \t", .empty), ("He left.", .text("He left.")),
            (".why 3", .command(name: "why", rest: "3")), (".WHY  3 ", .command(name: "WHY", rest: "3")),
            (".load \"a b\"", .command(name: "load", rest: "\"a b\"")), ("..why", .text(".why")),
            (" .why", .text(".why")), ("...", .text("...")), (".5 is a number", .text(".5 is a number")),
            (". alone", .text(". alone")), ("!ls -l", .shell("ls -l")), ("!", .text("!")), ("# remark", .remark),
            ("#", .remark), ("#topic", .text("#topic")), (" # text", .text("# text")),
            ("  indented", .text("  indented")),
            ("é.", .text("é.")),
        ]
    )
    func lines(line: String, expected: InputLine) {
        #expect(InputLine(line) == expected)
    }

    @Test(
        "Words are split at white space, and quotation marks keep it",
        arguments: [
            ("", []), ("a b", ["a", "b"]), ("  a \t b ", ["a", "b"]), ("\"a b\" c", ["a b", "c"]),
            ("'a b'", ["a b"]), ("\"a \\\" b\"", ["a \" b"]), ("\"\"", [""]), ("it's", ["it's"]),
            ("a\"b c\"d", ["ab cd"]),
            ("'a \\ b'", ["a \\ b"]),
        ]
    )
    func words(rest: String, expected: [String]) throws {
        #expect(try Arguments(rest).words == expected)
    }

    @Test("An open quotation mark is an error", arguments: ["\"a", "a 'b", "\"a\\\""])
    func openMark(rest: String) {
        #expect(throws: CommandError.usage("a quotation mark is left open: \(rest)")) { try Arguments(rest) }
    }

    @Test(
        "A word in quotation marks is read as it was",
        arguments: ["a", "", "a b", "it's", "\"", "\\", "a\\\"b c", "é'"]
    )
    func quoting(word: String) throws {
        #expect(try Arguments(".x \(Arguments.quoted(word)) y").words == [".x", word, "y"])
    }

    @Test(
        "A query has a layer, a type, a rule and a value",
        arguments: [
            ("dates", "dates", nil, nil, nil), ("dates:", "dates", nil, nil, nil),
            ("dates:DATE", "dates", "DATE", nil, nil), ("dates=2014*", "dates", nil, nil, "2014*"),
            ("dates#weekday", "dates", nil, "weekday", nil), ("dates:SET#rule=P1D", "dates", "SET", "rule", "P1D"),
            ("dates:TIME=2014-01-01T17:00", "dates", "TIME", nil, "2014-01-01T17:00"), ("", "", nil, nil, nil),
        ] as [(String, String, String?, String?, String?)]
    )
    func queries(text: String, layer: String, type: String?, rule: String?, value: String?) {
        let query = AnnotationQuery(text)
        #expect(query.layer.rawValue == layer)
        #expect(query.type == type && query.rule == rule && query.value == value)
    }

    @Test("Words with a colon are words unless a name stands before it")
    func meantQueries() {
        for word in ["dates:", "dates:DATE", "org.example.x#y", "dates=1"] {
            #expect(AnnotationQuery.isMeant(by: word))
        }
        for word in ["5:30", "dates", ":x", "=", "#topic", "", "£5:"] { #expect(!AnnotationQuery.isMeant(by: word)) }
    }

    @Test("A line that is not UTF-8 is repaired, and that is said")
    func malformedLines() throws {
        #expect(LineOutcome(decoding: Array("é".utf8)) == .line("é"))
        #expect(LineOutcome(decoding: [0x61, 0xE9, 0x62]) == .repaired("a\u{FFFD}b"))
    }

    @Test("Lines that belong together are joined")
    func assembling() {
        #expect(inputs(["one", "two"]) == [.text("one"), .text("two")])
        #expect(inputs(["one \\", "two"]) == [.text("one \ntwo")])
        #expect(inputs(["\"\"\"", "one", "", ".two", "\"\"\"", "three"]) == [.text("one\n\n.two"), .text("three")])
        #expect(inputs(["\"\"\"one", "two\"\"\""]) == [.text("one\ntwo")])
        #expect(inputs(["\"\"\"one\"\"\""]) == [.text("one")])
        #expect(inputs(["\"\"\"", "open"]) == [.text("open")])
        #expect(inputs(["open \\"]) == [.text("open \n")])
        #expect(inputs(["not open \\\\"]) == [.text("not open \\\\")])
    }

    private func inputs(_ lines: [String]) -> [InputLine] {
        var assembler = InputAssembler()
        var inputs = lines.compactMap { assembler.add($0)?.input }
        if let rest = assembler.end() { inputs.append(rest.input) }
        return inputs
    }

    @Test("What was assembled gives the same input when it is typed again", arguments: 0..<300)
    func reassembling(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let pieces = ["\"\"\"", "\\", "\n", ".why", " ", "a", "\"", "!", "#", "é", "'"]
        let count = Int.random(in: 0...20, using: &generator)
        let typed = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
        var assembler = InputAssembler()
        var all: [InputAssembler.Assembled] = []
        for line in typed.split(separator: "\n", omittingEmptySubsequences: false) {
            if let assembled = assembler.add(String(line)) { all.append(assembled) }
        }
        if let rest = assembler.end() { all.append(rest) }
        #expect(!assembler.isOpen)
        #expect(all.map(\.source).joined(separator: "\n") == typed)
        for assembled in all {
            var again = InputAssembler()
            var inputs = assembled.source.split(separator: "\n", omittingEmptySubsequences: false)
                .compactMap { again.add(String($0))?.input }
            if let rest = again.end() { inputs.append(rest.input) }
            #expect(inputs == [assembled.input])
        }
    }

    @Test("A reference is a number, an offset, a stretch, or a member of a layer")
    func references() {
        #expect(Reference("3") == .number(3))
        #expect(Reference("@12") == .offset(12))
        #expect(Reference("12:24") == .span(12, 24))
        #expect(Reference("org.example.x:5") == .member("org.example.x", 5))
        for word in ["", "x", "@", "@x", ":", "1:", ":1", "1:x", "x:y"] { #expect(Reference(word) == nil) }
    }

    @Test("A history's entry comes back from its line", arguments: ["a", "a\nb", "a\\nb", "\\", "\\\\n", "é\n\n"])
    func historyLines(entry: String) {
        let line = History.escaped(entry)
        #expect(!line.contains("\n"))
        #expect(History.unescaped(line) == entry)
    }
}
