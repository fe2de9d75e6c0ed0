import PostilCore

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
        let tokens = document[.tokens] ?? Layer()
        let tags = document[.tags]?.values ?? []
        let forms = document[.lemmas]?.values ?? []
        var position = 0
        for (index, span) in gold.tokens.enumerated() {
            while position < tokens.count, tokens.spans[position].start < span.start { position += 1 }
            let isFound = position < tokens.count && tokens.spans[position] == span
            if index < gold.tags.count, let tag = gold.tags[index], !tags.isEmpty {
                tagged += 1
                if isFound, position < tags.count {
                    penn += tags[position].penn == tag.penn ? 1 : 0
                    universal += tags[position].universal == tag.universal ? 1 : 0
                }
            }
            if index < gold.lemmas.count, let lemma = gold.lemmas[index], !forms.isEmpty {
                lemmatized += 1
                if isFound, position < forms.count, forms[position].text == lemma { lemmas += 1 }
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
