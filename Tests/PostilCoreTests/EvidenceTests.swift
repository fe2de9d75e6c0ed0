import PostilCore
import Testing

@Suite("Evidence")
struct EvidenceTests {
    private static let table = RuleTable([Rule("first", "does one thing"), Rule("second", "does another")])

    @Test("rules are numbered from 1, and 0 names none")
    func ruleTable() {
        let table = EvidenceTests.table
        let names = [0, 1, 2, 3, .max].map { table[RuleIdentifier(rawValue: $0)]?.name }
        #expect(names == [nil, "first", "second", nil, nil])
        #expect(table.identifier(of: "second")?.rawValue == 2)
        #expect(table.identifier(of: "third") == nil)
        #expect(RuleTable([])[.unspecified] == nil)
    }

    @Test("a table beyond 65,535 rules finds those that have a number")
    func hugeRuleTable() {
        let table = RuleTable((1...65_536).map { Rule("rule-\($0)", "") })
        #expect(table.identifier(of: "rule-65535")?.rawValue == 65_535)
        #expect(table.identifier(of: "rule-65536") == nil)
    }

    @Test("an explanation is a tree, a line a node")
    func explanationText() {
        let explanation = Explanation(
            "the sentence ends here",
            span: Span(start: 3, end: 9),
            weight: 1.239,
            reasons: [
                Explanation("a stop", weight: -0.5, reasons: [Explanation("deep")]), Explanation("nothing", weight: 0),
                Explanation("very little", weight: -0.001), Explanation("a place", span: Span(start: 0, end: 0)),
            ]
        )
        #expect(
            explanation.description == """
                the sentence ends here [3:9] (+1.24)
                  a stop (-0.5)
                    deep
                  nothing (+0.0)
                  very little (+0.0)
                  a place [0:0]
                """
        )
    }

    @Test("an annotator lists no candidates unless it says so, and a layer of nobody has none")
    func noCandidates() throws {
        let pipeline = try EvidenceTests.pipeline(nil)
        let document = pipeline.annotate(Document(text: "ab"))
        #expect(try pipeline.candidates(for: "org.example.names", in: document.text.span, of: document) == nil)
        #expect(try pipeline.candidates(for: "nobody's", in: document.text.span, of: document) == nil)
    }

    private static func pipeline(_ answer: Explanation?) throws -> Pipeline {
        var stub = Stub("namer")
        stub.provides = [AnyLayerKey(.names)]
        stub.rules = table
        stub.work = { (document, output) throws(AnnotationError) in
            var names = LayerBuilder<Named>()
            names.append(Span(start: 0, end: 1), Named("a"), rule: RuleIdentifier(rawValue: 2))
            names.append(Span(start: 1, end: 2), Named("b"))
            try output.provide(names.build(), for: .names)
        }
        stub.answer = { (_, _) throws(AnnotationError) in answer }
        return try Pipeline(name: "p", steps: [stub])
    }

    @Test("why is answered by the annotator, else by the annotation's rule, else by saying so")
    func why() throws {
        let name: LayerName = "org.example.names"
        let span = Span(start: 0, end: 1)
        let silent = try EvidenceTests.pipeline(nil)
        let document = silent.annotate(Document(text: "ab"))
        func answer(_ pipeline: Pipeline, _ question: Question) throws -> String? {
            try pipeline.explain(question, in: document)?.description
        }
        let speaking = try EvidenceTests.pipeline(Explanation("because"))
        #expect(try answer(speaking, .why(name, position: 0, span: span)) == "because")
        #expect(try answer(silent, .why(name, position: 0, span: span)) == "second: does another [0:1]")
        #expect(try answer(silent, .why(name, position: 1, span: span)) == "'namer' does not say [0:1]")
        #expect(try answer(silent, .why(name, position: 7, span: span)) == "'namer' does not say [0:1]")
        #expect(try answer(silent, .whyNot(name, span: span)) == "'namer' does not say [0:1]")
        #expect(try answer(silent, .why("other", position: 0, span: span)) == nil)
    }

    @Test("an error shows code, place and message in a line")
    func errors() {
        let bare = AnnotationError(code: "odd", message: "says what to do")
        #expect(bare.description == "odd: says what to do")
        let placed = AnnotationError(
            code: "odd",
            message: "m",
            annotator: "a",
            layer: "l",
            span: Span(start: 1, end: 2)
        )
        #expect(placed.description == "odd: annotator 'a', layer 'l', bytes 1:2: m")
    }
}
