import PostilCore

/// A numeral while it is read: a sum of groups times powers, *two million three hundred thousand and one*.
struct NumeralSum {
    /// The first token.
    var first: Int
    /// The last token.
    var last: Int
    /// Where it ends, in bytes: within the last token where a letter is split off there.
    var end: Int
    /// The value; nil where it does not fit.
    var value: ExactDecimal?
    /// The last multiple that was read; one where none was.
    var scale: ExactDecimal = .one
    /// The part behind the last *and*, where there is one.
    var tail: ExactDecimal?
    /// The scale that stands before the last *and*.
    var tailScale: ExactDecimal = .one
    /// Whether the last word is an ordinal.
    var isOrdinal = false
    /// Whether the last word is a plural.
    var isPlural = false
    /// Whether it ends in a power or multiple, so that a smaller number may follow.
    var endsInScale = false
    /// Whether a power of ten, a hundred or a dozen is in it.
    var hasScale = false
    /// Whether it consists of one word that is *hundred*, *million* or the like.
    var isBareScale = false
    /// The digits that it begins with, if it does.
    var digits: DigitNumeral?
    /// Whether a word is in it.
    var hasWords = false
    /// Whether *a* begins it.
    var hasArticle = false
}
