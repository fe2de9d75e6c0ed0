/// What a word contributes to a numeral.
struct NumeralWord: Sendable {
    /// The slot that a word fills.
    enum Kind: UInt8, Sendable {
        /// No part of a numeral.
        case none
        /// *zero*, *nought*.
        case zero
        /// *one* to *nine*.
        case unit
        /// *ten* to *nineteen*.
        case teen
        /// *twenty* to *ninety*.
        case tens
        /// *hundred*.
        case hundred
        /// *thousand*, *million*: ``value`` is the power of ten.
        case power
        /// *dozen*, *score*: ``value`` is how many.
        case multiple
        /// *half*, *quarter* and their plurals: ``value`` is the denominator.
        case part
        /// *a*, *an*.
        case article
        /// *and*.
        case and
        /// *point*.
        case point
        /// *minus*, *negative*.
        case minus
        /// *plus*.
        case plus
        /// *over*.
        case over
        /// *of*.
        case of
        /// *oh* between digits read out.
        case oh
    }

    /// The slot.
    let kind: Kind
    /// The value, or for a power its exponent.
    let value: UInt16
    /// Whether the word is an ordinal: *third*, *hundredth*.
    let isOrdinal: Bool
    /// Whether the word is a plural: *thirds*, *millions*.
    let isPlural: Bool

    init(_ kind: Kind, _ value: UInt16 = 0, isOrdinal: Bool = false, isPlural: Bool = false) {
        self.kind = kind
        self.value = value
        self.isOrdinal = isOrdinal
        self.isPlural = isPlural
    }

    static let none = NumeralWord(.none)
}
