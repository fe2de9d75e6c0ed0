import Postil
import PostilRules
import Testing

@Suite("Patterns of spaCy's EntityRuler")
struct EntityRulerTests {
    @Test("patterns become rules that prove their own examples", arguments: RuleCase.all(in: "entity-ruler.txt"))
    func patterns(_ example: RuleCase) {
        let converter = EntityRulerConverter(name: "x", listPrefix: "p", available: RuleFileTests.available)
        let result = converter.convert(Array(example.above.utf8))
        var lines = result.rules.split(separator: "\n").map { $0.drop(while: \.isWhitespace) }
            .filter { $0.hasPrefix("match ") || $0.hasPrefix("make ") || $0.hasPrefix("example ") }.map(String.init)
        for list in result.lists {
            lines += list.text.split(separator: "\n").map { "\(list.name): " + $0.replacing("\t", with: "|") }
        }
        lines += result.refusals.map { "line \($0.line): \($0.reason)" }
        #expect(lines.joined(separator: "\n") == example.below)
    }

    @Test("a hundred thousand texts compile, load and are found")
    func manyTexts() throws {
        let texts = (0..<100_000).map { "{\"label\":\"PART\",\"pattern\":\"Part \($0) of Grobek\",\"id\":\"p\($0)\"}" }
        let converter = EntityRulerConverter(name: "x", listPrefix: "p", available: RuleFileTests.available)
        let result = converter.convert(Array(texts.joined(separator: "\n").utf8))
        #expect(result.patternCount == 100_000)
        let folder = try TemporaryFolder()
        for list in result.lists { try folder.write(list.text, to: list.name) }
        let annotator = try RuleFile.make(
            result.rules,
            name: "x",
            folder: folder.path,
            available: RuleFileTests.available
        )
        let pipeline = try Pipeline(name: "p", steps: [annotator], available: RuleFileTests.available)
        let document = pipeline.annotate(Document(text: "Give me Part 77777 of Grobek, not part 100001 of Grobek."))
        let found = try #require(document[annotator.layer])
        #expect(found.map { document.text[$0.span] } == ["Part 77777 of Grobek"])
        #expect(found.first?.value["id"] == "p77777")
    }
}
