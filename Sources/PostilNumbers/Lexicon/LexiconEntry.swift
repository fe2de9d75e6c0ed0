/// Everything that one word can be in the expressions of this module.
struct LexiconEntry: Sendable {
    /// Its part in a numeral.
    var numeral = NumeralWord.none

    static let empty = LexiconEntry()
}
