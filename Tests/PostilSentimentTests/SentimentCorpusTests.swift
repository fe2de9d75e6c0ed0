import Postil
import PostilTestSupport
import Testing

@Suite("Sentiment of the sample sentences")
struct SentimentCorpusTests {
    struct Sentence: Sendable, CustomTestStringConvertible {
        let polarity: String
        let text: String
        let isKnownToFail: Bool

        var testDescription: String { text }
    }

    /// The sentences of `corpora/sentiment` with the polarity that a reader gives them.
    static let sentences: [Sentence] = lines(of: "opinions.gold").compactMap { columns in
        guard columns.count == 2 else { return nil }
        let isKnownToFail = columns[0].hasPrefix("?")
        return Sentence(
            polarity: isKnownToFail ? String(columns[0].dropFirst()) : columns[0],
            text: columns[1],
            isKnownToFail: isKnownToFail
        )
    }

    struct Pair: Sendable, CustomTestStringConvertible {
        let text: String
        let better: String
        let worse: String

        var testDescription: String { text }
    }

    /// Sentences with two things that they mention, of which one is better off.
    static let pairs: [Pair] = lines(of: "targets.gold").compactMap { columns in
        columns.count == 3 ? Pair(text: columns[0], better: columns[1], worse: columns[2]) : nil
    }

    private static func lines(of name: String) -> [[String]] {
        PackageFiles.texts(matching: "corpora/sentiment/" + name)
            .flatMap { $0.text.split(separator: "\n") }
            .filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t").map(String.init) }
    }

    @Test("the sample sentences are read")
    func areRead() {
        #expect(SentimentCorpusTests.sentences.count >= 120)
        #expect(SentimentCorpusTests.pairs.count >= 8)
    }

    @Test("a sentence has the polarity that a reader gives it", arguments: sentences)
    func polarity(_ sentence: Sentence) throws {
        let document = try namingPipeline().annotate(Document(text: Text(sentence.text)))
        let value = try #require(document[.sentiment]?.values.first)
        if sentence.isKnownToFail {
            withKnownIssue { #expect(value.polarity.rawValue == sentence.polarity) }
        } else {
            #expect(value.polarity.rawValue == sentence.polarity, "\(value.score.value)")
        }
    }

    @Test("of two things in a sentence the right one is better off", arguments: pairs)
    func targets(_ pair: Pair) throws {
        let targets = try sentiments(of: pair.text, at: .target)
        let better = try #require(targets.first { $0.text == pair.better })
        let worse = try #require(targets.first { $0.text == pair.worse })
        #expect(better.value.score > worse.value.score)
    }
}
