/// What a word can be in a temporal expression; a word can be several things.
struct WordClass: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }

    private static func bit(_ number: UInt64) -> WordClass { WordClass(rawValue: 1 << number) }

    static let month = bit(0)
    static let weekday = bit(1)
    /// *year*, *days*, *hrs*.
    static let unit = bit(2)
    /// *morning*, *night*.
    static let part = bit(3)
    static let season = bit(4)
    /// *noon*, *midnight*.
    static let clockWord = bit(5)
    /// *today*, *yesterday*.
    static let dayWord = bit(6)
    /// *now*, *recently*: a reference to the present, past or future by itself.
    static let reference = bit(7)
    /// *recent*, *current*, *future*: the same as an adjective.
    static let referenceAdjective = bit(8)
    static let the = bit(9)
    static let article = bit(10)
    /// *its*, *their*.
    static let possessive = bit(11)
    /// *last*, *next*, *this*, *previous*.
    static let direction = bit(12)
    /// *few*, *several*.
    static let vague = bit(13)
    /// *about*, *nearly*.
    static let approximator = bit(14)
    static let ordinal = bit(15)
    static let cardinal = bit(16)
    static let ago = bit(17)
    /// *later*, *afterwards*; *earlier*, *before*.
    static let shift = bit(18)
    static let of = bit(19)
    static let `in` = bit(20)
    static let at = bit(21)
    static let on = bit(22)
    /// *to*, *until*, *through*.
    static let until = bit(23)
    static let and = bit(24)
    static let or = bit(25)
    static let comma = bit(26)
    static let hyphen = bit(27)
    static let slash = bit(28)
    /// *'s* and the apostrophe of plurals.
    static let possessiveMark = bit(29)
    /// *BC*, *AD*.
    static let era = bit(30)
    /// *a.m.*, *pm*.
    static let meridiem = bit(31)
    static let oclock = bit(32)
    static let zone = bit(33)
    /// *daily*, *annually*.
    static let setWord = bit(34)
    /// *every*, *each*.
    static let every = bit(35)
    /// *early*, *late*, *mid*.
    static let phase = bit(36)
    /// *beginning*, *middle*, *end*.
    static let edge = bit(37)
    static let fiscal = bit(38)
    static let half = bit(39)
    static let weekend = bit(40)
    static let holiday = bit(41)
    /// *from*, *after*, *before*, *since*.
    static let from = bit(42)
    /// *Q3*, *H1*.
    static let periodCode = bit(43)
    static let old = bit(44)
    /// *long* in *week-long*.
    static let long = bit(45)
    static let per = bit(46)
    /// *once*, *twice*, *times*.
    static let times = bit(47)
    /// *more*, *less*, *least*, *than*, *up*: words of bounds.
    static let bound = bit(48)
    /// Digits.
    static let number = bit(49)
    /// Digits with colons.
    static let clock = bit(50)
    /// A word with a prefix and a hyphen: *mid-1996*.
    static let prefixed = bit(51)
    /// *period*, *time*: stands for a time named before.
    static let period = bit(52)
    /// *past*, *to*, *till*, *quarter* between minutes and hour.
    static let clockDirection = bit(53)
    /// *same*, *entire*, *full*, *whole*.
    static let whole = bit(54)
    /// *that*, *those*.
    static let that = bit(55)
    /// *decade* of the tens: *eighties*.
    static let decade = bit(56)
    /// Words that make a reference with *the* or alone: *past*, *future*, *present*.
    static let referenceNoun = bit(57)
    static let point = bit(58)
    /// *hundred*, *thousand*.
    static let magnitude = bit(59)
    /// *school*, *trading*, *business* before a unit.
    static let unitAdjective = bit(60)
    static let year = bit(61)
    /// A common word too: needs context to be a date (*may*, *march*, *sun*, *second*, *fall*).
    static let common = bit(62)
    /// *ahead*, *hence*.
    static let onward = bit(63)

    /// What makes a stretch worth parsing.
    static let triggers: WordClass = [
        .month, .weekday, .unit, .part, .season, .clockWord, .dayWord, .reference, .referenceAdjective, .setWord,
        .weekend, .holiday, .number, .clock, .prefixed, .period, .decade, .referenceNoun, .oclock, .meridiem, .year,
        .fiscal, .cardinal, .periodCode,
    ]
}
