import PostilCore

/// Which way an expression looks from the reference date.
enum Tense: Hashable, Sendable {
    case past, future, unknown
}

/// Finds the tense of the verb nearest to an expression by its words alone.
struct TenseFinder {
    let parser: PhraseParser

    /// The tense: by the verb before the phrase, else by the one behind it.
    ///
    /// - Returns: The tense, and whether the verb stands so near that the phrase is certainly its own.
    func tense(of phrase: Phrase) -> (tense: Tense, isNear: Bool) {
        if parser.isWord(phrase.start - 1, TenseFinder.as), parser.isWord(phrase.start - 2, TenseFinder.soon) {
            return (.future, true)
        }
        if parser.isWord(phrase.start - 1, TenseFinder.until), phrase.start - 1 > parser.sentence.lowerBound {
            return (.future, true)
        }
        if parser.isWord(phrase.start - 1, TenseFinder.through) { return (.unknown, false) }
        var index = phrase.start - 1
        let lower = max(parser.sentence.lowerBound, phrase.start - 20)
        var hasInfinitive = false
        while index >= lower {
            let found = tense(at: index)
            if found != .unknown {
                // *an agreement to buy it in May*: what the infinitive says may lie on either side.
                if hasInfinitive, found == .past { return (.unknown, false) }
                // *Friday's vote* has been, whatever they would do about it.
                if found == .future, parser.has(phrase.end, .possessiveMark), !parser.isWord(index, TenseFinder.will) {
                    return (.unknown, false)
                }
                return (found, isGoverning(index, phrase))
            }
            if isInfinitive(index) { hasInfinitive = true }
            index -= 1
        }
        index = phrase.end
        while index < min(parser.sentence.upperBound, phrase.end + 15) {
            let found = tense(at: index)
            if found != .unknown { return (found, false) }
            index += 1
        }
        // What is to be done *by* a time lies ahead where no verb says otherwise.
        return (parser.isWord(phrase.start - 1, TenseFinder.by) ? .future : .unknown, false)
    }

    /// Whether the verb certainly governs the phrase: *ended Jan. 31*, *bought on Friday*.
    private func isGoverning(_ verb: Int, _ phrase: Phrase) -> Bool {
        if verb == phrase.start - 1 { return parser.isWord(verb, TenseFinder.ended) }
        return verb == phrase.start - 2 && parser.has(verb + 1, [.on, .in])
    }

    /// Whether *to* with a verb's plain form is at `index`.
    private func isInfinitive(_ index: Int) -> Bool {
        guard parser.isWord(index, TenseFinder.to), parser.isLetter(index + 1), parser.shape(index + 1) == .lower,
            parser.positions[index + 1] == 0
        else { return false }
        return parser.byte(parser.view.end(index + 1) - 1) != UInt8(ascii: "s")
    }

    private func tense(at index: Int) -> Tense {
        guard let hash = parser.hash(index),
            parser.view.values[index].kind == .word || parser.view.values[index].kind == .clitic
        else { return .unknown }
        if TenseFinder.arranged.contains(hash) {
            // *had been scheduled to expire* tells of a plan that is over.
            return parser.isWord(index - 1, TenseFinder.been) && parser.isWord(index - 2, TenseFinder.had)
                ? .past : .future
        }
        if TenseFinder.future.contains(hash) { return .future }
        // *The trial opens Monday*: the present tells of what is arranged; *to open* and *did open* do not.
        if TenseFinder.arrangement.contains(hash), !parser.isWord(index - 1, TenseFinder.bare) { return .future }
        // *plans to leave*, *is to resume*, *set to begin*: the infinitive lies ahead.
        if TenseFinder.intended.contains(hash), parser.isWord(index + 1, TenseFinder.to), parser.isLetter(index + 2) {
            return .future
        }
        // In *will be sold* the participle says nothing.
        if parser.isWord(index - 1, TenseFinder.be) { return .unknown }
        if TenseFinder.past.contains(hash) { return .past }
        guard parser.shape(index) == .lower, parser.view.length(index) > 3 else { return .unknown }
        let end = parser.view.end(index)
        guard parser.byte(end - 1) == UInt8(ascii: "d"), parser.byte(end - 2) == UInt8(ascii: "e") else {
            return .unknown
        }
        return isAttribute(index) ? .unknown : .past
    }

    /// Whether a participle stands between a determiner and its noun: *a previously announced plan*.
    private func isAttribute(_ index: Int) -> Bool {
        let before = index - 1
        if parser.has(before, [.the, .article, .possessive]) { return true }
        guard parser.has(before - 1, [.the, .article, .possessive]), parser.isLetter(before) else { return false }
        return parser.byte(parser.view.end(before) - 1) == UInt8(ascii: "y") || parser.isWord(before, TenseFinder.still)
    }

    private static let `as` = KnownWords("as")
    private static let be = KnownWords("be being")
    private static let been = KnownWords("been")
    private static let by = KnownWords("by")
    private static let ended = KnownWords("ended ending dated")
    private static let will = KnownWords("will 'll ’ll shall wo")
    private static let had = KnownWords("had")
    private static let to = KnownWords("to")
    private static let still = KnownWords("still as-yet newly")
    private static let through = KnownWords("through")
    private static let until = KnownWords("until till")
    private static let soon = KnownWords("soon early late")

    private static let arranged = Set(words: "scheduled expected slated due planned")

    private static let future = Set(
        words: "will 'll ’ll wo shall would 'd effective expects expect upcoming planning gonna"
    )

    private static let bare = KnownWords("to did not n't n’t which who that")
    private static let arrangement = Set(
        words: "begins starts opens arrives leaves meets meet travels flies returns resumes departs convenes expires"
    )

    private static let intended = Set(
        words:
            """
            is are was were plan plans hope hopes hoped intend intends intended set ready likely supposed going about
            prepared preparing poised want wants wanted promise promises promised vowed vows agreed aims begin
            """
    )

    private static let past = Set(
        words:
            """
            was were had did said told fell rose came went took gave made got became began broke brought built bought caught
            chose cut drew drove ended fed felt fought found flew grew held hit kept knew led left lost met paid put ran saw
            sent shot sold spent spoke stood stole struck swept taught thought threw understood won wore wrote sank shut set
            since been froze burst slept woke hung bent bit blew sang rang swam rode wept dug fled grew hid laid lay lent
            """
    )
}

extension Set where Element == LowercaseHash {
    fileprivate init(words: String) {
        self.init(words.split(whereSeparator: \.isWhitespace).map { LowercaseHash(word: $0) })
    }
}
