import PostilCore
import PostilLexicon
import PostilText

/// The entries of the lexicons that names of a document stand for beyond doubt.
struct GazetteerLinks {
    /// What a name stands for.
    struct Entry {
        /// The link; nil for what is known by its name only.
        let link: String?
        /// The name in its usual form; nil where the entry has no other.
        let canonical: String?

        /// The same for all names of one thing.
        var identity: String { link ?? canonical ?? "" }
    }

    let lexicons: LexiconSet
    let facts: GazetteerFacts

    /// The entry of a mention: the only sense of its type, or the one with a link that weighs far more than the
    /// others.
    func entry(of mention: EntityMention) -> Entry? {
        guard let match = facts.match(of: mention.tokens) else { return nil }
        let senses = lexicons.senses(of: match)
            .filter { $0.fit <= .capitals && GazetteerLinks.agrees($0.kind, mention.kind) }
            .sorted { $0.level > $1.level }
        guard let first = senses.first(where: { $0.link != nil }), let link = first.link else {
            guard let canonical = senses.first?.canonical, senses.allSatisfy({ $0.canonical == canonical }) else {
                return nil
            }
            return Entry(link: nil, canonical: canonical)
        }
        let isCountry = first.kind == .country
        if let second = senses.first(where: { $0.link != nil && $0.link != link }), !isCountry {
            // Eight steps of a level are a doubling: a city sixteen times as large as its namesakes is meant.
            guard Int(first.level) - Int(second.level) >= 32 else { return nil }
        }
        return Entry(link: link, canonical: first.canonical)
    }

    private static func agrees(_ kind: LexiconKind, _ type: EntityKind) -> Bool {
        guard let name = kind.entityType else { return false }
        return name == type.name || (name == "GPE" || name == "LOC") && (type == .geopolitical || type == .location)
    }
}
