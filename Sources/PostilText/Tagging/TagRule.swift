import PostilCore

/// The ways in which a token comes to its tags.
enum TagRule: Int, CaseIterable {
    case model, confined, closed, kind

    /// The rule's number in the tagger's table.
    var identifier: RuleIdentifier { RuleIdentifier(rawValue: UInt16(rawValue + 1)) }

    /// All rules.
    static let table = RuleTable(allCases.map(\.rule))

    private var rule: Rule {
        switch self {
        case .model: Rule("model", "the sequence of tags that the model's features like best")
        case .confined:
            Rule(
                "confined",
                "a frequent word has no tags but those that it has in the treebanks; the model chose among them"
            )
        case .kind: Rule("kind", "addresses, handles, hashtags and emoji have the tags of their kind")
        case .closed: Rule("one-tag", "the word has one pair of tags only in the treebanks")
        }
    }
}
