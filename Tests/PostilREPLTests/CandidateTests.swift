import Postil
import Testing

@testable import PostilREPL

@Suite("Candidates")
struct CandidateTests {
    private func lines(_ text: String, _ commands: String...) throws -> [String] {
        let session = try TestSession()
        _ = session.lines([text])
        return session.lines(commands).split(separator: "\n").map(String.init)
    }

    @Test(
        "Dropped candidates are listed with what they would have said and what won",
        arguments: [
            (
                "She came on 3 May 2024.", "numbers",
                ["12:13 '3' CARDINAL 3", "18:22 '2024' CARDINAL 2024"], "a date owns '3 May 2024' [12:22]"
            ),
            ("Use version 2.3.1 now.", "numbers", ["12:17 '2.3.1'"], "version: "),
            ("She met Dr. Wu. He left.", "sentences", ["4:7 'met'", "8:11 'Dr.'"], "no end: title: "),
        ] as [(String, String, [String], String)]
    )
    func dropped(text: String, layer: String, headings: [String], reason: String) throws {
        let output = try lines(text, ".dropped \(layer)")
        for heading in headings { #expect(output.contains(heading), "\(output)") }
        #expect(output.contains { $0.contains(reason) }, "\(output)")
        let pieces = output.filter { $0.first?.isNumber == true }
        #expect(pieces.count == headings.count, "\(output)")
    }

    @Test("A stretch keeps the others out, and layers without candidates have none")
    func stretches() throws {
        let text = "She came on 3 May 2024. Dr. Wu left."
        #expect(
            try lines(text, ".dropped numbers 14:24").filter { $0.first?.isNumber == true } == [
                "18:22 '2024' CARDINAL 2024"
            ]
        )
        #expect(try lines(text, ".dropped numbers 0:5") == ["no candidate was dropped"])
        #expect(try lines(text, ".dropped tokens") == ["no candidate was dropped"])
        #expect(try lines(text, ".dropped paragraphs") == ["no candidate was dropped"])
    }

    @Test("A text of any length can be asked about at once")
    func longTexts() throws {
        let text = String(repeating: "She came on 3 May 2024 with nine others. ", count: 300)
        let output = try lines(text, ".dropped numbers").filter { $0.hasSuffix("CARDINAL 2024") }
        #expect(output.count == 300)
    }

    @Test(
        "What an annotator lists for all of a text is what it lists for its parts",
        arguments: ["sentences", "numbers", "dates"]
    )
    func parts(layer: String) throws {
        let pipeline = try Pipeline.standard()
        let text: Text = "Dr. Wu came on 3 May 2024, v. 2.3.1 of it; and on 03/04/2014 Mr. Obi. It was 10:30."
        let document = pipeline.annotate(Document(text: text))
        let name = LayerName(rawValue: layer)
        let all = try #require(try pipeline.candidates(for: name, in: text.span, of: document))
        #expect(all.map(\.span) == all.map(\.span).sorted())
        for start in UInt32(0)..<UInt32(text.count) {
            let part = Span(start: start, end: start + 1)
            let found = try pipeline.candidates(for: name, in: part, of: document)
            #expect(found == all.filter { $0.span.overlaps(part) })
        }
    }

    @Test("An annotator that lists none is asked at each token, as far as that is wise")
    func survey() throws {
        let session = try TestSession(REPLConfiguration(annotators: [try Segmenter(), PairAnnotator()]))
        _ = session.lines(["A B and A."])
        #expect(session.lines([".dropped org.example.pairs"]) == "no candidate was dropped\n")
        _ = session.lines([String(repeating: "word ", count: 1001)])
        #expect(
            session.lines([".dropped org.example.pairs"])
                == "test:1: error: 1001 tokens are too many to ask about, the most is 1000: name a stretch FROM:TO\n"
        )
        #expect(session.lines([".dropped org.example.pairs 0:100"]) == "no candidate was dropped\n")
        let without = try TestSession(REPLConfiguration(annotators: [PairAnnotator()]))
        _ = without.lines(["A B and A."])
        #expect(
            without.lines([".dropped org.example.pairs"])
                == "test:1: error: the document has no layer 'tokens', at which this asks\n"
        )
        #expect(
            without.lines([".dict add X y"])
                == "test:1: error: no annotator makes the layer 'tokens', which .dict needs\n"
        )
    }

    @Test("Latent readings are listed apart from dropped ones")
    func others() throws {
        let session = try TestSession(REPLConfiguration(annotators: [try Segmenter(), Ready()]))
        _ = session.lines(["Ready, steady, go."])
        #expect(
            session.lines([".dropped org.example.ready"]) == """
                0:5 'Ready' a start
                not loud enough [0:5]

                """
        )
        #expect(
            session.lines([".latent"]) == """
                #  span  layer              text    readings
                -  7:13  org.example.ready  steady  a wait: only before a race

                """
        )
        #expect(session.lines([".latent sentences"]) == "nothing can be read in another way\n")
    }
}

/// Annotates nothing and lists two candidates.
private struct Ready: Annotator {
    let name: AnnotatorName = "org.example.ready"
    let version = "1"
    let requires = [AnyLayerKey(.tokens)]
    let provides = [AnyLayerKey(LayerKey<Unvalued>("org.example.ready"))]

    func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        try output.provide(Layer(), for: LayerKey<Unvalued>("org.example.ready"))
    }

    func candidates(
        for layer: LayerName,
        in span: Span,
        of document: DocumentView
    ) throws(AnnotationError) -> [Candidate]? {
        [
            Candidate(
                Span(start: 0, end: 5),
                reading: "a start",
                explanation: Explanation("not loud enough", span: Span(start: 0, end: 5))
            ),
            Candidate(
                Span(start: 7, end: 13),
                reading: "a wait",
                isLatent: true,
                explanation: Explanation("only before a race")
            ),
        ]
    }
}
