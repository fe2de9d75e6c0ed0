import PostilCore
import PostilText

/// Finds the numeral that begins at a token: one grammar for numbers, amounts and dates.
///
/// The parser holds no state; make one for a text inside `TokenView.with` and ask it at any token.
///
/// ## Example
///
/// ```swift
/// let parser = NumeralParser(view)
/// if let numeral = parser.numeral(at: token) { use(numeral.value) }
/// ```
public struct NumeralParser {
    let view: TokenView
    let lexicon: NumberLexicon

    /// A parser of the numerals among the tokens of `view`.
    public init(_ view: TokenView) {
        self.view = view
        lexicon = .english
    }

    /// The longest numeral that begins at `token`, fractions included.
    ///
    /// - Returns: nil where none begins there. *a* and *an* begin one only before *hundred*, *half* and
    ///   the like.
    /// - Complexity: O(length of the numeral).
    public func numeral(at token: Int) -> Numeral? {
        guard token >= 0, token < view.count else { return nil }
        if let signed = signedNumeral(at: token) { return signed }
        return unsigned(at: token)
    }

    /// The longest cardinal or ordinal that begins at `token`; fractions and *and a half* stay outside.
    ///
    /// - Complexity: O(length of the numeral).
    public func wholeNumeral(at token: Int) -> Numeral? {
        guard token >= 0, token < view.count else { return nil }
        return sum(at: token).map { finish($0) }
    }

    /// The numeral in digits that begins at `token`, without any word behind it: *3*, *1,000.5*, *21st*.
    ///
    /// - Complexity: O(length of the numeral).
    public func digitNumeral(at token: Int) -> Numeral? {
        guard token >= 0, token < view.count, let digits = DigitScanner(view.bytes).scan(from: view.start(token)) else {
            return nil
        }
        return numeral(digits, at: token)
    }

    func unsigned(at token: Int) -> Numeral? { fraction(at: token) }

    /// The word that a token is in the lexicon.
    @inline(__always)
    func word(_ token: Int) -> NumeralWord {
        guard token < view.count, token >= 0 else { return .none }
        let kind = view.values[token].kind
        guard kind == .word else { return .none }
        return lexicon.entry(view.values[token].hash).numeral
    }

    /// The entry of a token in the lexicon; the empty one outside the text.
    @inline(__always)
    func entry(_ token: Int) -> LexiconEntry {
        guard token < view.count, token >= 0 else { return .empty }
        return lexicon.entry(view.values[token].hash)
    }

    /// The byte at `offset`; zero outside the text.
    @inline(__always)
    func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < view.bytes.count ? view.bytes[offset] : 0 }

    /// Whether only blanks, and not more than a line end with one, stand between two tokens.
    @inline(__always)
    func isAdjacent(_ left: Int, _ right: Int) -> Bool { view.start(right) - view.end(left) <= 4 }

    /// The token behind a hyphen that joins `token` to it, or the next token; nil at the end of the text
    /// and where something else stands between.
    func following(_ token: Int) -> Int? {
        let next = token + 1
        guard next < view.count, isAdjacent(token, next) else { return nil }
        guard isHyphen(next) else { return next }
        let behind = next + 1
        guard behind < view.count else { return next }
        let isTight = view.end(token) == view.start(next) && view.end(next) == view.start(behind)
        let isLoose =
            view.start(next) - view.end(token) == 1 && view.start(behind) - view.end(next) == 1
            && view.length(next) == 1
        return isTight || isLoose ? behind : next
    }

    /// Whether a token is a hyphen or a dash.
    func isHyphen(_ token: Int) -> Bool {
        guard view.values[token].kind == .punctuation || view.values[token].kind == .symbol else { return false }
        switch view.length(token) {
        case 1: return view.firstByte(token) == UInt8(ascii: "-")
        case 3:
            let start = view.start(token)
            guard byte(start) == 0xE2 else { return false }
            return byte(start + 1) == 0x80 && byte(start + 2) >= 0x90 && byte(start + 2) <= 0x95
                || byte(start + 1) == 0x88 && byte(start + 2) == 0x92
        default: return false
        }
    }

    /// The first token that ends at `offset` or behind it.
    func token(endingAtOrAfter offset: Int, from token: Int) -> Int {
        var found = token
        while found + 1 < view.count, view.end(found) < offset { found += 1 }
        return found
    }
}
