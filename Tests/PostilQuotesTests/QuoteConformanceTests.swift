import Postil
import PostilTestSupport
import Testing

@Suite("Conformance of the annotator of quotations")
struct QuoteConformanceTests {
    @Test("the annotator keeps the rules of annotators on the built-in texts and all sample corpora")
    func conforms() throws {
        let texts = PackageFiles.texts(matching: "corpora/*/*.txt").map { Text($0.text) }
        #expect(texts.count > 50)
        let available = try Pipeline.builtInAnnotators()
        let annotator = try #require(available.first { $0 is QuoteAnnotator })
        let report = ConformanceCheck().run(annotator, available: available, on: texts)
        #expect(report.isConforming, "\(report)")
        #expect(report.annotationCounts.values.allSatisfy { $0 > 100 })
    }

    @Test("a value comes back from its features, and moves with its text")
    func valuesAreRestored() {
        var value = QuoteValue(.mixed, parts: [Span(0..<4), Span(9..<20)], content: Span(1..<19))
        value.isClosed = false
        value.isAttitude = true
        value.parent = 3
        value.speaker = QuoteSpeaker(span: Span(5..<7), entity: 2, canonical: "Ada Penn")
        value.cue = Span(7..<9)
        value.attribution = "cue-inside"
        #expect(QuoteValue(type: value.type, features: value.features) == value)
        let moved = value.mappingSpans { Span($0.range.lowerBound + 3..<$0.range.upperBound + 3) }
        #expect(moved.spans == value.spans.map { Span($0.range.lowerBound + 3..<$0.range.upperBound + 3) })
        #expect(moved.speaker?.canonical == "Ada Penn")
    }

    @Test(
        "features that no value writes make none",
        arguments: [
            [Feature("parts", "0:4")],
            [Feature("parts", ""), Feature("content", "0:4"), Feature("closed", "true"), Feature("attitude", "false")],
            [
                Feature("parts", "4:0"), Feature("content", "0:4"), Feature("closed", "true"),
                Feature("attitude", "false"),
            ],
            [
                Feature("parts", "0:4"), Feature("content", "0:4"), Feature("closed", "true"),
                Feature("attitude", "false"),
                Feature("entity", "1"),
            ],
        ]
    )
    func rejects(_ features: [Feature]) {
        #expect(QuoteValue(type: "direct", features: features) == nil)
        #expect(QuoteValue(type: "hearsay", features: features) == nil)
    }
}
