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

    /// Rows of one thing that go on for long, for which a method that looks along the whole row at every
    /// token would take minutes.
    @Test(arguments: [
        ("", "• bread ", 50_000, 50_000), ("", "1) bread 2) salt ", 20_000, 2), ("We wait", " .", 100_000, 1),
        ("", "#pond ", 50_000, 1), ("", "😀 ", 50_000, 1), ("He left.", " )", 50_000, 1),
    ])
    func longRowsAreSplitLikeShortOnes(start: String, piece: String, count: Int, expected: Int) throws {
        #expect(try sentences(of: start + String(repeating: piece, count: count)).count == expected)
    }

    @Test(arguments: examples) func aParagraphBeforeChangesNothing(_ example: SentenceExample) throws {
        #expect(try sentences(of: "É is a letter.\n\n" + example.text).dropFirst() == example.sentences[...])
    }
}
