import PostilCore

extension PhraseParser {
    /// *now*, *recently*, *the past*, *current*, *these days*, *at this time*.
    func referencePhrase(_ index: Int) -> Phrase? {
        if has(index, .reference) { return adverb(index) }
        if has(index, .the), has(index + 1, .referenceNoun) || isWord(index + 1, PhraseParser.distanceWords) {
            var next = index + 1
            if isWord(next, PhraseParser.distanceWords) { next += 1 }
            if has(index + 1, .direction), has(next, [.unit, .cardinal, .number, .vague]) || has(next + 1, [.unit, .cardinal, .number, .vague, .season, .weekend]) { return nil }
            guard has(next, .referenceNoun), !isModifier(next) else { return nil }
            let code = isWord(next, PhraseParser.pastWord) ? 2 : isWord(next, PhraseParser.presentWord) ? 1 : 3
            return Phrase(index..<next + 1, .reference, .reference(code))
        }
        if has(index, .direction), word(index).value == Direction.this.rawValue, has(index + 1, .period), word(index + 1).value == 2, isWord(index + 1, PhraseParser.timeWord), isWord(index - 1, PhraseParser.atWord) {
            return Phrase(index..<index + 2, .reference, .reference(1))
        }
        if has(index, .referenceAdjective) { return adjective(index) }
        return nil
    }

    private func adverb(_ index: Int) -> Phrase? {
        if isWord(index, PhraseParser.nowWord) {
            if isWord(index + 1, PhraseParser.thatWord) { return Phrase(index..<index + 1, .reference, .reference(1)) }
            let start = index
            return Phrase(start..<index + 1, .reference, .reference(1))
        }
        if isWord(index, PhraseParser.soonWord), isWord(index - 1, PhraseParser.asWord) { return nil }
        let code = word(index).value
        guard (1...3).contains(code) else { return nil }
        return Phrase(index..<index + 1, .reference, .reference(code))
    }

    /// *current*, *recent*, *former*; with a plural unit the whole is a length.
    private func adjective(_ index: Int) -> Phrase? {
        let code = isWord(index, PhraseParser.recentWord) || isWord(index, PhraseParser.formerWord) ? 2
            : isWord(index, PhraseParser.futureWord) ? 3 : 1
        if has(index + 1, .unit), let unit = word(index + 1).unit {
            if word(index + 1).isPlural {
                return Phrase(index..<index + 2, .reference, .stretch(Length(nil, unit), code == 3 ? 1 : -1))
            }
            return nil
        }
        if isWord(index, PhraseParser.formerWord) { return nil }
        return Phrase(index..<index + 1, .reference, .reference(code))
    }

    /// Whether *past*, *present* or *future* stands before a noun that it describes.
    private func isModifier(_ index: Int) -> Bool {
        guard isLetter(index + 1), shape(index + 1) == .lower, isSpaced(index + 1) else { return false }
        return !isWord(index + 1, PhraseParser.afterNoun) && !has(index + 1, [.of, .in, .and, .or, .until, .at, .on, .from, .that])
    }

    static let nowWord = KnownWords("now")
    static let thatWord = KnownWords("that")
    static let soonWord = KnownWords("soon")
    static let asWord = KnownWords("as")
    static let recentWord = KnownWords("recent")
    static let formerWord = KnownWords("former")
    static let futureWord = KnownWords("future")
    static let pastWord = KnownWords("past")
    static let presentWord = KnownWords("present")
    static let distanceWords = KnownWords("near foreseeable distant recent not-too-distant very")
    static let timeWord = KnownWords("time moment point")
    static let atWord = KnownWords("at by")
    static let afterNoun = KnownWords("is was are were has had have as for with by but because if when where who which it he she they we you will would could should can may might now to than he's")
}
