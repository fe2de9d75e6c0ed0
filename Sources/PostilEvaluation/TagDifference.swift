import PostilCore

/// Where tags or lemmas part from gold, for reading.
public struct TagDifference: Sendable {
    /// A line for each token of gold that was found as a token and has other tags or another lemma.
    public let lines: [String]

    /// Compares a document with gold.
    ///
    /// - Complexity: O(n).
    public init(_ document: Document, gold: GoldDocument) {
        let tags = document[.tags]?.values ?? []
        let lemmas = document[.lemmas]?.values ?? []
        let positions = Dictionary(
            (document[.tokens]?.spans ?? []).enumerated().map { ($1, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        lines = gold.tokens.enumerated().flatMap { index, span -> [String] in
            guard let position = positions[span] else { return [] }
            var lines: [String] = []
            if position < tags.count, index < gold.tags.count, let tag = gold.tags[index], tags[position] != tag {
                lines.append(
                    "tags: «\(document.text[span])» gold \(TagDifference.name(tag)) found \(TagDifference.name(tags[position]))"
                )
            }
            if position < lemmas.count, index < gold.lemmas.count, let lemma = gold.lemmas[index],
                lemmas[position].text != lemma
            {
                lines.append("lemma: «\(document.text[span])» gold «\(lemma)» found «\(lemmas[position].text)»")
            }
            return lines
        }
    }

    private static func name(_ tag: TokenTag) -> String { "\(tag.penn.name)/\(tag.universal.name)" }
}
