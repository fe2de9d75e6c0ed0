import PostilCore

/// Which way an expression looks from the reference date.
enum Tense: Hashable, Sendable {
    case past, future, unknown
}

/// Finds the tense of the verb nearest to an expression by its words alone.
struct TenseFinder {
    let parser: PhraseParser

    /// The tense: by the verb before the phrase, else by the one behind it.
    func tense(of phrase: Phrase) -> Tense {
        if parser.isWord(phrase.start - 1, TenseFinder.as), parser.isWord(phrase.start - 2, TenseFinder.soon) {
            return .future
        }
        if parser.isWord(phrase.start - 1, TenseFinder.until), phrase.start - 1 > parser.sentence.lowerBound {
            return .future
        }
        var index = phrase.start - 1
        let lower = max(parser.sentence.lowerBound, phrase.start - 20)
        while index >= lower {
            let found = tense(at: index)
            if found != .unknown { return found }
            index -= 1
        }
        index = phrase.end
        while index < min(parser.sentence.upperBound, phrase.end + 15) {
            let found = tense(at: index)
            if found != .unknown { return found }
            index += 1
        }
        return .unknown
    }

    private func tense(at index: Int) -> Tense {
        guard let hash = parser.hash(index),
            parser.view.values[index].kind == .word || parser.view.values[index].kind == .clitic
        else { return .unknown }
        if TenseFinder.future.contains(hash) { return .future }
        // In *will be sold* the participle says nothing.
        if parser.isWord(index - 1, TenseFinder.be) { return .unknown }
        if TenseFinder.past.contains(hash) { return .past }
        guard parser.shape(index) == .lower, parser.view.length(index) > 3 else { return .unknown }
        let end = parser.view.end(index)
        if parser.byte(end - 1) == UInt8(ascii: "d"), parser.byte(end - 2) == UInt8(ascii: "e") { return .past }
        return .unknown
    }

    private static let `as` = KnownWords("as")
    private static let be = KnownWords("be being")
    private static let until = KnownWords("until till")
    private static let soon = KnownWords("soon early late")

    private static let future = Set(
        words:
            """
            will 'll ’ll wo shall scheduled expected expects expect plans slated upcoming expires
            """
    )

    private static let past = Set(
        words:
            """
            was were had did said told fell rose came went took gave made got became began broke brought built bought caught
            chose cut drew drove ended fed felt fought found flew grew held hit kept knew led left lost met paid put ran saw
            sent shot sold spent spoke stood stole struck swept taught thought threw understood won wore wrote sank shut
            since been froze burst slept woke hung bent bit blew sang rang swam rode wept dug fled grew hid laid lay lent
            """
    )
}

extension Set where Element == LowercaseHash {
    fileprivate init(words: String) {
        self.init(words.split(whereSeparator: \.isWhitespace).map { LowercaseHash(word: $0) })
    }
}
