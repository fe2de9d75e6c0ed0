import PostilCore
import PostilText

/// Reads temporal expressions from typed tokens, by recursive descent.
///
/// Each function takes the position of a token and returns what starts there, or nil. Positions outside
/// the sentence have no meaning, so that nothing runs over its ends.
struct PhraseParser {
    let view: TokenView
    /// The position in ``table`` of each token's meaning.
    let positions: UnsafeBufferPointer<UInt16>
    let table: UnsafeBufferPointer<WordMeaning>
    let lexicon: Lexicon
    /// The tokens of the sentence.
    var sentence: Range<Int> = 0..<0
    /// Days before months in digits.
    var order: DateOrder = .monthDayYear
    /// Bare expressions count, as in a command or question.
    var isLenient = false
    /// The text is a short message, in which bare units and parts of the day count.
    var isCasual = false

    init(
        view: TokenView,
        positions: UnsafeBufferPointer<UInt16>,
        table: UnsafeBufferPointer<WordMeaning>,
        lexicon: Lexicon
    ) {
        self.view = view
        self.positions = positions
        self.table = table
        self.lexicon = lexicon
    }

    /// What the token at `index` may mean.
    func word(_ index: Int) -> WordMeaning {
        sentence.contains(index) ? table[Int(positions[index])] : .unknown
    }

    /// Whether the token at `index` is of one of `classes`.
    @inline(__always)
    func has(_ index: Int, _ classes: WordClass) -> Bool {
        sentence.contains(index) && !table[Int(positions[index])].classes.isDisjoint(with: classes)
    }

    /// The token's hash; nil outside the sentence.
    func hash(_ index: Int) -> LowercaseHash? {
        sentence.contains(index) ? view.values[index].hash : nil
    }

    /// Whether the token is one of `words`.
    func isWord(_ index: Int, _ words: KnownWords) -> Bool {
        guard let hash = hash(index) else { return false }
        return words.contains(hash)
    }

    /// Whether white space stands before the token.
    func isSpaced(_ index: Int) -> Bool {
        guard index > 0, index < view.count else { return true }
        return view.end(index - 1) < view.start(index)
    }

    /// Whether the token's first letter is a capital.
    func isCapitalized(_ index: Int) -> Bool {
        guard sentence.contains(index) else { return false }
        return (0x41...0x5A).contains(view.bytes[view.start(index)])
    }

    /// The shape of the token's letters.
    func shape(_ index: Int) -> TokenShape { sentence.contains(index) ? view.values[index].shape : .none }

    /// The byte of the text at an offset; 0 outside.
    func byte(_ offset: Int) -> UInt8 { view.bytes.indices.contains(offset) ? view.bytes[offset] : 0 }

    /// The token behind the abbreviation at `index`, and behind its last point where that is a token of its
    /// own: *p.m* + *.* at the end of a sentence.
    func endOfAbbreviation(_ index: Int) -> Int {
        let last = view.end(index) - 1
        guard view.length(index) >= 3, byte(last) != UInt8(ascii: "."), byte(last - 1) == UInt8(ascii: "."),
            has(index + 1, .point), !isSpaced(index + 1), view.length(index + 1) == 1
        else { return index + 1 }
        return index + 2
    }

    /// The token that ends at an offset, looked for from `index` on.
    func token(endingAt offset: Int, from index: Int) -> Int? {
        var index = index
        while sentence.contains(index), view.end(index) < offset { index += 1 }
        return sentence.contains(index) && view.end(index) == offset ? index : nil
    }
}

/// A small set of words that a rule asks for by themselves.
struct KnownWords: Sendable {
    private let hashes: [LowercaseHash]

    init(_ words: String) { hashes = words.split(separator: " ").map { LowercaseHash(word: $0) } }

    func contains(_ hash: LowercaseHash) -> Bool { hashes.contains(hash) }
}
