import Foundation
import Postil
import Testing

@testable import PostilREPL

@Suite("Views")
struct ViewTests {
    private func session(style: Style = Style()) throws -> TestSession {
        try TestSession(
            REPLConfiguration(annotators: [PairAnnotator()], views: ["org.example.pairs": PairView()]),
            style: style
        )
    }

    @Test("Annotations that nest or cross stand in lanes of their own")
    func lanes() throws {
        let output = try session().lines(["A B one A two B three C C"])
        #expect(
            output == """
                    0 │ A B one A two B three C C
                pairs │ ╰1 of A─╯             ╰─╯3 of C
                      │   ╰2 of B─────╯

                """
        )
    }

    @Test("A label stands before a frame where there is no room behind it")
    func labelsAtTheEdge() throws {
        let output = try session(style: Style(width: 24)).lines(["one two three fZ Z"])
        #expect(
            output == """
                    0 │ one two three fZ
                pairs │          1 of Z╵
                   17 │ Z
                pairs │ ╵1

                """
        )
    }

    @Test("Wide characters and marks keep frames under their text")
    func wideCharacters() throws {
        let output = try session().lines(["東京 A e\u{301}e\u{301} 👩‍👩‍👧 A end"])
        #expect(
            output == """
                    0 │ 東京 A e\u{301}e\u{301} 👩‍👩‍👧 A end
                pairs │      ╰1 of A─╯

                """
        )
    }

    @Test("Inline, crossing annotations are closed by number")
    func inline() throws {
        let output = try session().lines([".mode inline", "A B one A two B."])
        #expect(
            output == "{1 org.example.pairs of A: A {2 org.example.pairs of B: B one A}1 two B}.\n"
        )
    }

    @Test("In HTML a piece of text names all that cover it")
    func html() throws {
        let output = try session().lines([".mode html", "A B A B"])
        #expect(output.contains(#"<span class="l0" title="1 org.example.pairs of A">A </span>"#))
        #expect(
            output.contains(
                #"<span class="l0" title="1 org.example.pairs of A; 2 org.example.pairs of B">B A</span>"#
            )
        )
        #expect(output.contains(#"<span class="l0" title="2 org.example.pairs of B"> B</span>"#))
    }

    @Test("brat gets a fragment for each line")
    func brat() throws {
        let output = try session().lines([".mode brat", "\"\"\"", "A é", "b A", "\"\"\""])
        #expect(output == "T1\tPAIR 0 3;4 7\tA é b A\n#1\tAnnotatorNotes T1\tletter=A\n")
    }

    @Test("A layer's own overview is shown")
    func overview() throws {
        let output = try session().lines(["A B A B", ".view org.example.pairs"])
        #expect(output.hasSuffix("pair 1: A B A\npair 2: B A B\n"))
    }

    @Test("A layer's own commands are called, shortened, explained, listed and completed as all others")
    func layerCommands() throws {
        let session = try session()
        #expect(session.lines([".letters"]) == "test:1: error: there is no document yet: type a text, or .load FILE\n")
        _ = session.lines(["A B one A two B three C C"])
        let counts = "letter  count\nA           1\nB           1\nC           1\n"
        #expect(session.lines([".letters"]) == counts)
        #expect(session.lines([".lett"]) == counts)
        #expect(session.lines([".letters B"]) == "letter  count\nB           1\n")
        #expect(session.lines([".letters Z"]) == "test:1: error: there is no such pair\n")
        #expect(session.lines([".letters B C"]) == "test:1: error: usage: .letters [LETTER]\n")
        #expect(session.lines([".nesting x"]) == "test:1: error: usage: .nesting\n")
        #expect(
            session.lines([".nesting"]) == """
                org.example.pairs 0:25
                ├─ A B one A [0:9] (+1.0)
                ├─ B one A two B [2:15] (+1.0)
                └─ C C [22:25] (+1.0)

                """
        )
        #expect(
            session.lines([".help letters"]) == """
                .letters [LETTER]
                count the letters of pairs

                With LETTER, only that one.

                EXAMPLE
                  .letters

                """
        )
        let heading = "\nWhat layers bring (.help extra)\n"
        #expect(
            session.lines([".help extra"]) == heading
                + "  .letters [LETTER]        count the letters of pairs\n"
                + "  .nesting                 show pairs as a tree\n"
        )
        #expect(session.lines([".help"]).contains(heading))
        #expect(session.lines([".apropos pairs"]).contains(".letters"))
        let completer = Completer(session: session.current)
        #expect(completer.candidates(line: ".nest", start: 0, end: 5).map(\.word) == [".nesting"])
        #expect(
            session.lines([".drop org.example.pairs", ".letters"])
                .hasSuffix("error: the document has no layer 'org.example.pairs': .add the annotator that makes it\n")
        )
    }

    @Test("Layers with one annotation for each token stay hidden, stand in the list of tokens, and are columns")
    func tokenLayers() throws {
        let session = try TestSession(REPLConfiguration(annotators: [try Segmenter(), PlainTagger(), NameFinder()]))
        #expect(
            session.lines(["He left Wu."]) == """
                        0 │ He left Wu.
                sentences │ ╰1────────╯
                 entities │         ╰╯2 PERSON Ms. Wu

                """
        )
        #expect(
            session.lines([".tokens 0:7"]) == """
                #  span  token  kind  shape        upos  xpos  lemma
                1   0:2  He     word  capitalized  NOUN  NN    he
                2   3:7  left   word  lower        NOUN  NN    left

                """
        )
        _ = session.lines([".layers on tags"])
        #expect(
            session.lines([".mode conll"]) == """
                # columns = ID FORM START END KIND TAGS ENTITIES
                1\tHe\t0\t2\tword\tNN\tO
                2\tleft\t3\t7\tword\tNN\tO
                3\tWu\t8\t10\tword\tNN\tB-PERSON
                4\t.\t10\t11\tpunctuation\tNN\tO


                """
        )
    }

    @Test("Without layers that bring commands there is no heading for them")
    func noLayerCommands() throws {
        #expect(!(try TestSession().lines([".help"]).contains("What layers bring")))
    }

    @Test("Colours repeat what frames say")
    func colors() throws {
        let plain = try session().lines(["A B one A two B three C C", ".spans", ".x 1"])
        let colored = try session(style: Style(hasColors: true)).lines(["A B one A two B three C C", ".spans", ".x 1"])
        #expect(colored != plain)
        #expect(colored.replacing(/\u{1B}\[[0-9]*m/, with: "") == plain)
    }

    @Test("Rows never take more columns than the window has", arguments: [20, 24, 37, 80])
    func width(columns: Int) throws {
        let text = "Alpha Beta gamma A of 東京タワー and B, and then Q to the far end of the line Q. The É and 👩‍👩‍👧 C C"
        let output = try session(style: Style(width: columns)).lines([text])
        for row in output.split(separator: "\n") { #expect(DisplayWidth.columns(of: row) <= columns, "\(row)") }
    }
}

