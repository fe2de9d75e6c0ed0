import PostilCore
import PostilText
import Testing

@Suite struct SentenceTests {
    static let examples = SentenceExample.parse(textOfFile("Examples/sentences.txt") ?? "")

    private func sentences(of text: String) throws -> [String] {
        let document = try Pipeline(name: "text", steps: [Segmenter()]).annotate(Document(text: Text(text)))
        return (document[.sentences]?.spans ?? []).map { document.text[$0] }
    }

    @Test func theFileOfExamplesIsRead() {
        #expect(Self.examples.count >= 100)
        #expect(Set(Self.examples.map(\.phenomenon)).count >= 20)
    }

    @Test(arguments: examples) func splitsAsTheExampleSays(_ example: SentenceExample) throws {
        #expect(try sentences(of: example.text) == example.sentences)
    }

    @Test(arguments: examples) func aParagraphBeforeChangesNothing(_ example: SentenceExample) throws {
        #expect(try sentences(of: "É is a letter.\n\n" + example.text).dropFirst() == example.sentences[...])
    }
}
