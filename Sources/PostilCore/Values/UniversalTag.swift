/// A part of speech of Universal Dependencies (UPOS).
///
/// Source: Universal Dependencies, version 2, <https://universaldependencies.org/u/pos/>.
public struct UniversalTag: RawRepresentable, Hashable, Sendable {
    /// A small stable number, the position of ``name`` in ``names``.
    public let rawValue: UInt8

    /// Wraps a number.
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The tag called `name`; nil where there is none.
    public init?(name: String) {
        guard let index = UniversalTag.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    /// The names of all tags, by number.
    public static let names = [
        "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
        "SYM", "VERB", "X",
    ]

    /// The name that records show.
    public var name: String { Int(rawValue) < UniversalTag.names.count ? UniversalTag.names[Int(rawValue)] : "X" }

    /// Adjective.
    @inlinable public static var adjective: UniversalTag { UniversalTag(rawValue: 0) }
    /// Preposition.
    @inlinable public static var adposition: UniversalTag { UniversalTag(rawValue: 1) }
    /// Adverb.
    @inlinable public static var adverb: UniversalTag { UniversalTag(rawValue: 2) }
    /// Auxiliary verb, *be* as a copula included.
    @inlinable public static var auxiliary: UniversalTag { UniversalTag(rawValue: 3) }
    /// Coordinating conjunction.
    @inlinable public static var coordinator: UniversalTag { UniversalTag(rawValue: 4) }
    /// Determiner.
    @inlinable public static var determiner: UniversalTag { UniversalTag(rawValue: 5) }
    /// Interjection.
    @inlinable public static var interjection: UniversalTag { UniversalTag(rawValue: 6) }
    /// Common noun.
    @inlinable public static var noun: UniversalTag { UniversalTag(rawValue: 7) }
    /// Number.
    @inlinable public static var numeral: UniversalTag { UniversalTag(rawValue: 8) }
    /// Particle: *not*, *'s*, *to* before a verb.
    @inlinable public static var particle: UniversalTag { UniversalTag(rawValue: 9) }
    /// Pronoun.
    @inlinable public static var pronoun: UniversalTag { UniversalTag(rawValue: 10) }
    /// Proper noun.
    @inlinable public static var properNoun: UniversalTag { UniversalTag(rawValue: 11) }
    /// Punctuation.
    @inlinable public static var punctuation: UniversalTag { UniversalTag(rawValue: 12) }
    /// Subordinating conjunction.
    @inlinable public static var subordinator: UniversalTag { UniversalTag(rawValue: 13) }
    /// Symbol.
    @inlinable public static var symbol: UniversalTag { UniversalTag(rawValue: 14) }
    /// Verb that is no auxiliary.
    @inlinable public static var verb: UniversalTag { UniversalTag(rawValue: 15) }
    /// Anything else.
    @inlinable public static var other: UniversalTag { UniversalTag(rawValue: 16) }
}
