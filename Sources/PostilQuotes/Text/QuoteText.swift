import PostilCore
import PostilText

/// A document's tokens with what the lexicon knows of them, in paragraphs and sentences: what every step of
/// the analysis looks at.
///
/// Positions are of tokens; ranges are half-open.
struct QuoteText {
    let view: TokenView
    let classes: [WordClass]
    /// The tags, corrected by ``VerbFrames``.
    let tags: [TokenTag]
    /// The paragraphs in the sense of this analysis: see ``TurnParagraphs``.
    let paragraphs: [Range<Int>]
    let sentences: [Range<Int>]

    init(view: TokenView, classes: [WordClass], tags: [TokenTag], paragraphs: [Span], sentences: [Span]) {
        self.view = view
        self.classes = classes
        self.paragraphs = TurnParagraphs(view: view).joined(QuoteText.tokenRanges(of: paragraphs, in: view))
        self.sentences = QuoteText.tokenRanges(of: sentences, in: view)
        self.tags = VerbFrames(view: view, classes: classes, tags: tags).corrected(in: self.sentences)
    }

    var count: Int { view.count }

    /// The tokens that lie in each of `spans`, which ascend and do not overlap.
    private static func tokenRanges(of spans: [Span], in view: TokenView) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(spans.count)
        var token = 0
        for span in spans {
            while token < view.count, view.start(token) < Int(span.start) { token += 1 }
            let first = token
            while token < view.count, view.start(token) < Int(span.end) { token += 1 }
            if first < token { ranges.append(first..<token) }
        }
        return ranges
    }

    /// The position, in ``sentences``, of the sentence that holds the token.
    ///
    /// - Complexity: O(log n).
    func sentence(at token: Int) -> Int { QuoteText.position(of: token, in: sentences) }

    /// The position, in ``paragraphs``, of the paragraph that holds the token.
    ///
    /// - Complexity: O(log n).
    func paragraph(at token: Int) -> Int { QuoteText.position(of: token, in: paragraphs) }

    private static func position(of token: Int, in ranges: [Range<Int>]) -> Int {
        var lower = 0
        var upper = ranges.count
        while upper - lower > 1 {
            let middle = (lower + upper) / 2
            if ranges[middle].lowerBound <= token { lower = middle } else { upper = middle }
        }
        return lower
    }

    /// Whether the token is in one of the classes.
    @inline(__always)
    func has(_ token: Int, _ wanted: WordClass) -> Bool {
        token >= 0 && token < count && !classes[token].isDisjoint(with: wanted)
    }

    /// Whether the token is in all of the classes.
    @inline(__always)
    func hasAll(_ token: Int, _ wanted: WordClass) -> Bool {
        token >= 0 && token < count && classes[token].isSuperset(of: wanted)
    }

    /// The token's part of speech; that of a stop outside of the text.
    @inline(__always)
    func tag(_ token: Int) -> PennTag { token >= 0 && token < count ? tags[token].penn : .stop }

    /// The token's only byte; 0 where it has more.
    @inline(__always)
    func mark(_ token: Int) -> UInt8 {
        token >= 0 && token < count && view.length(token) == 1 ? view.firstByte(token) : 0
    }

    func isComma(_ token: Int) -> Bool { mark(token) == UInt8(ascii: ",") }

    func isColon(_ token: Int) -> Bool { mark(token) == UInt8(ascii: ":") }

    /// Whether the token is a run of hyphens or a dash character.
    func isDash(_ token: Int) -> Bool {
        guard token >= 0, token < count, view.values[token].kind == .punctuation else { return false }
        switch view.firstByte(token) {
        case UInt8(ascii: "-"): return true
        case 0xE2:
            return view.length(token) >= 3 && view.bytes[view.start(token) + 1] == 0x80
                && (view.bytes[view.start(token) + 2] == 0x93 || view.bytes[view.start(token) + 2] == 0x94
                    || view.bytes[view.start(token) + 2] == 0x95)
        default: return false
        }
    }

    func isWord(_ token: Int) -> Bool {
        token >= 0 && token < count && view.values[token].kind == .word
    }

    /// Whether the token is a word that begins with a capital letter.
    func isCapitalized(_ token: Int) -> Bool { isWord(token) && view.isCapitalized(token) }

    /// Whether white space or nothing stands before the token.
    func hasSpaceBefore(_ token: Int) -> Bool {
        token <= 0 || token >= count || view.end(token - 1) < view.start(token)
    }

    /// Whether white space or nothing stands behind the token.
    func hasSpaceAfter(_ token: Int) -> Bool {
        token < 0 || token + 1 >= count || view.end(token) < view.start(token + 1)
    }

    /// The bytes from the start of the first to the end of the last token of a range that is not empty.
    func span(_ range: Range<Int>) -> Span {
        Span(start(range.lowerBound)..<max(start(range.lowerBound), end(range.upperBound - 1)))
    }

    /// The token's characters in lower case, for rules that look at single words.
    func equals(_ token: Int, _ word: StaticString) -> Bool {
        guard token >= 0, token < count, view.length(token) == word.utf8CodeUnitCount else { return false }
        let start = view.start(token)
        for index in 0..<word.utf8CodeUnitCount {
            let byte = view.bytes[start + index]
            let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            if folded != word.utf8Start[index] { return false }
        }
        return true
    }

    // MARK: Of tokens that may lie outside of the text

    /// Whether there is such a token.
    @inline(__always)
    private func contains(_ token: Int) -> Bool { token >= 0 && token < count }

    /// Whether the token is a mark that ends sentences.
    func isStop(_ token: Int) -> Bool { contains(token) && view.isStop(token) }

    /// Whether the token's last character ends sentences.
    func endsInStop(_ token: Int) -> Bool { contains(token) && view.endsInStop(token) }

    /// Whether the token begins with a small letter.
    func startsLower(_ token: Int) -> Bool { contains(token) && view.startsLower(token) }

    /// Whether the token begins with a capital letter.
    func startsUpper(_ token: Int) -> Bool { contains(token) && view.isCapitalized(token) }

    /// Whether the token is a closing mark or bracket.
    func isCloser(_ token: Int) -> Bool { contains(token) && view.isCloser(token) }

    /// What the token is; punctuation outside of the text.
    func kind(_ token: Int) -> TokenKind { contains(token) ? view.values[token].kind : .punctuation }

    /// The token's capitals; none outside of the text.
    func shape(_ token: Int) -> TokenShape { contains(token) ? view.values[token].shape : .none }

    /// The hash of the token in lower case; zero outside of the text.
    func hash(_ token: Int) -> LowercaseHash { contains(token) ? view.values[token].hash : LowercaseHash(bits: 0) }

    /// The token's first byte; zero outside of the text.
    func firstByte(_ token: Int) -> UInt8 { contains(token) ? view.firstByte(token) : 0 }

    /// The token's last byte; zero outside of the text.
    func lastByte(_ token: Int) -> UInt8 { contains(token) ? view.lastByte(token) : 0 }

    /// The token's length in bytes; zero outside of the text.
    func length(_ token: Int) -> Int { contains(token) ? view.length(token) : 0 }

    /// The offset of the token's first byte; the text's end behind it.
    func start(_ token: Int) -> Int { token < 0 ? 0 : token < count ? view.start(token) : view.bytes.count }

    /// The offset behind the token's last byte; the text's start before it.
    func end(_ token: Int) -> Int { token < 0 ? 0 : token < count ? view.end(token) : view.bytes.count }

    /// The words of the tokens with single spaces where white space stands between them.
    func oneLine(_ range: Range<Int>) -> String {
        var line = ""
        for token in range.clamped(to: 0..<count) {
            if token > range.lowerBound, hasSpaceBefore(token) { line += " " }
            line += String(decoding: view.bytes[view.start(token)..<view.end(token)], as: UTF8.self)
        }
        return line
    }
}
