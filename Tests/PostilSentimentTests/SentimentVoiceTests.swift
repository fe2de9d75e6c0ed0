import Postil
import Testing

@Suite("Sentiment of senses, comparisons and voices")
struct SentimentVoiceTests {
    @Test(
        "a word has the valence of its part of speech",
        arguments: [
            ("I like the lamp.", "The lamp is like a moon."),
            ("What a kind man.", "It is a kind of stove."),
            ("She sings well.", "Well, she sings."),
        ]
    )
    func senses(_ positive: String, _ plain: String) throws {
        let first = try #require(try sentiments(of: positive, at: .document).first).value
        let second = try #require(try sentiments(of: plain, at: .document).first).value
        #expect(first.terms.contains { $0.reason.contains(.lexicon) && $0.prior > 0 })
        #expect(!second.terms.contains { $0.reason.contains(.lexicon) && $0.prior > 0 })
    }

    @Test("a comparative that is said to be impossible is not reversed")
    func excludedComparative() throws {
        let best = try #require(try sentiments(of: "The lamp could not be friendlier.", at: .document).first).value
        #expect(best.terms.contains { $0.reason == [.lexicon, .intensifier] && $0.contribution > .zero })
        let plain = try #require(try sentiments(of: "The lamp is not friendlier.", at: .document).first).value
        #expect(plain.terms.contains { $0.reason.contains(.negation) && $0.contribution < .zero })
    }

    @Test("what is behind 'than' is worse off where something is better, with the reason in the ledger")
    func standard() throws {
        let targets = try sentiments(of: "Anna Berg is better than Peter Lund.", at: .target)
        let behind = try #require(targets.first { $0.text == "Peter Lund" }).value
        #expect(behind.terms.contains { $0.reason.contains(.comparison) && $0.reason.contains(.object) })
    }

    @Test("the words of a quotation count for it, not those of the narrator around it")
    func quotations() throws {
        let text = "\"The harbour is wonderful,\" said the old captain, a horrible liar."
        let quote = try #require(try sentiments(of: text, at: .quote).first)
        #expect(quote.value.score > .zero)
        #expect(quote.value.target == "the old captain")
        #expect(quote.value.terms.allSatisfy { $0.reason.contains(.quote) })
        #expect(quote.value.terms.reduce(.zero) { $0 + $1.contribution } == quote.value.score)
        let speaker = try #require(try sentiments(of: text, at: .target).first { $0.text == "the old captain" })
        #expect(speaker.value.score < quote.value.score)
    }

    @Test("the killing of people outweighs other events")
    func killings() throws {
        let killing = try #require(try sentiments(of: "Rebels killed nine villagers.", at: .document).first).value
        let rout = try #require(try sentiments(of: "Rebels routed the army.", at: .document).first).value
        #expect(killing.score < rout.score)
        #expect(killing.terms.contains { $0.reason.contains(.lethal) })
    }

    @Test("words in names say little")
    func names() throws {
        let text = "On Monday we went to see the nurses of Hope Valley Hospital again."
        let value = try #require(try sentiments(of: text, at: .document).first).value
        #expect(value.terms.allSatisfy { !$0.reason.contains(.lexicon) || $0.reason.contains(.name) })
    }
}
