import PostilCore
import PostilFormats

/// How the tags and lemmas of tokens agree with gold.
///
/// A gold token without a found one of the same extent counts as wrong.
public struct TagScore: Hashable, Sendable {
    /// Gold tokens with tags.
    public private(set) var tagged = 0

    /// Of those, the ones with the same Penn tag.
    public private(set) var penn = 0

    /// Of those, the ones with the same universal tag.
    public private(set) var universal = 0

    /// Gold tokens with a lemma.
    public private(set) var lemmatized = 0

    /// Of those, the ones with the same lemma.
    public private(set) var lemmas = 0

    /// Whether gold had neither tags nor lemmas.
    public var isEmpty: Bool { tagged + lemmatized == 0 }

    /// A score over nothing.
    public init() {}

    /// Adds a document.
    ///
    /// - Complexity: O(n).
    public mutating func add(_ document: Document, gold: GoldDocument) {
        let tags = document[.tags]?.values ?? []
        let lemmas = document[.lemmas]?.values ?? []
        let found = (document[.tokens]?.spans ?? []).enumerated().map { index, span in
            TokenRecord(
                span: span,
                universal: index < tags.count ? tags[index].universal.name : nil,
                penn: index < tags.count ? tags[index].penn.name : nil,
                lemma: index < lemmas.count ? lemmas[index].text : nil
            )
        }
        add(found, gold: GoldRecord(gold).record.tokens)
    }

    /// Adds the tokens of a document, in the order of the text.
    ///
    /// - Complexity: O(n).
    public mutating func add(_ found: [TokenRecord], gold: [TokenRecord]) {
        let hasTags = found.contains { $0.penn != nil || $0.universal != nil }
        let hasLemmas = found.contains { $0.lemma != nil }
        var position = 0
        for token in gold {
            while position < found.count, found[position].span.start < token.span.start { position += 1 }
            let match = position < found.count && found[position].span == token.span ? found[position] : nil
            if hasTags, let penn = token.penn, let universal = token.universal {
                tagged += 1
                self.penn += match?.penn == penn ? 1 : 0
                self.universal += match?.universal == universal ? 1 : 0
            }
            if hasLemmas, let lemma = token.lemma {
                lemmatized += 1
                lemmas += match?.lemma == lemma ? 1 : 0
            }
        }
    }

    /// Adds the counts of another score.
    public mutating func add(_ other: TagScore) {
        tagged += other.tagged
        penn += other.penn
        universal += other.universal
        lemmatized += other.lemmatized
        lemmas += other.lemmas
    }
}

extension TagScore: CustomStringConvertible {
    /// The shares of gold tokens that are right, in percent; empty where gold has neither tags nor lemmas.
    public var description: String {
        func percent(_ right: Int, _ all: Int) -> String { "\((Double(right) / Double(all) * 10000).rounded() / 100)" }
        var parts: [String] = []
        if tagged > 0 { parts += ["xpos \(percent(penn, tagged))", "upos \(percent(universal, tagged))"] }
        if lemmatized > 0 { parts.append("lemmas \(percent(lemmas, lemmatized))") }
        return parts.joined(separator: ", ")
    }
}