@Suite("Completion")
struct CompletionTests {
    @Test(
        "Tab offers what fits",
        arguments: [
            (".wh", 0, [".why", ".whynot"]), (".help ti", 6, ["timeline", "time"]),
            (".mode ", 6, ViewMode.allCases.map(\.rawValue)),
            (".set uni", 5, ["unit"]), (".set unit utf", 10, ["utf8", "utf16"]),
            (".set unit=utf", 10, ["utf8", "utf16"]),
            (".layers o", 8, ["on", "off", "only"]), (".layers on sent", 11, ["sentences"]),
            (".spans tokens:n", 7, ["tokens:number"]), (".use te", 5, ["text"]), (".diff be", 6, ["before"]),
            (".use a", 5, ["all"]), (".help qu", 6, ["query"]), (".next tokens:n", 6, ["tokens:number"]),
            (".diff before c", 13, ["corpus"]), (".goto fe", 6, ["ferry"]), (".why ", 5, ["1", "2"]),
            ("some text", 5, []), (".nonsense x", 10, []),
            ("", 0, []),
        ]
    )
    func candidates(line: String, start: Int, expected: [String]) throws {
        let session = try TestSession()
        _ = session.lines([
            ".use text", ".corpus \(GoldenSessionTests.folder.path)/data/corpus.jsonl", "He left at 10. She stayed.",
            ".pin before",
        ])
        let found = Completer(session: session.current).candidates(line: line, start: start, end: line.utf8.count)
        #expect(found.map(\.word) == expected)
    }

    @Test("A folder's name is not closed by a space, a file's is")
    func files() throws {
        let session = try TestSession()
        let folder = GoldenSessionTests.folder.path
        let line = ".load \(folder)/data"
        let completer = Completer(session: session.current)
        #expect(
            completer.candidates(line: line, start: 6, end: line.utf8.count)
                == [CompletionCandidate(word: "\(folder)/data/", closes: false)]
        )
        let file = ".load \(folder)/data/lett"
        #expect(
            completer.candidates(line: file, start: 6, end: file.utf8.count)
                == [CompletionCandidate(word: "\(folder)/data/letter.txt")]
        )
    }

    @Test("A file's name with a space is put in quotation marks, and completed in them")
    func spacedFiles() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "postil-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: "\(folder)/two words", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data().write(to: URL(filePath: "\(folder)/my file.txt"))
        let completer = Completer(session: try TestSession().current)
        func candidates(_ line: String, start: Int) -> [CompletionCandidate] {
            completer.candidates(line: line, start: start, end: line.utf8.count)
        }
        let file = CompletionCandidate(word: "\(folder)/my file.txt")
        #expect(candidates(".load \(folder)/my", start: 6) == [CompletionCandidate(word: "\"\(folder)/my file.txt\"")])
        #expect(candidates(".load \"\(folder)/my", start: 7) == [file])
        #expect(candidates(".load '\(folder)/my f", start: 7) == [file])
        #expect(
            candidates(".load \(folder)/tw", start: 6)
                == [CompletionCandidate(word: "\"\(folder)/two words/", closes: false)]
        )
    }

    @Test("Places outside the line give nothing", arguments: [(-1, 3), (5, 2), (0, 99), (99, 99)])
    func oddPlaces(start: Int, end: Int) throws {
        let completer = Completer(session: try TestSession().current)
        _ = completer.candidates(line: ".é", start: start, end: end)
    }
}
