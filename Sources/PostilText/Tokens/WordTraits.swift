import PostilCore

/// What the tokeniser must know of a word by itself: splits without an apostrophe, hyphen affixes, units,
/// domains and file extensions.
struct WordTraits: OptionSet {
    let rawValue: UInt32

    /// Stays joined to the word behind its hyphen: *anti-*, *non-*.
    static let prefix = WordTraits(rawValue: 1 << 8)
    /// Stays joined to the word before its hyphen: *-esque*.
    static let suffix = WordTraits(rawValue: 1 << 9)
    /// A unit that may stick to a number.
    static let unit = WordTraits(rawValue: 1 << 10)
    /// A magnitude that sticks to an amount of money only.
    static let magnitude = WordTraits(rawValue: 1 << 11)
    /// A top-level domain that is no English word.
    static let domain = WordTraits(rawValue: 1 << 12)
    /// A top-level domain that is an English word too, so it needs more evidence.
    static let weakDomain = WordTraits(rawValue: 1 << 13)
    static let fileExtension = WordTraits(rawValue: 1 << 14)
    /// The first part of a newsgroup's name.
    static let newsgroup = WordTraits(rawValue: 1 << 15)
    /// What may follow an apostrophe that stands for left-out letters: *'em*.
    static let elision = WordTraits(rawValue: 1 << 16)
    /// Loses its last letters at an apostrophe: *ol'*.
    static let clipped = WordTraits(rawValue: 1 << 17)
    /// A whole with its slash: *w/o*.
    static let slashed = WordTraits(rawValue: 1 << 18)
    /// A whole with its hyphens: *uh-huh*.
    static let hyphenated = WordTraits(rawValue: 1 << 19)
    /// *its* written for *it's* before certain words.
    static let possessiveIts = WordTraits(rawValue: 1 << 20)
    /// Behind *its* shows that *it's* was meant.
    static let followsIts = WordTraits(rawValue: 1 << 21)
    /// An address scheme before a colon.
    static let scheme = WordTraits(rawValue: 1 << 22)
    /// A currency's letters before a dollar sign: *US$*.
    static let dollarPrefix = WordTraits(rawValue: 1 << 23)

    /// A sound that a hyphen joins to another: *uh-huh*.
    static let interjection = WordTraits(rawValue: 1 << 24)
    /// A currency's letters that may stick to an amount: *EUR50*.
    static let currencyCode = WordTraits(rawValue: 1 << 25)
    /// Behind *your* shows that *you're* was meant.
    static let followsYour = WordTraits(rawValue: 1 << 26)
    /// A name that ends in an exclamation mark.
    static let exclaimed = WordTraits(rawValue: 1 << 27)
    /// *your* written for *you're* before certain words.
    static let possessiveYour = WordTraits(rawValue: 1 << 28)
    /// *lets*, which is *let's* at the head of a sentence.
    static let lets = WordTraits(rawValue: 1 << 29)
    /// A month's name in full.
    static let month = WordTraits(rawValue: 1 << 30)
    /// A verb behind *it* of which only the *t* is left: *'twas*.
    static let clippedIt = WordTraits(rawValue: 1 << 31)

    /// The length of the first part of a fused contraction, in bytes; 0 where there is none.
    var firstPart: Int { Int(rawValue & 15) }
    /// The length of its second part where it has three; 0 otherwise.
    var secondPart: Int { Int((rawValue >> 4) & 15) }

    static func parts(_ first: Int, _ second: Int) -> WordTraits {
        WordTraits(rawValue: UInt32(first) | UInt32(second) << 4)
    }
}

/// The tables of the tokeniser, built once.
final class TokenizerTables: Sendable {
    static let shared = TokenizerTables()

    /// All ``WordTraits`` by word.
    let words: HashTable
    /// Only the words that are cut without any mark inside.
    let fused: HashTable
    /// The stems of abbreviations, without their point.
    let stems: HashTable
    let classes: [UInt8]

    private init() {
        var traits: [LowercaseHash: WordTraits] = [:]
        var fused: [(LowercaseHash, UInt32)] = []
        for item in WordLists.fused.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let parts = item.split(separator: "|")
            let second = parts.count > 2 ? parts[1].utf8.count : 0
            let value = WordTraits.parts(parts[0].utf8.count, second)
            let hash = LowercaseHash(word: parts.joined())
            traits[hash] = value
            fused.append((hash, value.rawValue))
        }
        for (trait, list) in WordLists.lists {
            for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                traits[LowercaseHash(word: word), default: []].insert(trait)
            }
        }
        fused.append((LowercaseHash(word: "its"), WordTraits.possessiveIts.rawValue))
        fused.append((LowercaseHash(word: "your"), WordTraits.possessiveYour.rawValue))
        fused.append((LowercaseHash(word: "lets"), WordTraits.lets.rawValue))
        words = HashTable(entries: traits.map { ($0.key, $0.value.rawValue) })
        self.fused = HashTable(entries: fused)
        stems = HashTable(entries: Abbreviations.stems.map { (LowercaseHash(word: $0), 1) })
        classes = ByteClass.table
    }
}
