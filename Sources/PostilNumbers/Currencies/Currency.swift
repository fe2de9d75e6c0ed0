/// What money a word or sign stands for.
struct Currency: Sendable, Hashable {
    /// The ISO 4217 code; for a word or sign of several countries the likeliest.
    let code: String
    /// The name of the minor unit, where it is one: a hundredth.
    let minor: String?
    /// Which currencies share the word or sign: empty where none does.
    let family: Family

    /// Currencies that share a name.
    enum Family: UInt8, Sendable {
        case none
        case dollar
        case pound
        case crown
        case franc
        case rupee
        case peso
        case yen
        case cent
    }

    init(_ code: String, minor: String? = nil, family: Family = .none) {
        self.code = code
        self.minor = minor
        self.family = family
    }
}
