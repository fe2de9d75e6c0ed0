/// Why a term of a ledger counts, and what raised, lowered or reversed it.
///
/// One bit says where the term comes from; the others say what changed it. Records write the names of
/// the bits joined by `+`, such as `lexicon+negation+intensifier`.
public struct SentimentReason: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt32

    /// Wraps bits.
    @inlinable
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A word or phrase that has a valence of its own.
    public static let lexicon = SentimentReason(rawValue: 1 << 0)
    /// Something good or bad becomes more or less.
    public static let change = SentimentReason(rawValue: 1 << 1)
    /// A figure stands beside an earlier one, or a thing beside another: *better than*.
    public static let comparison = SentimentReason(rawValue: 1 << 2)
    /// Exclamation or question marks.
    public static let punctuation = SentimentReason(rawValue: 1 << 3)
    /// Words whose weight was learned from annotated texts.
    public static let learned = SentimentReason(rawValue: 1 << 4)
    /// All words whose learned weights are too small for a term of their own.
    public static let remainder = SentimentReason(rawValue: 1 << 5)
    /// A negation reverses the term.
    public static let negation = SentimentReason(rawValue: 1 << 6)
    /// A word such as *very* raises it.
    public static let intensifier = SentimentReason(rawValue: 1 << 7)
    /// A word such as *slightly* lowers it.
    public static let dampener = SentimentReason(rawValue: 1 << 8)
    /// It is written in capitals among words that are not.
    public static let capitals = SentimentReason(rawValue: 1 << 9)
    /// Its letters are repeated: *sooo*, *loooove*.
    public static let elongation = SentimentReason(rawValue: 1 << 10)
    /// A *but* or its like weighs it up or down.
    public static let contrast = SentimentReason(rawValue: 1 << 11)
    /// It stands under *if* or *would*, so that it is not said to be so.
    public static let condition = SentimentReason(rawValue: 1 << 12)
    /// It is asked, not said.
    public static let question = SentimentReason(rawValue: 1 << 13)
    /// A negated superlative, which says little: *not the worst*.
    public static let superlative = SentimentReason(rawValue: 1 << 14)
    /// The text reports business figures, in which the word has no or another valence.
    public static let business = SentimentReason(rawValue: 1 << 15)
    /// The target does it.
    public static let agent = SentimentReason(rawValue: 1 << 16)
    /// It is done to the target.
    public static let object = SentimentReason(rawValue: 1 << 17)
    /// It stands beside the target in its clause.
    public static let clause = SentimentReason(rawValue: 1 << 18)
    /// It stands in another clause than the target.
    public static let distance = SentimentReason(rawValue: 1 << 19)
    /// It belongs to the words of somebody who is quoted.
    public static let quote = SentimentReason(rawValue: 1 << 20)
    /// It stands in the headline.
    public static let headline = SentimentReason(rawValue: 1 << 21)

    /// People are killed, which outweighs all else.
    public static let lethal = SentimentReason(rawValue: 1 << 22)
    /// It stands in a name of several words, which says little by what its words mean.
    public static let name = SentimentReason(rawValue: 1 << 23)

    private static let names: [StaticString] = [
        "lexicon", "change", "comparison", "punctuation", "learned", "remainder", "negation", "intensifier", "dampener",
        "capitals", "elongation", "contrast", "condition", "question", "superlative", "business", "agent", "object",
        "clause", "distance", "quote", "headline", "lethal", "name",
    ]
}

extension SentimentReason {
    /// Calls `body` with the names of the bits in their order.
    public func forEachLabel(_ body: (StaticString) -> Void) {
        var rest = rawValue
        while rest != 0 {
            let bit = rest.trailingZeroBitCount
            if bit < SentimentReason.names.count { body(SentimentReason.names[bit]) }
            rest &= rest &- 1
        }
    }

    /// The names of the bits in their order, joined by `+`.
    public var name: String {
        var name = ""
        forEachLabel { name += name.isEmpty ? "\($0)" : "+\($0)" }
        return name
    }

    /// The reason that ``name`` writes so; nil where there is none.
    public init?(name: String) {
        var bits: UInt32 = 0
        for part in name.split(separator: "+", omittingEmptySubsequences: false) {
            guard let bit = SentimentReason.names.firstIndex(where: { "\($0)" == part }) else { return nil }
            bits |= 1 << UInt32(bit)
        }
        self.init(rawValue: bits)
        guard self.name == name else { return nil }
    }
}
