import PostilCore
import PostilLexicon
import PostilText

/// Finds the long names that the lexicons have, where the model saw parts of them or nothing.
///
/// A stretch of four words or more in the very capitals of an entry is that name and nothing else:
/// *Islamic State of Iraq and the Levant* is no country and a region.
enum EntityGazetteer {
    /// The fewest tokens and capitalised words that make a match certain.
    private static let leastTokens = 4
    private static let leastCapitals = 3
    /// How likely a name is that the model has no part of.
    private static let score: Float = 0.5

    /// `mentions`, which are in order, with the long names in place of their parts.
    ///
    /// - Complexity: O(mentions + matches).
    static func completed(_ mentions: [EntityMention], _ view: TokenView, facts: GazetteerFacts) -> [EntityMention] {
        var completed: [EntityMention] = []
        completed.reserveCapacity(mentions.count)
        var next = 0
        var reach = 0
        for match in facts.matches where match.tokens.lowerBound >= reach {
            guard let kind = kind(of: match, view) else { continue }
            while next < mentions.count, mentions[next].tokens.upperBound <= match.tokens.lowerBound {
                completed.append(mentions[next])
                next += 1
            }
            let first = next
            var end = first
            while end < mentions.count, mentions[end].tokens.lowerBound < match.tokens.upperBound { end += 1 }
            let parts = mentions[first..<end]
            let tokens = EntityExtent.trimmed(match.tokens, kind, view)
            // What goes beyond the match, or is all of it, the model knows better.
            guard
                parts.allSatisfy({
                    $0.tokens.lowerBound >= match.tokens.lowerBound && $0.tokens.upperBound <= match.tokens.upperBound
                        && $0.tokens != tokens
                })
            else { continue }
            let score = parts.map(\.score).max() ?? EntityGazetteer.score
            completed.append(EntityMention(tokens: tokens, kind: kind, score: score, rule: .gazetteer))
            next = end
            reach = match.tokens.upperBound
        }
        completed.append(contentsOf: mentions[next...])
        return completed
    }

    /// `mentions`, with those taken for persons that have the name of a place, and of nothing else, as places, and
    /// countries and peoples as such.
    ///
    /// No part of a person's name is among the meanings of the whole: *Tal Afar* is nobody.
    static func retyped(_ mentions: [EntityMention], facts: GazetteerFacts) -> [EntityMention] {
        mentions.map { mention in
            if let kind = facts.certainKind(of: mention.tokens), kind != mention.kind,
                [.person, .organization, .group, .geopolitical].contains(mention.kind)
            {
                return EntityMention(tokens: mention.tokens, kind: kind, score: mention.score, rule: .gazetteer)
            }
            guard mention.kind == .person, mention.tokens.count > 1, let match = facts.match(of: mention.tokens),
                match.fit == .asWritten, LexiconKinds.places.isSuperset(of: match.kinds)
            else { return mention }
            return EntityMention(
                tokens: mention.tokens,
                kind: .geopolitical,
                score: mention.score,
                rule: .gazetteer
            )
        }
    }

    /// `mentions`, which are in order, with the countries and peoples of sentences in capitals, where the model has
    /// little to go by.
    ///
    /// - Complexity: O(tokens + mentions + matches).
    static func withHeadlines(_ mentions: [EntityMention], _ features: EntityFeatures) -> [EntityMention] {
        let headlines = features.sentences.filter { features.casing(of: $0) == .upper }
        guard !headlines.isEmpty else { return mentions }
        var found: [EntityMention] = []
        var next = 0
        var known = 0
        for match in features.gazetteer.matches {
            while next < headlines.count, headlines[next].upperBound <= match.tokens.lowerBound { next += 1 }
            while known < mentions.count, mentions[known].tokens.upperBound <= match.tokens.lowerBound { known += 1 }
            guard next < headlines.count, headlines[next].lowerBound <= match.tokens.lowerBound,
                known == mentions.count || mentions[known].tokens.lowerBound >= match.tokens.upperBound,
                found.last.map({ $0.tokens.upperBound <= match.tokens.lowerBound }) ?? true,
                match.fit <= .capitals, !match.kinds.contains(.word)
            else { continue }
            let isCountry = match.kinds.contains(.country)
            guard isCountry || match.kinds.contains(.nationality) else {
                continue
            }
            let kind: EntityKind = isCountry ? .geopolitical : .group
            found.append(EntityMention(tokens: match.tokens, kind: kind, score: score, rule: .gazetteer))
        }
        guard !found.isEmpty else { return mentions }
        return (mentions + found).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// What a match names beyond doubt.
    private static func kind(of match: LexiconMatch, _ view: TokenView) -> EntityKind? {
        guard match.tokens.count >= leastTokens, match.fit == .asWritten, !match.kinds.contains(.word),
            match.tokens.filter({ view.isCapitalized($0) }).count >= leastCapitals
        else { return nil }
        let types = Set(match.kinds.kinds.map(\.entityType))
        guard types.count == 1, let type = types.first, let name = type else { return nil }
        return EntityKind(name: name)
    }
}
