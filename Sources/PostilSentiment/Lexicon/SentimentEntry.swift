/// What the lexicon knows of a word or phrase.
struct SentimentEntry: Hashable, Sendable {
    /// The valence, from -4 to 4; 0 for none.
    var prior: Float = 0

    /// The valence in reports of business, where ``roles`` has ``SentimentRole/inBusiness``.
    var businessPrior: Float = 0

    /// What an intensifier adds to the valence that follows it.
    var amount: Float = 0

    /// What the word does.
    var roles: SentimentRole = []

    /// The number of tokens of the longest phrase that begins with the word; 0 where none does.
    var longestPhrase: UInt8 = 0

    /// The entry with what one line of a lexicon says of it; a later line overrides an earlier one.
    mutating func add(_ role: SentimentRole, number: Float) {
        roles.insert(role)
        switch role {
        case .intensifier: amount = number
        case .inBusiness: businessPrior = number
        case .business, .plain: break
        default:
            guard role == .valence || number != 0 else { break }
            prior = number
            if number == 0 { roles.remove(.valence) } else { roles.insert(.valence) }
            if role == .valence, number == 0 { roles.insert(.plain) }
        }
    }
}
