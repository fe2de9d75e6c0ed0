/// A part of a name or text as look-ups see it: a word without accents, points and apostrophes, or a mark.
struct NamePiece {
    /// The hash of its folded bytes, a `LowercaseHash`.
    let hash: UInt64

    /// The token that it comes from.
    let token: UInt32

    /// How many folded bytes it has, at most 255.
    let length: UInt8

    /// Its capitals.
    let shape: PieceShape

    /// Where in its token and text it stands.
    var place: Place = []

    struct Place: OptionSet {
        let rawValue: UInt8
        static let startsToken = Place(rawValue: 1)
        static let endsToken = Place(rawValue: 2)
        /// Behind an empty line, which no name crosses.
        static let startsBlock = Place(rawValue: 4)
    }
}

/// The capitals of a piece, in the two bits that a match keeps of each.
enum PieceShape: UInt8 {
    case lower = 0
    case capitalized = 1
    case upper = 2
    /// Digits, a mark, or a single capital letter, which is capitalised and all capitals at once.
    case open = 3
}

/// What an entry asks of the capitals of a piece, in the two bits that a pattern keeps of each.
enum PieceCase: UInt8 {
    /// Anything: the entry has a small letter, a digit or a mark there.
    case any = 0
    /// A capital first.
    case capital = 1
    /// Capitals only: short acronyms, which are words otherwise (*US*, *IT*, *WHO*).
    case capitals = 2
    /// Capitals only, or a capital first as some papers write acronyms: *NATO*, *Nato*.
    case acronym = 3

    /// How well a piece of `shape` meets what is asked.
    func fit(_ shape: PieceShape) -> LexiconCaseFit {
        switch (self, shape) {
        case (.any, _), (_, .open), (.capital, .capitalized), (.capitals, .upper), (.acronym, .upper): .asWritten
        case (.capital, .upper): .capitals
        case (.acronym, .capitalized): .relaxed
        case (.capital, .lower), (.capitals, .lower), (.capitals, .capitalized), (.acronym, .lower): .ignored
        }
    }
}
