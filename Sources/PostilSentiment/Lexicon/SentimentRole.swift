/// What a word or phrase of the lexicon does, as a set of bits.
struct SentimentRole: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    /// It has a valence.
    static let valence = SentimentRole(rawValue: 1 << 0)
    /// It reverses what follows in its clause.
    static let negator = SentimentRole(rawValue: 1 << 1)
    /// It raises or lowers what follows it.
    static let intensifier = SentimentRole(rawValue: 1 << 2)
    /// *But* and its like.
    static let contrast = SentimentRole(rawValue: 1 << 3)
    /// *Although* and its like.
    static let concession = SentimentRole(rawValue: 1 << 4)
    /// It opens a clause.
    static let opener = SentimentRole(rawValue: 1 << 5)
    /// What follows it in its clause is not said to be so.
    static let condition = SentimentRole(rawValue: 1 << 6)
    /// A superlative, which says little when negated.
    static let superlative = SentimentRole(rawValue: 1 << 7)
    /// A thing whose growth is good.
    static let desirable = SentimentRole(rawValue: 1 << 8)
    /// A thing whose growth is bad.
    static let undesirable = SentimentRole(rawValue: 1 << 9)
    /// It says that something becomes more.
    static let increase = SentimentRole(rawValue: 1 << 10)
    /// It says that something becomes less.
    static let decrease = SentimentRole(rawValue: 1 << 11)
    /// A word by which reports of business are known.
    static let business = SentimentRole(rawValue: 1 << 12)
    /// It has a valence of its own in reports of business.
    static let inBusiness = SentimentRole(rawValue: 1 << 13)
    /// A verb of ill done to its object.
    static let hostile = SentimentRole(rawValue: 1 << 14)
    /// A verb of good done to its object.
    static let favourable = SentimentRole(rawValue: 1 << 15)
    /// A phrase whose words do nothing by themselves.
    static let plain = SentimentRole(rawValue: 1 << 16)
    /// It has a valence of its own in some parts of speech.
    static let senses = SentimentRole(rawValue: 1 << 17)
    /// It tells of the killing of people.
    static let lethal = SentimentRole(rawValue: 1 << 18)

    /// The kinds that a lexicon's third column names. Their number is a valence, but for intensifiers,
    /// for which it is what they add, and words in business reports, for which it is the valence there.
    static let kinds: [(name: String, role: SentimentRole)] = [
        ("valence", .valence), ("negator", .negator), ("intensifier", .intensifier), ("contrast", .contrast),
        ("concession", .concession), ("opener", .opener), ("condition", .condition), ("superlative", .superlative),
        ("desirable", .desirable), ("undesirable", .undesirable), ("increase", .increase), ("decrease", .decrease),
        ("business", .business), ("in-business", .inBusiness), ("hostile", .hostile), ("favourable", .favourable),
        ("plain", .plain), ("lethal", .lethal),
    ]
}
