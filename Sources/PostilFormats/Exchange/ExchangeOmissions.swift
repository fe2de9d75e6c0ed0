/// What a format could not hold or a reader could not keep, by kind.
public struct ExchangeOmissions: Hashable, Sendable {
    /// How often each kind occurred.
    public private(set) var counts: [Kind: Int] = [:]

    /// Nothing left out.
    public init() {}

    /// A kind of thing that was left out.
    public struct Kind: RawRepresentable, Hashable, Sendable {
        /// What it is, for people, in the plural.
        public let rawValue: String

        /// Names a kind.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Spans that overlap one that was written.
        public static let overlapping = Kind(rawValue: "spans that overlap others")
        /// Spans that begin or end inside a token.
        public static let cutting = Kind(rawValue: "spans that do not begin and end with tokens")
        /// Spans without a character.
        public static let empty = Kind(rawValue: "spans without a character")
        /// Spans that are outside of all sentences or go beyond one.
        public static let crossing = Kind(rawValue: "spans that are not within a sentence")
        /// Characters that XML has no way to write.
        public static let unwritable = Kind(rawValue: "characters that XML cannot hold")
        /// White space inside tokens, or other text that the format has no place for.
        public static let outside = Kind(rawValue: "stretches of text outside of tokens")
        /// Blanks in tokens.
        public static let blanks = Kind(rawValue: "tokens whose blanks became '_'")
        /// Relations between annotations.
        public static let relations = Kind(rawValue: "relations")
        /// Events, and attributes of them.
        public static let events = Kind(rawValue: "events")
        /// Annotations whose pieces were joined.
        public static let pieces = Kind(rawValue: "gaps inside annotations of several pieces")
        /// Annotations of a kind that a record has no place for.
        public static let unknown = Kind(rawValue: "annotations of other kinds")
        /// Annotations of people other than the first.
        public static let alternatives = Kind(rawValue: "further annotations of the same text")
        /// Words of a multi-word token.
        public static let words = Kind(rawValue: "syntactic words inside tokens")
    }

    /// Whether nothing was left out.
    public var isEmpty: Bool { counts.isEmpty }

    /// Counts what was left out.
    public mutating func add(_ kind: Kind, _ count: Int = 1) {
        if count > 0 { counts[kind, default: 0] += count }
    }

    /// Adds another count.
    public mutating func add(_ other: ExchangeOmissions) {
        for (kind, count) in other.counts { add(kind, count) }
    }
}

extension ExchangeOmissions: CustomStringConvertible {
    /// The counts in a line, in the order of the kinds' names.
    public var description: String {
        counts.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\($0.key.rawValue) (\($0.value))" }
            .joined(separator: ", ")
    }
}
