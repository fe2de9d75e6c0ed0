import Postil
import PostilEvaluation
import PostilTestSupport
import Testing

@Suite("Quotations by example")
struct QuoteExampleTests {
    static let examples = PackageFiles.texts(matching: "corpora/quotes/*.quotes")
        .flatMap { QuoteExample.examples(in: $0.text, name: $0.name) }

    static let pipeline = Result { try Pipeline.standard(providing: [LayerKey.quotes.name]) }

    @Test("the corpus has two hundred and fifty quotations of all kinds, and texts without one")
    func isLarge() {
        let quotes = QuoteExampleTests.examples.flatMap(\.quotes)
        #expect(quotes.count >= 250)
        #expect(Set(quotes.map(\.kind)) == Set(QuoteKind.all))
        let attitudes = quotes.filter(\.isAttitude)
        #expect(attitudes.count >= 15)
        let silent = QuoteExampleTests.examples.filter(\.quotes.isEmpty)
        #expect(silent.count >= 12)
    }

    @Test("every quotation has its pieces, kind, cue and speaker, and there are no others", arguments: examples)
    func finds(_ example: QuoteExample) throws {
        let document = try QuoteExampleTests.pipeline.get().annotate(Document(text: Text(example.text)))
        let found = try #require(document[.quotes], "\(document.failures)")
        let all = found.values.map { "\($0.kind.name) \($0.parts.map { document.text[$0] })" }
        for expected in example.quotes {
            let words = expected.parts.map { document.text[$0] }
            let quote = try #require(
                found.values.first { $0.parts == expected.parts && $0.kind == expected.kind },
                "no \(expected.kind.name) \(words); found \(all)"
            )
            #expect(quote.isAttitude == expected.isAttitude, "\(words)")
            if expected.speaker != nil || expected.name == nil, expected.kind.isSpeech {
                #expect(quote.speaker.map { document.text[$0.span] } == expected.speaker.map { document.text[$0] })
                #expect(quote.speaker?.span == expected.speaker, "\(words)")
            }
            if let cue = expected.cue {
                #expect(quote.cue?.overlaps(cue) == true, "\(words): \(quote.cue.map { document.text[$0] } ?? "-")")
            }
            if let name = expected.name {
                let speaker = try #require(quote.speaker, "\(words)")
                #expect(speaker.canonical == name || document.text[speaker.span] == name)
            }
        }
        #expect(found.count == example.quotes.count, "found \(all)")
    }
}
