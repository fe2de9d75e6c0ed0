import Postil
import PostilEvaluation
import Testing

/// The sample corpora against their gold: what is lost here is lost on real text of these kinds.
@Suite struct CorporaTests {
    private static func gold() throws -> [GoldDocument] {
        try CorporaGold.stems.get().map { try CorporaGold.document($0) }
    }

    @Test func thereAreFortyDocumentsWithGoldInFiveKinds() throws {
        let documents = try Self.gold()
        #expect(documents.count >= 40)
        let kinds = Set(documents.map { $0.identifier.split(separator: "/").suffix(2).first ?? "" })
        #expect(kinds.isSuperset(of: ["news", "letters", "dialogue", "reports", "social"]))
    }

    @Test func sentencesAndTokensAgreeWithGold() throws {
        let pipeline = try Pipeline(name: "text", steps: [Segmenter()])
        var score = SegmentationScore()
        for gold in try Self.gold() { score.add(pipeline.annotate(Document(text: gold.text)), gold: gold) }
        #expect(score.tokens.f1 > 99.2, "\(score)")
        #expect(score.sentences.f1 > 96, "\(score)")
    }

    /// White space of 200 bytes, three a character but for two.
    private static let blanks = " \t" + String(repeating: "\u{2003}", count: 66)

    @Test(arguments: [
        ("One two .\nThree", "One two.\nThree", [0..<8, 9..<14], [0..<3, 4..<7, 7..<8, 9..<14]),
        ("One two .\r\nThree\r\n", "One two.\r\nThree", [0..<8, 10..<15], [0..<3, 4..<7, 7..<8, 10..<15]),
        ("a \u{301} b", "a\(blanks)\u{301}b", [0..<204], [0..<1, 201..<203, 203..<204]),
        ("# note\nÉ t .\n\nIt 's", "É t. It's", [0..<5, 6..<10], [0..<2, 3..<4, 4..<5, 6..<8, 8..<10]),
    ])
    func goldIsAlignedWithItsText(gold: String, text: String, sentences: [Range<Int>], tokens: [Range<Int>]) throws {
        let document = try GoldDocument(identifier: "", segmentation: gold, text: Text(text))
        #expect(document.sentences == sentences.map { Span($0) })
        #expect(document.tokens == tokens.map { Span($0) })
    }

    @Test(arguments: ["One too .", "One", "One two . Three"])
    func goldThatPartsFromItsTextIsRefused(gold: String) {
        #expect(throws: GoldError.self) {
            try GoldDocument(identifier: "", segmentation: gold, text: Text("One two."))
        }
    }

    @Test func scoresCountWhatAgrees() {
        var score = SpanScore()
        score.add(found: [Span(0..<3), Span(4..<7)], gold: [Span(0..<3), Span(4..<6), Span(6..<7)])
        #expect(score.matched == 1)
        #expect(score.precision == 50)
        #expect(abs(score.recall - 100.0 / 3) < 1e-9)
        #expect(abs(score.f1 - 40) < 1e-9)
        #expect(SpanScore().f1 == 100)
    }
}
