/// All that the lexicon knows of one word.
struct WordMeaning: Hashable, Sendable {
    var classes: WordClass = []
    var month = 0
    var weekday = 0
    var unit: TimeUnit?
    /// Whether the unit's word is a plural.
    var isPlural = false
    /// The number, code or position that the other classes use.
    var value = 0
    /// Where the word points as a direction (``Direction``), 0 for none.
    var direction = 0
    /// 1 for *later*, -1 for *earlier*, 0 for neither.
    var shift = 0
    /// Its number as *early*, *mid*, *late*, *earlier* or *later*.
    var phase = 0
    /// Its number as *beginning*, *middle* or *end*.
    var edge = 0
    /// The value as an ordinal, where the word is one besides.
    var ordinal = 0

    static let unknown = WordMeaning()

    func has(_ wanted: WordClass) -> Bool { !classes.isDisjoint(with: wanted) }
}
