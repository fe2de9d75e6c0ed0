/// A stretch of tokens read as a temporal expression.
struct Phrase: Hashable, Sendable {
    /// The first token.
    var start: Int
    /// The token behind the last.
    var end: Int
    var rule: DateRule
    var meaning: TimeMeaning
    var time: TimeOfDay?
    var modifier: TimeModifier?
    /// Whether the words are common ones, so that the phrase stands only with support from around.
    var isWeak = false

    init(_ tokens: Range<Int>, _ rule: DateRule, _ meaning: TimeMeaning) {
        start = tokens.lowerBound
        end = tokens.upperBound
        self.rule = rule
        self.meaning = meaning
    }
}

/// TIMEX3's `mod`.
enum TimeModifier: String, Hashable, Sendable {
    case start = "START"
    case mid = "MID"
    case end = "END"
    case approximate = "APPROX"
    case before = "BEFORE"
    case after = "AFTER"
    case onOrBefore = "ON_OR_BEFORE"
    case onOrAfter = "ON_OR_AFTER"
    case lessThan = "LESS_THAN"
    case moreThan = "MORE_THAN"
    case equalOrLess = "EQUAL_OR_LESS"
    case equalOrMore = "EQUAL_OR_MORE"
}
