/// What a word does in an expression beside being part of a numeral.
enum NumberRole: UInt8, Sendable {
    case none
    /// *last*, *next*, *previous*: a place counted from an end or from here.
    case relative
    /// *dozens*, *hundreds*, *millions* stand for themselves.
    case several
    /// *percent*.
    case percent
    /// *double*, *twice*, *twofold*: ``LexiconEntry/amount`` times.
    case multiple
    /// A word behind which a number is a label: *Fig.*, *Table*, *Room*.
    case label
    /// A word behind which a capital numeral of the Romans is a number: *Chapter*.
    case romanHead
    /// A word that makes *one* a pronoun before it: *which*, *the*, *no*.
    case pronounHead
    /// A word that makes *one* a pronoun behind it: *another*, *should*.
    case pronounTail
    /// The last word of an approximator.
    case approximator
    /// *couple*, *pair*.
    case couple
    /// *many*, *few*.
    case few
    /// *to*.
    case to
    /// *or*.
    case or
    /// Words of a street's name behind its number.
    case street
    /// A weekday's or month's name, which makes a number a day.
    case calendar
    /// *in*.
    case `in`
    /// *out*.
    case out
    /// *by*.
    case by
    /// A verb of rising or falling.
    case change
    /// A numeral of the Romans that the names of rulers have.
    case regnal
}
