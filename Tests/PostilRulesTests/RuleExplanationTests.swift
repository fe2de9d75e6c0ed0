import Postil
import PostilRules
import Testing

@Suite("Why a rule matches and why not")
struct RuleExplanationTests {
    /// The explanation of a place, marked by `[[` and `]]`, in a text.
    private func answer(_ marked: String, rules: String) throws -> String {
        let annotator = try RuleFile.make(
            "name org.example.p\nversion 1\n" + rules,
            name: "x.rules",
            available: RuleFileTests.available
        )
        let pipeline = try Pipeline(name: "p", steps: [annotator], available: RuleFileTests.available)
        let parts = marked.replacing("]]", with: "[[").split(separator: "[[", omittingEmptySubsequences: false)
        let document = pipeline.annotate(Document(text: Text(parts.joined())))
        let start = parts[0].utf8.count
        let span = Span(start..<(start + parts[1].utf8.count))
        let layer = try #require(document[annotator.layer])
        let position = layer.spans.firstIndex(of: span)
        let question: Question =
            position.map { .why(annotator.layer.name, position: $0, span: span) }
            ?? .whyNot(annotator.layer.name, span: span)
        return try #require(try pipeline.explain(question, in: document)).description
    }

    @Test("an answer names what took which words, or what failed", arguments: RuleCase.all(in: "explanations.txt"))
    func explains(_ example: RuleCase) throws {
        let found = try answer(example.title, rules: example.above)
        #expect(found == example.below)
    }
}
