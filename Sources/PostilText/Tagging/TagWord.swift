import PostilCore
import PostilLexicon

/// What the tagger's features need to know of one token, computed once and used for its neighbours too.
struct TagWord {
    /// The lower-cased word; numbers, addresses and the like are all one word of their kind.
    var word: UInt64 = 0
    /// The set of tags that the word has had as it is written.
    var set: UInt64 = 0
    /// The set of tags that the word has had whatever its case.
    var lowerSet: UInt64 = 0
    /// The class of the word, plus one; 0 for unknown words.
    var wordClass: UInt64 = 0
    /// The beginning of the class's path.
    var path: UInt64 = 0
    /// The last four bytes, letters in lower case, the last in the highest byte.
    var ending: UInt32 = 0
    /// The first four bytes, letters in lower case, the first in the lowest byte.
    var beginning: UInt32 = 0
    /// Kind and capitals.
    var shape: UInt64 = 0
    /// Which marks and digits are inside, and a coarse length.
    var form: UInt64 = 0
    /// White space before and behind.
    var spacing: UInt64 = 0
    /// In which capitals the document has the word elsewhere; see ``DocumentCapitals``.
    var elsewhere: UInt64 = 0
    /// The labels that the word is confined to, as bits; 0 where it may have any.
    var confined: UInt64 = 0

    /// What stands before the first and behind the last token of a sentence.
    static let outside = TagWord(word: 0x5EED, set: 0x100, lowerSet: 0x100, wordClass: 0xFFFF, path: 1, shape: 0xFF)

    /// Whether the word has one label only and needs no features.
    @inline(__always)
    var isClosed: Bool { confined != 0 && confined & (confined &- 1) == 0 }
}

/// Makes the ``TagWord`` of tokens.
struct TagWordReader {
    let view: TokenView
    let lexicon: TagLexicon
    let classes: WordClasses
    let capitals: DocumentCapitals

    /// Words that have occurred shortly before, each in the place of its hash, and those hashes.
    private var remembered = [TagWord](repeating: .outside, count: TagWordReader.memorySize)
    private var keys = [UInt64](repeating: 0, count: TagWordReader.memorySize)

    /// A power of two.
    private static let memorySize = 256

    init(view: TokenView, lexicon: TagLexicon, classes: WordClasses) {
        self.view = view
        self.lexicon = lexicon
        self.classes = classes
        capitals = DocumentCapitals(view)
    }

    /// The length of the beginnings of paths.
    private static let pathLength = 8

    @inline(__always)
    mutating func word(_ token: Int) -> TagWord {
        let value = view.values[token]
        let start = view.start(token)
        let base = view.bytes.baseAddress.unsafelyUnwrapped + start
        let cased = CasedHash(base, count: view.length(token), readable: view.bytes.count &- start)
        let kind = UInt64(value.kind.rawValue) &<< 8 | UInt64(value.shape.rawValue)
        let key = (cased.bits &* 0x9E37_79B9_7F4A_7C15) ^ value.hash.bits ^ (kind &+ 1)
        let place = Int(truncatingIfNeeded: cased.bits) & (TagWordReader.memorySize &- 1)
        var word: TagWord
        if keys[place] == key {
            word = remembered[place]
        } else {
            word = self.word(token, value, cased, base)
            keys[place] = key
            remembered[place] = word
        }
        word.spacing = spacing(token)
        return word
    }

    /// What does not depend on where the token stands.
    private func word(_ token: Int, _ value: Token, _ cased: CasedHash, _ base: UnsafePointer<UInt8>) -> TagWord {
        let length = view.length(token)
        var word = TagWord()
        word.confined = lexicon.confined(cased)
        word.shape = UInt64(value.kind.rawValue) &<< 3 | UInt64(value.shape.rawValue)
        word.word = TagWordReader.folded(value, cased)
        word.set = UInt64(lexicon.set(cased))
        // A word in lower case that is known is known as such.
        word.lowerSet =
            value.shape.rawValue <= TokenShape.lower.rawValue && word.set != 0
            ? word.set : UInt64(lexicon.set(value.hash))
        word.elsewhere = value.kind == .word ? UInt64(capitals[value.hash]) : 0
        if let wordClass = classes[cased] {
            word.wordClass = UInt64(wordClass) &+ 1
            word.path = UInt64(classes.path(of: wordClass, upTo: TagWordReader.pathLength))
        }
        affixes(base, length, into: &word)
        return word
    }

    /// The word by which features know a token.
    @inline(__always)
    private static func folded(_ value: Token, _ cased: CasedHash) -> UInt64 {
        switch value.kind {
        case .word, .clitic, .punctuation, .symbol: value.hash.bits
        case .number, .time, .version, .phone: cased.bits
        default: UInt64(value.kind.rawValue)
        }
    }

    /// Whether white space stands before and behind the token.
    @inline(__always)
    private func spacing(_ token: Int) -> UInt64 {
        let before = token == 0 || view.gap(after: token &- 1) > 0
        let behind = token &+ 1 == view.count || view.gap(after: token) > 0
        return (before ? 1 : 0) | (behind ? 2 : 0)
    }

    @inline(__always)
    private func affixes(_ base: UnsafePointer<UInt8>, _ length: Int, into word: inout TagWord) {
        var form: UInt64 = 0
        var index = 0
        while index < min(length, 64) {
            form |= TagWordReader.mark(base[index])
            index &+= 1
        }
        var ending: UInt32 = 0
        var beginning: UInt32 = 0
        for index in 0..<min(4, length) {
            ending |= UInt32(TagWordReader.lowered(base[length &- 1 &- index])) &<< UInt32(24 &- 8 &* index)
            beginning |= UInt32(TagWordReader.lowered(base[index])) &<< UInt32(8 &* index)
        }
        word.ending = ending
        word.beginning = beginning
        word.form = form &<< 4 | UInt64(length < 5 ? length : length < 7 ? 5 : length < 10 ? 6 : length < 14 ? 7 : 8)
    }

    @inline(__always)
    private static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// A bit for each sort of byte that tells words apart.
    @inline(__always)
    private static func mark(_ byte: UInt8) -> UInt64 {
        switch byte {
        case 0x61...0x7A: 1
        case 0x41...0x5A: 2
        case 0x30...0x39: 4
        case 0x2D: 8
        case 0x2E: 16
        case 0x27, 0xE2: 32
        case 0x80...0xFF: 64
        default: 128
        }
    }
}
