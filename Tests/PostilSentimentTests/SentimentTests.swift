import PostilCore
import PostilSentiment
import PostilTestSupport
import PostilText
import Testing

@Suite("Sentiment")
struct SentimentTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let text: String
        let expected: String

        var testDescription: String { text }
    }

    /// Sentences like those that people have complained about elsewhere, and what is expected of each.
    static let examples: [Example] = PackageFiles.texts(matching: "Tests/PostilSentimentTests/Examples/*.tsv")
        .flatMap { file in
            file.text.split(separator: "\n").compactMap { line in
                let parts = line.split(separator: "\t")
                return parts.count == 2 ? Example(text: String(parts[0]), expected: String(parts[1])) : nil
            }
        }

    @Test("the examples are read")
    func examplesAreRead() { #expect(SentimentTests.examples.count >= 20) }

    @Test("sentences go the way that a reader says", arguments: examples)
    func polarity(_ example: Example) throws {
        let value = try documentSentiment(example.text)
        let score = value.score.value
        switch example.expected {
        case "positive": #expect(score > 0.1, "\(value)")
        case "negative": #expect(score < -0.1, "\(value)")
        case "not negative": #expect(value.polarity != .negative && score > -0.1, "\(value)")
        case "near zero": #expect(abs(score) < 0.35, "\(value)")
        default: Issue.record("an example expects '\(example.expected)'")
        }
    }

    @Test("quotation marks around words change no score", arguments: examples)
    func quotationMarks(_ example: Example) throws {
        let plain = try documentSentiment(example.text)
        for (opening, closing) in [("\"", "\""), ("“", "”"), ("«", "»")] {
            let quoted = try documentSentiment(opening + example.text + closing)
            #expect(quoted.score == plain.score)
        }
    }

    @Test("each ledger adds up to its score exactly, in whole numbers and as numbers of records")
    func ledgersAddUp() throws {
        let pipeline = try sentimentPipeline()
        var texts = PackageFiles.texts(matching: "corpora/*/*.txt").map(\.text)
        texts += PackageFiles.texts(matching: "seeds/*.txt").map(\.text)
        texts += SentimentTests.examples.map(\.text)
        texts.append(SentimentTests.examples.map(\.text).joined(separator: " "))
        var count = 0
        for text in texts {
            for value in pipeline.annotate(Document(text: Text(text)))[.sentiment]?.values ?? [] {
                #expect(value.terms.reduce(SentimentScore.zero) { $0 + $1.contribution } == value.score)
                #expect(value.terms.reduce(0) { $0 + $1.contribution.value } == value.score.value)
                #expect(abs(value.score.value) <= 1)
                count += 1
            }
        }
        #expect(count > 500)
    }

    @Test("a file's entries override the lexicon's")
    func ownLexicon() throws {
        let lexicon = try SentimentLexicon()
            .adding(Array("zorbly\t3.5\nexcellent\t-3\nhardly ever late\t2\n".utf8), path: "own.tsv")
        #expect(try documentSentiment("The soup is zorbly.", lexicon: lexicon).score.value > 0.2)
        #expect(try documentSentiment("The bread is excellent.").score > .zero)
        let overridden = try documentSentiment("The bread is excellent.", lexicon: lexicon)
        #expect(overridden.terms.contains { $0.prior == -3 && $0.reason.contains(.lexicon) })
        let phrase = try documentSentiment("They are hardly ever late.", lexicon: lexicon)
        #expect(phrase.terms.contains { $0.prior == 2 })
        #expect(lexicon.fingerprint != (try SentimentLexicon().fingerprint))
    }

    @Test(
        "a line that is no entry is refused with its place",
        arguments: ["good", "good\tvery", "good\t5", "good\t1\tword", "very good\t1\tverb", "\t1"]
    )
    func lexiconErrors(_ line: String) throws {
        let error = #expect(throws: SentimentLexiconError.self) {
            try SentimentLexicon().adding(Array("fine\t1\n# note\n\(line)\n".utf8), path: "own.tsv")
        }
        #expect(error?.line == 3)
        #expect(error?.description.hasPrefix("own.tsv:3: ") ?? false)
    }

    @Test("values come back from their general form")
    func generalForm() throws {
        for example in SentimentTests.examples {
            let value = try documentSentiment(example.text)
            #expect(SentimentValue(type: value.type, features: value.features) == value)
        }
        #expect(SentimentValue(type: "mood", features: []) == nil)
        #expect(SentimentValue(type: "document", features: [Feature("polarity", "positive")]) == nil)
        #expect(SentimentReason(name: "lexicon+wit") == nil)
    }

    @Test("the seed text is negative, and its worst sentences tell of killings")
    func seed() throws {
        let text = try #require(PackageFiles.texts(matching: "seeds/*.txt").first).text
        let document = try namingPipeline().annotate(Document(text: Text(text)))
        let layer = try #require(document[.sentiment])
        #expect(layer.values.first?.polarity == .negative)
        let sentences = layer.filter { $0.value.level == .sentence }.sorted { $0.value.score < $1.value.score }
        let worst = sentences.prefix(3).map { String(document.text[$0.span]) }
        #expect(worst.allSatisfy { $0.contains("kill") || $0.contains("slaughtered") || $0.contains("executing") })
        #expect(!worst.contains { $0.contains("routed") })
    }

    @Test("an explanation names the words and adds up to the score")
    func explanation() throws {
        let pipeline = try sentimentPipeline()
        let document = pipeline.annotate(Document(text: "The nurse was kind and the doctor never rude."))
        let layer = try #require(document[.sentiment])
        let question = Question.why(LayerKey.sentiment.name, position: 0, span: layer.spans[0])
        let answer = try #require(try pipeline.explain(question, in: document))
        #expect(answer.reasons.reduce(0) { $0 + ($1.weight ?? 0) } == layer.values[0].score.value)
        #expect(answer.description.contains("'kind': lexicon"))
        #expect(answer.description.contains("negation"))
    }
}
