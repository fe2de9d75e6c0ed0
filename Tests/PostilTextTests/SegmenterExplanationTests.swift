import PostilCore
import PostilLearning
import PostilText
import Testing

@Suite struct SegmenterExplanationTests {
    /// A model that is in favour of an end everywhere, but for its first cut.
    private func model(cutoff: Int) throws -> ModelFile {
        var trainer = SegmentationTrainer()
        trainer.add("One two. Three four.", sentences: [Span(0..<8), Span(9..<20)])
        let facts = try ModelFile(ModelBytes(copying: trainer.train(sources: "this test"))).facts
        return try ModelFile(
            ModelBytes(
                copying: ModelFile.encode(
                    facts: facts.map { $0.key == "cutoff" ? ($0.key, String(cutoff)) : $0 },
                    scale: 1,
                    bias: 1,
                    weights: Array(repeating: 0, count: 2)
                )
            )
        )
    }

    private func ends(_ pipeline: Pipeline, _ document: Document) throws -> [Span] {
        let question = Question.whyNot(LayerKey.sentences.name, span: document.text.span)
        let reasons = try pipeline.explain(question, in: document)?.reasons ?? []
        return reasons.filter { $0.summary.hasPrefix("end") }.compactMap(\.span)
    }

    @Test(arguments: [(0, 2), (1, 1)])
    func theModelsFirstCutCountsInExplanationsToo(cutoff: Int, sentences: Int) throws {
        let pipeline = try Pipeline(name: "text", steps: [Segmenter(model: model(cutoff: cutoff))])
        let document = pipeline.annotate(Document(text: "It rains. It pours."))
        #expect(document[.sentences]?.count == sentences)
        #expect(try ends(pipeline, document).count == sentences)
    }

    @Test func everySentenceEndAndNoOtherIsExplainedAsOne() throws {
        let pipeline = try Pipeline(name: "text", steps: [Segmenter()])
        for example in SentenceTests.examples {
            let document = pipeline.annotate(Document(text: Text(example.text)))
            #expect(
                try ends(pipeline, document).map(\.end) == document[.sentences]?.spans.map(\.end),
                "\(example.text)"
            )
        }
    }

    @Test func aPlaceWithoutATokenHasNone() throws {
        let pipeline = try Pipeline(name: "text", steps: [Segmenter()])
        let document = pipeline.annotate(Document(text: "One  two."))
        let question = Question.whyNot(LayerKey.tokens.name, span: Span(3..<5))
        #expect(try pipeline.explain(question, in: document)?.summary == "no token is there")
    }
}
