import PostilCore

/// The rules that annotations name: how the score of each level is made.
enum SentimentRule {
    static let table = RuleTable([
        Rule("document-ledger", "the weighed sum of all sentences"),
        Rule("sentence-ledger", "the words of the sentence with a valence, what surrounds them, and learned weights"),
        Rule("target-ledger", "the words of the sentence, weighed by how much they concern what is mentioned"),
        Rule("quote-ledger", "the words of the quotation, which are its speaker's"),
    ])

    static func identifier(of level: SentimentLevel) -> RuleIdentifier {
        switch level {
        case .document: RuleIdentifier(rawValue: 1)
        case .sentence: RuleIdentifier(rawValue: 2)
        case .target: RuleIdentifier(rawValue: 3)
        case .quote: RuleIdentifier(rawValue: 4)
        }
    }
}
