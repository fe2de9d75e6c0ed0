import PostilCore

/// The rule that made a token: why the text is cut here.
public struct TokenRule: RawRepresentable, Hashable, Sendable {
    /// The number that ``TokenBuffer/rules`` holds.
    public let rawValue: UInt16

    /// Wraps a raw value.
    @inlinable
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The rule's number in the table of all of the annotator's rules, in which the tokeniser's come first.
    @inline(__always)
    var identifier: RuleIdentifier { RuleIdentifier(rawValue: rawValue &+ 1) }

    static let word = TokenRule(rawValue: 0)
    static let contraction = TokenRule(rawValue: 1)
    static let fusedContraction = TokenRule(rawValue: 2)
    static let hyphenAffix = TokenRule(rawValue: 3)
    static let hyphenSplit = TokenRule(rawValue: 4)
    static let abbreviation = TokenRule(rawValue: 5)
    static let acronym = TokenRule(rawValue: 6)
    static let initial = TokenRule(rawValue: 7)
    static let number = TokenRule(rawValue: 8)
    static let unit = TokenRule(rawValue: 9)
    static let identifier = TokenRule(rawValue: 10)
    static let phone = TokenRule(rawValue: 11)
    static let url = TokenRule(rawValue: 12)
    static let email = TokenRule(rawValue: 13)
    static let handle = TokenRule(rawValue: 14)
    static let hashtag = TokenRule(rawValue: 15)
    static let file = TokenRule(rawValue: 16)
    static let dottedName = TokenRule(rawValue: 17)
    static let emoticon = TokenRule(rawValue: 18)
    static let emoji = TokenRule(rawValue: 19)
    static let mark = TokenRule(rawValue: 20)
    static let markRun = TokenRule(rawValue: 21)
    static let elision = TokenRule(rawValue: 22)
    static let currency = TokenRule(rawValue: 23)
    static let symbol = TokenRule(rawValue: 24)
    static let slash = TokenRule(rawValue: 25)
    static let ideographs = TokenRule(rawValue: 26)
    static let joinedSigns = TokenRule(rawValue: 27)
    static let fragment = TokenRule(rawValue: 28)

    /// What a rule is called and what it does.
    public struct Entry: Hashable, Sendable {
        /// The rule.
        public let rule: TokenRule
        /// Its stable name, as records show it.
        public let name: String
        /// What it does, in one line.
        public let summary: String
    }

    static let entries: [Entry] = [
        Entry(rule: .word, name: "word", summary: "a run of letters, digits and marks"),
        Entry(rule: .contraction, name: "contraction", summary: "a clitic split off at its apostrophe: do|n't, it|'s"),
        Entry(rule: .fusedContraction, name: "fused-contraction", summary: "two words written as one: can|not, gon|na"),
        Entry(rule: .hyphenAffix, name: "hyphen-affix", summary: "a hyphen behind a prefix or before a suffix stays"),
        Entry(rule: .hyphenSplit, name: "hyphen-split", summary: "a hyphen between words is a token"),
        Entry(rule: .abbreviation, name: "abbreviation", summary: "a known abbreviation keeps its point"),
        Entry(rule: .acronym, name: "acronym", summary: "letters with a point each are one token"),
        Entry(rule: .initial, name: "initial", summary: "one capital with a point before a name"),
        Entry(rule: .number, name: "number", summary: "digits with their inner separators"),
        Entry(rule: .unit, name: "unit", summary: "a unit split off the number that it sticks to"),
        Entry(rule: .identifier, name: "identifier", summary: "digits and letters mixed"),
        Entry(rule: .phone, name: "phone", summary: "groups of digits in the pattern of a telephone number"),
        Entry(rule: .url, name: "url", summary: "an address with a scheme, www or a known domain"),
        Entry(rule: .email, name: "email", summary: "a name, an @ and a host"),
        Entry(rule: .handle, name: "handle", summary: "an @ and a name"),
        Entry(rule: .hashtag, name: "hashtag", summary: "a # and a word"),
        Entry(rule: .file, name: "file", summary: "a name with a known extension"),
        Entry(rule: .dottedName, name: "dotted-name", summary: "small words joined by points, as newsgroups have them"),
        Entry(rule: .emoticon, name: "emoticon", summary: "a face in ASCII"),
        Entry(rule: .emoji, name: "emoji", summary: "an emoji with all that is joined to it"),
        Entry(rule: .mark, name: "mark", summary: "one mark of punctuation"),
        Entry(rule: .markRun, name: "mark-run", summary: "a mark repeated"),
        Entry(rule: .elision, name: "elision", summary: "letters left out behind an apostrophe: 'em, '90s"),
        Entry(rule: .currency, name: "currency", summary: "a currency sign"),
        Entry(rule: .symbol, name: "symbol", summary: "a sign that is neither word nor punctuation"),
        Entry(rule: .slash, name: "slash", summary: "an abbreviation written with a slash: w/o"),
        Entry(rule: .ideographs, name: "ideographs", summary: "a run of Chinese or Japanese signs"),
        Entry(rule: .joinedSigns, name: "joined-signs", summary: "letters joined by & or a like sign: R&D"),
        Entry(rule: .fragment, name: "fragment", summary: "a word broken off, with its hyphen: exper- experiment"),
    ]
}
