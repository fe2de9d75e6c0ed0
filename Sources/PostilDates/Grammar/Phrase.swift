/// A stretch of tokens read as a temporal expression.
///
/// The parser asks for very many that are not there, hence a value that is small while it is passed on: what
/// it holds lies elsewhere, and is copied when one of several owners changes it.
@dynamicMemberLookup
struct Phrase: Hashable, Sendable {
    /// Changed only by a phrase that is its one owner, hence as safe to share as a value.
    private final class Storage: @unchecked Sendable {
        var content: PhraseContent

        init(_ content: PhraseContent) { self.content = content }
    }

    private var storage: Storage

    init(_ tokens: Range<Int>, _ rule: DateRule, _ meaning: TimeMeaning) {
        storage = Storage(PhraseContent(tokens, rule, meaning))
    }

    subscript<Member>(dynamicMember member: WritableKeyPath<PhraseContent, Member>) -> Member {
        @inline(__always)
        get { storage.content[keyPath: member] }
        @inline(__always)
        set {
            if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.content) }
            storage.content[keyPath: member] = newValue
        }
    }

    subscript<Member>(dynamicMember member: KeyPath<PhraseContent, Member>) -> Member {
        storage.content[keyPath: member]
    }

    static func == (left: Phrase, right: Phrase) -> Bool { left.storage.content == right.storage.content }

    func hash(into hasher: inout Hasher) { hasher.combine(storage.content) }
}

/// What a ``Phrase`` holds.
struct PhraseContent: Hashable, Sendable {
    /// The first token.
    var start: Int
    /// The token behind the last.
    var end: Int
    var rule: DateRule
    var meaning: TimeMeaning
    var time: TimeOfDay?
    var modifier: TimeModifier?
    /// Where it starts and ends within its first and last token, in bytes of the text; nil at their ends.
    var startOffset: Int?
    var endOffset: Int?
    /// Whether it points to the date last mentioned, as *that year* does.
    var isThat = false
    /// Whether *ended* stands behind it.
    var hasEnded = false
    /// Whether it is a length behind *in*, which a verb of the future makes a time ahead.
    var mayBeAhead = false
    /// How long what begins then lasts: *4 pm for 30 minutes*.
    var lasting: Length?
    /// Whether it is the end of a stretch from now on: *by Friday*.
    var isDeadline = false
    /// Whether it is the word *overnight*, which looks back in a report.
    var isOvernight = false
    /// The styles of text in which the phrase counts.
    var audience: Audience = .all
    /// Whether the words are common ones, so that the phrase stands only with support from around.
    var isWeak = false

    init(_ tokens: Range<Int>, _ rule: DateRule, _ meaning: TimeMeaning) {
        start = tokens.lowerBound
        end = tokens.upperBound
        self.rule = rule
        self.meaning = meaning
    }
}

/// Styles of text, as a set.
struct Audience: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    static let news = Audience(rawValue: 1)
    static let narrative = Audience(rawValue: 2)
    static let assistant = Audience(rawValue: 4)
    static let all: Audience = [.news, .narrative, .assistant]

    /// The member of a style.
    init(_ style: DateStyle) {
        switch style {
        case .news: self = .news
        case .narrative: self = .narrative
        case .assistant: self = .assistant
        }
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
