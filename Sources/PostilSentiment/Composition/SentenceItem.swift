/// A token of a sentence, or the tokens of a phrase, as composition sees it. Quotation marks are none.
struct SentenceItem {
    /// The first and the last token.
    var first: Int32
    var last: Int32

    /// The position of the first token in ``Composer/content``.
    var position: Int32

    /// The number of the lexicon's entry; -1 for none.
    var entry: Int32 = -1

    /// What the entry does; empty without one.
    var roles: SentimentRole = []

    /// The clause, counted from 0.
    var clause: Int16 = 0

    /// Whether a comma stands directly before it.
    var followsComma = false

    /// Whether its letters are repeated.
    var isElongated = false

    /// Whether it belongs to a name of several words, which says little by what its words mean.
    var isName = false

    /// Whether it is a comparative: *better*, *more careful*.
    var isComparative = false

    /// Whether its valence is not counted, since it has been taken as part of something else.
    var isSpent = false

    /// Whether it is a negation that has reversed something that has a valence.
    var hasReversed = false

    /// Whether it is a phrase of several tokens.
    var isPhrase: Bool { first != last }

    /// The number of its tokens.
    var count: Int32 = 1
}
