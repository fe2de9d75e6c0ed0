import Postil
import Testing

@Suite("Options and answers of the annotator of quotations")
struct QuoteOptionTests {
    static let text = "“I would stay,” Nora said, “if the tide allowed it.”"

    static func quotes(_ text: String, joinsParts: Bool) throws -> (Pipeline, Document, Layer<QuoteValue>) {
        let pipeline = try Pipeline.standard(
            providing: [LayerKey.quotes.name],
            quotes: QuoteOptions(joinsParts: joinsParts)
        )
        let document = pipeline.annotate(Document(text: Text(text)))
        return (pipeline, document, try #require(document[.quotes]))
    }

    @Test("an interrupted quotation is one in parts, or one of each part")
    func joins() throws {
        let (joining, _, joined) = try QuoteOptionTests.quotes(QuoteOptionTests.text, joinsParts: true)
        #expect(joined.count == 1)
        #expect(joined.values.first?.parts.count == 2)
        let (separating, document, separate) = try QuoteOptionTests.quotes(QuoteOptionTests.text, joinsParts: false)
        #expect(separate.values.map { $0.parts.count } == [1, 1])
        #expect(separate.values.compactMap { $0.speaker.map { document.text[$0.span] } } == ["Nora", "Nora"])
        #expect(joining.fingerprint != separating.fingerprint)
    }

    @Test("why names the rule, the cue and the source; why not names what stands there")
    func explains() throws {
        let (pipeline, document, quotes) = try QuoteOptionTests.quotes(
            "Jonas Hale went out. He said that the boys' boat leaks.",
            joinsParts: true
        )
        let span = try #require(quotes.spans.first)
        let why = try #require(try pipeline.explain(.why(LayerKey.quotes.name, position: 0, span: span), in: document))
        #expect(why.description.contains("source-cue-content"))
        #expect(why.description.contains("cue: 'said'"))
        #expect(why.description.contains("could be 'Jonas Hale'"))
        let place = try #require(document[.tokens]?.spans.first { document.text[$0] == "'" })
        let whyNot = try #require(try pipeline.explain(.whyNot(LayerKey.quotes.name, span: place), in: document))
        #expect(whyNot.description.contains("the mark ''' can close only"))
    }

    @Test(
        "marks without words and texts without tokens have no quotation",
        arguments: ["", "\"\"=", "“”", "' '", "\n\n"]
    )
    func findsNothing(_ text: String) throws {
        let (_, _, quotes) = try QuoteOptionTests.quotes(text, joinsParts: true)
        #expect(quotes.isEmpty)
    }
}
