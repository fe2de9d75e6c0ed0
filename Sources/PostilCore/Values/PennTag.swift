/// A part-of-speech tag of the Penn Treebank as Universal Dependencies' English-EWT uses it (XPOS).
///
/// Source: Marcus, Santorini and Marcinkiewicz, *Building a Large Annotated Corpus of English: The Penn
/// Treebank*, 1993, with the additions of the English Web Treebank (`ADD`, `AFX`, `GW`, `HYPH`, `NFP`).
public struct PennTag: RawRepresentable, Hashable, Sendable {
    /// A small stable number, the position of ``name`` in ``names``.
    public let rawValue: UInt8

    /// Wraps a number.
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The tag called `name`; nil where there is none.
    public init?(name: String) {
        guard let index = PennTag.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    /// The names of all tags, by number.
    public static let names = [
        "NN", "NNS", "NNP", "NNPS", "VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "MD", "JJ", "JJR", "JJS", "RB", "RBR",
        "RBS", "RP", "IN", "TO", "DT", "PDT", "WDT", "PRP", "PRP$", "WP", "WP$", "WRB", "EX", "CC", "CD", "POS", "UH",
        "FW", "SYM", "LS", "GW", "AFX", "ADD", "NFP", "HYPH", "$", ".", ",", ":", "``", "''", "-LRB-", "-RRB-",
    ]

    /// The name that records show.
    public var name: String { Int(rawValue) < PennTag.names.count ? PennTag.names[Int(rawValue)] : "XX" }

    /// Singular noun.
    @inlinable public static var noun: PennTag { PennTag(rawValue: 0) }
    /// Plural noun.
    @inlinable public static var pluralNoun: PennTag { PennTag(rawValue: 1) }
    /// Proper noun.
    @inlinable public static var properNoun: PennTag { PennTag(rawValue: 2) }
    /// Plural proper noun.
    @inlinable public static var pluralProperNoun: PennTag { PennTag(rawValue: 3) }
    /// Verb, base form.
    @inlinable public static var baseVerb: PennTag { PennTag(rawValue: 4) }
    /// Verb, present tense, not third person singular.
    @inlinable public static var presentVerb: PennTag { PennTag(rawValue: 5) }
    /// Verb, present tense, third person singular.
    @inlinable public static var thirdPersonVerb: PennTag { PennTag(rawValue: 6) }
    /// Verb, past tense.
    @inlinable public static var pastVerb: PennTag { PennTag(rawValue: 7) }
    /// Verb, past participle.
    @inlinable public static var pastParticiple: PennTag { PennTag(rawValue: 8) }
    /// Verb, gerund or present participle.
    @inlinable public static var gerund: PennTag { PennTag(rawValue: 9) }
    /// Modal verb.
    @inlinable public static var modal: PennTag { PennTag(rawValue: 10) }
    /// Adjective.
    @inlinable public static var adjective: PennTag { PennTag(rawValue: 11) }
    /// Comparative adjective.
    @inlinable public static var comparativeAdjective: PennTag { PennTag(rawValue: 12) }
    /// Superlative adjective.
    @inlinable public static var superlativeAdjective: PennTag { PennTag(rawValue: 13) }
    /// Adverb.
    @inlinable public static var adverb: PennTag { PennTag(rawValue: 14) }
    /// Comparative adverb.
    @inlinable public static var comparativeAdverb: PennTag { PennTag(rawValue: 15) }
    /// Superlative adverb.
    @inlinable public static var superlativeAdverb: PennTag { PennTag(rawValue: 16) }
    /// Particle of a phrasal verb.
    @inlinable public static var particle: PennTag { PennTag(rawValue: 17) }
    /// Preposition or subordinating conjunction.
    @inlinable public static var preposition: PennTag { PennTag(rawValue: 18) }
    /// *to*.
    @inlinable public static var to: PennTag { PennTag(rawValue: 19) }
    /// Determiner.
    @inlinable public static var determiner: PennTag { PennTag(rawValue: 20) }
    /// Determiner before another: *all the*.
    @inlinable public static var predeterminer: PennTag { PennTag(rawValue: 21) }
    /// *which* and *that* as determiners or relative pronouns.
    @inlinable public static var whDeterminer: PennTag { PennTag(rawValue: 22) }
    /// Personal pronoun.
    @inlinable public static var pronoun: PennTag { PennTag(rawValue: 23) }
    /// Possessive pronoun.
    @inlinable public static var possessivePronoun: PennTag { PennTag(rawValue: 24) }
    /// *who*, *what*.
    @inlinable public static var whPronoun: PennTag { PennTag(rawValue: 25) }
    /// *whose*.
    @inlinable public static var possessiveWhPronoun: PennTag { PennTag(rawValue: 26) }
    /// *where*, *when*, *how*, *why*.
    @inlinable public static var whAdverb: PennTag { PennTag(rawValue: 27) }
    /// *there* that says that something exists.
    @inlinable public static var existential: PennTag { PennTag(rawValue: 28) }
    /// Coordinating conjunction.
    @inlinable public static var coordinator: PennTag { PennTag(rawValue: 29) }
    /// Cardinal number.
    @inlinable public static var number: PennTag { PennTag(rawValue: 30) }
    /// *'s* and *'* of possession.
    @inlinable public static var possessive: PennTag { PennTag(rawValue: 31) }
    /// Interjection.
    @inlinable public static var interjection: PennTag { PennTag(rawValue: 32) }
    /// Foreign word.
    @inlinable public static var foreign: PennTag { PennTag(rawValue: 33) }
    /// Symbol.
    @inlinable public static var symbol: PennTag { PennTag(rawValue: 34) }
    /// Marker of a list item.
    @inlinable public static var listMarker: PennTag { PennTag(rawValue: 35) }
    /// Part of a word that was written apart.
    @inlinable public static var goesWith: PennTag { PennTag(rawValue: 36) }
    /// Affix that stands apart.
    @inlinable public static var affix: PennTag { PennTag(rawValue: 37) }
    /// Address of mail or the web.
    @inlinable public static var address: PennTag { PennTag(rawValue: 38) }
    /// Superfluous punctuation, emoticons.
    @inlinable public static var superfluous: PennTag { PennTag(rawValue: 39) }
    /// Hyphen between parts of a word.
    @inlinable public static var hyphen: PennTag { PennTag(rawValue: 40) }
    /// Currency sign.
    @inlinable public static var currency: PennTag { PennTag(rawValue: 41) }
    /// Mark that ends a sentence.
    @inlinable public static var stop: PennTag { PennTag(rawValue: 42) }
    /// Comma.
    @inlinable public static var comma: PennTag { PennTag(rawValue: 43) }
    /// Colon, semicolon, dash.
    @inlinable public static var colon: PennTag { PennTag(rawValue: 44) }
    /// Opening quotation mark.
    @inlinable public static var openingQuote: PennTag { PennTag(rawValue: 45) }
    /// Closing quotation mark.
    @inlinable public static var closingQuote: PennTag { PennTag(rawValue: 46) }
    /// Opening bracket.
    @inlinable public static var openingBracket: PennTag { PennTag(rawValue: 47) }
    /// Closing bracket.
    @inlinable public static var closingBracket: PennTag { PennTag(rawValue: 48) }

    /// Whether the tag is one of a verb, modals included.
    @inlinable public var isVerb: Bool { rawValue >= 4 && rawValue <= 10 }

    /// Whether the tag is one of a noun, proper nouns included.
    @inlinable public var isNoun: Bool { rawValue <= 3 }

    /// Whether the tag is one of a proper noun.
    @inlinable public var isProperNoun: Bool { rawValue == 2 || rawValue == 3 }

    /// Whether the tag is one of an adjective.
    @inlinable public var isAdjective: Bool { rawValue >= 11 && rawValue <= 13 }

    /// Whether the tag is one of an adverb, *when* and its like excluded.
    @inlinable public var isAdverb: Bool { rawValue >= 14 && rawValue <= 16 }

    /// Whether the tag is one of punctuation.
    @inlinable public var isPunctuation: Bool { rawValue >= 42 || rawValue == 40 }
}
