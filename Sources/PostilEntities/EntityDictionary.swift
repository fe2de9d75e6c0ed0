import PostilCore
import PostilLexicon
import PostilText

/// Puts the names of the user's dictionaries in the place of what the model says of their words.
enum EntityDictionary {
    /// `mentions`, which are in order, without those that overlap an entry of `dictionaries`, and with the
    /// entries that are names.
    ///
    /// Of entries that overlap the one of the dictionary with the higher priority counts, then the first and
    /// longest. An entry of the kind `word` or `term` says that its words are no name.
    ///
    /// - Complexity: O(tokens + mentions + matches).
    static func overriding(_ mentions: [EntityMention], _ view: TokenView, dictionaries: LexiconSet) -> [EntityMention]
    {
        guard !dictionaries.members.isEmpty else { return mentions }
        let input = LexiconInput(bytes: view.bytes, spans: view.spans, values: view.values)
        var entries: [EntityMention] = []
        var covered = Array(repeating: false, count: view.count)
        var reach = 0
        for match in dictionaries.matches(in: input) where match.tokens.lowerBound >= reach {
            reach = match.tokens.upperBound
            for token in match.tokens { covered[token] = true }
            let types = match.kinds.kinds.compactMap(\.entityType)
            guard let kind = types.first.flatMap(EntityKind.init(name:)) else { continue }
            entries.append(EntityMention(tokens: match.tokens, kind: kind, score: 1, rule: .dictionary))
        }
        let kept = mentions.filter { !$0.tokens.contains { covered[$0] } }
        return (kept + entries).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
}
