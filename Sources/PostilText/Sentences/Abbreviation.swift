import PostilCore

/// An abbreviation of the table, whether its point belongs to its token or is one of its own.
struct Abbreviation {
    /// The token of the letters.
    let word: Int

    /// The token that ends in the point; ``word`` itself, or the one behind it.
    let point: Int

    /// The hash of letters and point.
    let hash: LowercaseHash

    /// What the table says of it.
    let classes: AbbreviationClass

    /// The abbreviation whose point `token` is or ends in; nil where there is none. Where the tokeniser has
    /// taken the point for a stop, the word must have a capital, which an ordinary word that ends a sentence
    /// seldom has, or a number behind it.
    init?(endingAt token: Int, in view: TokenView) {
        guard view.lastByte(token) == 0x2E else { return nil }
        if view.length(token) > 1 {
            word = token
            hash = view.values[token].hash
        } else {
            guard token > 0, view.gap(after: token - 1) == 0, view.values[token - 1].kind == .word,
                view.isCapitalized(token - 1) || view.length(token - 1) == 1
                    || token + 1 < view.count && view.values[token + 1].kind == .number
            else { return nil }
            word = token - 1
            hash = LowercaseHash(
                folding: UnsafeBufferPointer(rebasing: view.bytes[view.start(token - 1)..<view.end(token)])
            )
        }
        point = token
        let found = Abbreviations.classification(of: hash)
        let needsSupport = !found.isDisjoint(with: [.needsCapital, .needsNumber])
        guard !found.isEmpty, !needsSupport || Abbreviation.isSupported(word, before: token + 1, in: view) else {
            return nil
        }
        classes = found
    }

    /// Whether a form that is a word too has a capital, a number beside it, or names on both sides.
    private static func isSupported(_ word: Int, before next: Int, in view: TokenView) -> Bool {
        if view.isCapitalized(word) { return true }
        let hasNext = next < view.count
        if hasNext, view.values[next].kind == .number || word > 0 && view.values[word - 1].kind == .number {
            return true
        }
        return hasNext && word > 0 && view.isCapitalized(next) && view.isCapitalized(word - 1)
    }
}
