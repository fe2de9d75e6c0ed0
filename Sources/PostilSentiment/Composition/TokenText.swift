import PostilCore
import PostilText

/// What composition and features ask of single tokens.
enum TokenText {
    static let no = LowercaseHash(word: "no")
    static let and = LowercaseHash(word: "and")
    static let or = LowercaseHash(word: "or")
    static let nor = LowercaseHash(word: "nor")
    static let never = LowercaseHash(word: "never")
    static let so = LowercaseHash(word: "so")
    static let this = LowercaseHash(word: "this")
    static let more = LowercaseHash(word: "more")
    static let better = LowercaseHash(word: "better")
    static let worse = LowercaseHash(word: "worse")
    static let than = LowercaseHash(word: "than")
    static let could = LowercaseHash(word: "could")
    static let can = LowercaseHash(word: "can")
    /// Pronouns that are subjects and nothing else, or mostly.
    static let subjects = HashTable(
        entries: ["i", "he", "she", "we", "they", "it", "you"].map { (LowercaseHash(word: $0), 1) }
    )
    static let percent = LowercaseHash(word: "percent")
    static let pct = LowercaseHash(word: "pct")

    /// Clitics with the curly apostrophe, and as the lexicon has them.
    private static let clitics: [(LowercaseHash, LowercaseHash)] = ["n’t", "’s", "’m", "’re", "’ve", "’ll", "’d"].map {
        (LowercaseHash(word: $0), LowercaseHash(word: String($0.map { $0 == "’" ? "'" : $0 })))
    }

    /// The hash of a token as the lexicon and the features have it: clitics with a straight apostrophe,
    /// topics without their sign.
    static func hash(of token: Int, in view: TokenView) -> LowercaseHash {
        let value = view.values[token]
        if value.kind == .clitic, view.length(token) > 3 || view.firstByte(token) >= 0x80 {
            return clitics.first { $0.0 == value.hash }?.1 ?? value.hash
        }
        if value.kind == .hashtag, view.length(token) > 1 {
            return LowercaseHash(
                folding: UnsafeBufferPointer(rebasing: view.bytes[(view.start(token) + 1)..<view.end(token)])
            )
        }
        return value.hash
    }

    /// Whether a token ends in *-ier*, as comparatives do that taggers may not know: *friendlier*.
    static func endsLikeComparative(_ token: Int, in view: TokenView) -> Bool {
        guard view.length(token) > 5 else { return false }
        let end = view.end(token)
        return view.bytes[end - 3] == 0x69 && view.bytes[end - 2] == 0x65 && view.bytes[end - 1] == 0x72
    }

    /// Whether a token is nothing but quotation marks.
    static func isQuotationMark(_ token: Int, in view: TokenView) -> Bool {
        let kind = view.values[token].kind
        guard kind == .punctuation || kind == .symbol else { return false }
        switch view.length(token) {
        case 1: return view.firstByte(token) == 0x22 || view.firstByte(token) == 0x27 || view.firstByte(token) == 0x60
        case 2:
            let isDoubled = view.firstByte(token) == 0x27 || view.firstByte(token) == 0x60
            let last = view.lastByte(token)
            return isDoubled && last == view.firstByte(token)
                || view.firstByte(token) == 0xC2 && (last == 0xAB || last == 0xBB)
        case 3:
            let last = view.lastByte(token)
            return view.firstByte(token) == 0xE2 && view.bytes[view.start(token) + 1] == 0x80
                && (last >= 0x98 && last <= 0x9F || last == 0xB9 || last == 0xBA)
        default: return false
        }
    }

    /// Whether a token parts clauses: a semicolon, colon, bracket, dash or the end of a sentence.
    static func isClauseBreak(_ token: Int, in view: TokenView) -> Bool {
        guard view.values[token].kind == .punctuation else { return false }
        switch view.firstByte(token) {
        case 0x3B, 0x3A, 0x28, 0x29, 0x5B, 0x5D, 0x2E, 0x21, 0x3F: return true
        case 0x2D: return view.length(token) > 1
        case 0xE2: return view.length(token) == 3
        default: return false
        }
    }

    /// The hash of a word whose repeated letters are shortened: *sooo* to *so*, *goood* to *good*; of an
    /// emoji without its modifiers; nil where nothing is repeated.
    static func shortened(_ token: Int, in view: TokenView) -> ShortenedForms? {
        let length = view.length(token)
        guard length >= 4, length <= 40 else { return nil }
        let start = view.start(token)
        if view.values[token].kind == .emoji {
            guard view.firstByte(token) == 0xF0, length > 4 else { return nil }
            let hash = LowercaseHash(folding: UnsafeBufferPointer(rebasing: view.bytes[start..<start + 4]))
            return ShortenedForms(once: hash, twice: hash)
        }
        var run = 1
        var isRepeated = false
        for offset in 1..<length {
            run = view.bytes[start + offset] | 0x20 == view.bytes[start + offset - 1] | 0x20 ? run + 1 : 1
            if run == 3 {
                isRepeated = true
                break
            }
        }
        guard isRepeated else { return nil }
        return ShortenedForms(once: shortened(token, in: view, to: 1), twice: shortened(token, in: view, to: 2))
    }

    private static func shortened(_ token: Int, in view: TokenView, to limit: Int) -> LowercaseHash {
        var bytes: [UInt8] = []
        var run = 0
        let word = view.bytes[view.start(token)..<view.end(token)]
        var isLong = false
        for (position, byte) in zip(word.indices, word) {
            let repeats = position > word.startIndex && word[position - 1] | 0x20 == byte | 0x20
            run = repeats ? run + 1 : 1
            if run == 1 {
                // Only runs of three and more are shortened: *goood* keeps no third o, *feel* both e.
                var count = 1
                var next = position + 1
                while next < word.endIndex, word[next] | 0x20 == byte | 0x20 {
                    count += 1
                    next += 1
                }
                isLong = count >= 3
            }
            if !isLong || run <= limit { bytes.append(byte) }
        }
        return bytes.withUnsafeBufferPointer { LowercaseHash(folding: $0) }
    }
}

/// The two forms that a word with repeated letters may stand for.
struct ShortenedForms {
    let once: LowercaseHash
    let twice: LowercaseHash
}
