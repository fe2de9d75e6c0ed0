import PostilCore

/// A numeral as it stands in a text: *44*, *1,783.9*, *seven hundred and seventeen*, *21st*, *two thirds*.
public struct Numeral: Hashable, Sendable {
    /// What a numeral counts.
    public enum Kind: UInt8, Sendable {
        /// How many: *five*.
        case cardinal
        /// Which one in order: *fifth*.
        case ordinal
        /// Which part: *two fifths*, *3/4*, *one and a half*.
        case fraction
    }

    /// How a numeral is written.
    public enum Notation: UInt8, Sendable {
        /// In digits: *44*.
        case digits
        /// In words: *forty-four*.
        case words
        /// In digits with a word or letter for a power of ten: *44 million*, *15k*.
        case mixed
    }

    /// How digits are grouped.
    public enum Grouping: UInt8, Sendable {
        /// Not at all.
        case none
        /// By commas: *1,234*, *12,34,567*.
        case comma
        /// By points: *1.234.567*.
        case point
        /// By blanks: *1 234 567*.
        case space
    }

    /// What it counts.
    public var kind: Kind
    /// How it is written.
    public var notation: Notation
    /// The value; nil where it has more digits than an ``ExactDecimal`` holds.
    public var value: ExactNumber?
    /// Where it stands, in UTF-8 bytes.
    public var span: Span
    /// The tokens that it shares a byte with.
    public var tokens: Range<Int>
    /// The number of digits before the point, for a numeral that begins with digits.
    public var integerDigits: Int = 0
    /// The number of digits behind the point.
    public var decimals: Int = 0
    /// The number of zeros that lead before another digit of the whole part: 2 in *007*.
    public var leadingZeros: Int = 0
    /// How its digits are grouped.
    public var grouping: Grouping = .none
    /// Whether a sign stands before it.
    public var hasSign: Bool = false
    /// Whether it is plural: *the 1990s*, *millions*.
    public var isPlural: Bool = false
    /// The last power of ten or other multiple in it: 1,000,000 in *three million*; 1 where there is none.
    public var scale: ExactDecimal = .one

    /// Whether it is digits only: no sign, point, group, power or ending.
    public var isPlainDigits: Bool {
        notation == .digits && kind == .cardinal && decimals == 0 && grouping == .none && !hasSign && !isPlural
    }
}
