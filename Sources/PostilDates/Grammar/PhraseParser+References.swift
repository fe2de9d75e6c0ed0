import PostilCore

extension PhraseParser {
    /// *now*, *recently*, *the past*, *current*, *these days*, *at this time*.
    func referencePhrase(_ index: Int) -> Phrase? {
        if isWord(index, PhraseParser.rightWord), isWord(index + 1, PhraseParser.nowWord) {
            return Phrase(index..<index + 2, .reference, .reference(1))
        }
        if isWord(index, PhraseParser.moreWord), isWord(index + 1, PhraseParser.recentlyWord) {
            return Phrase(index..<index + 2, .reference, .reference(2))
        }
        if let term = termPhrase(index) ?? momentPhrase(index) { return term }
        if has(index, .reference) { return adverb(index) }
        if has(index, .the), has(index + 1, .referenceNoun) || isWord(index + 1, PhraseParser.distanceWords) {
            var next = index + 1
            if isWord(next, PhraseParser.distanceWords) { next += 1 }
            if has(index + 1, .direction),
                has(next, [.unit, .cardinal, .number, .vague])
                    || has(next + 1, [.unit, .cardinal, .number, .vague, .season, .weekend])
            {
                return nil
            }
            guard has(next, .referenceNoun), !isModifier(next) else { return nil }
            if has(next + 1, .of) { return nil }
            let code = isWord(next, PhraseParser.pastWord) ? 2 : isWord(next, PhraseParser.presentWord) ? 1 : 3
            return Phrase(index..<next + 1, .reference, .reference(code))
        }
        if has(index, .direction), word(index).direction == Direction.this.rawValue, has(index + 1, .period),
            word(index + 1).value == 2, isWord(index + 1, PhraseParser.timeWord), isWord(index - 1, PhraseParser.atWord)
        {
            return Phrase(index..<index + 2, .reference, .reference(1))
        }
        if has(index, .referenceAdjective) { return adjective(index) }
        return anaphoricTime(index) ?? rate(index)
    }

    /// *this period*, *that time*, *the same time*: a time that the text tells elsewhere.
    private func anaphoricTime(_ index: Int) -> Phrase? {
        var next = index
        if has(next, .the) { next += 1 }
        if next > index, has(next, .period), isWord(next, PhraseParser.timeWord), isWord(index - 1, PhraseParser.atWord)
        {
            var phrase = Phrase(index..<next + 1, .anaphoricUnit, .unknown)
            phrase.audience = .narrative
            return phrase
        }
        guard
            has(next, .that)
                || has(next, .direction)
                    && [Direction.this.rawValue, Direction.same.rawValue].contains(word(next).direction)
        else { return nil }
        guard has(next + 1, .period), isWord(next + 1, PhraseParser.periodWords) else { return nil }
        var phrase = Phrase(index..<next + 2, .anaphoricUnit, .unknown)
        phrase.audience = .narrative
        return phrase
    }

    /// *the near term*, *a later date*: some time to come.
    private func termPhrase(_ index: Int) -> Phrase? {
        let isTerm = has(index, .the) && isWord(index + 1, PhraseParser.termWords)
        let isDate = has(index, .article) && isWord(index + 1, PhraseParser.laterWord)
        guard isTerm && isWord(index + 2, PhraseParser.termNoun) || isDate && isWord(index + 2, PhraseParser.dateNoun)
        else { return nil }
        return Phrase(index..<index + 3, .reference, .reference(3))
    }

    /// *the moment* behind *at*, *ATM*, *as soon as possible*, *ASAP*.
    private func momentPhrase(_ index: Int) -> Phrase? {
        if has(index, .the), isWord(index + 1, PhraseParser.momentWord), isWord(index - 1, PhraseParser.atWord),
            !has(index + 2, .of), isLenient
        {
            return Phrase(index..<index + 2, .reference, .reference(1))
        }
        guard isLenient else { return nil }
        if isWord(index, PhraseParser.nowCode), shape(index) == .upper {
            return Phrase(index..<index + 1, .reference, .reference(1))
        }
        if isWord(index, PhraseParser.soonCode) { return Phrase(index..<index + 1, .reference, .reference(3)) }
        guard isWord(index - 1, PhraseParser.asWord), isWord(index, PhraseParser.soonWord),
            isWord(index + 1, PhraseParser.asWord), isWord(index + 2, PhraseParser.possibleWord)
        else { return nil }
        return Phrase(index - 1..<index + 3, .reference, .reference(3))
    }

    /// *per month*.
    private func rate(_ index: Int) -> Phrase? {
        guard has(index, .per), has(index + 1, .unit), let unit = word(index + 1).unit, !word(index + 1).isPlural else {
            return nil
        }
        var phrase = Phrase(index..<index + 2, .length, .duration(Length(1, unit)))
        phrase.audience = [.narrative, .assistant]
        return phrase
    }

    private func adverb(_ index: Int) -> Phrase? {
        if isWord(index, PhraseParser.nowWord) {
            if isWord(index + 1, PhraseParser.thatWord) { return Phrase(index..<index + 1, .reference, .reference(1)) }
            let start = isWord(index - 1, PhraseParser.rightWord) ? index - 1 : index
            return Phrase(start..<index + 1, .reference, .reference(1))
        }
        if isWord(index, PhraseParser.soonWord), isWord(index - 1, PhraseParser.asWord) { return nil }
        let code = word(index).value
        guard (1...3).contains(code) else { return nil }
        var phrase = Phrase(index..<index + 1, .reference, .reference(code))
        if code == 3 { phrase.audience = .assistant }
        if isWord(index, PhraseParser.formerWord) { phrase.audience = .narrative }
        if isWord(index, PhraseParser.previouslyWord) { phrase.audience = .assistant }
        return phrase
    }

    /// *current*, *recent*, *former*; with a plural unit the whole is a length.
    private func adjective(_ index: Int) -> Phrase? {
        let code =
            isWord(index, PhraseParser.recentWord)
            ? 2
            : isWord(index, PhraseParser.futureWord) ? 3 : 1
        if has(index + 1, .unit), let unit = word(index + 1).unit {
            if word(index + 1).isPlural {
                if code == 3 || unit >= .year { return Phrase(index..<index + 2, .reference, .reference(code)) }
                return Phrase(index..<index + 2, .reference, .stretch(Length(nil, unit), -1))
            }
            return nil
        }
        if code == 3, isModifier(index) {
            var phrase = Phrase(index..<index + 1, .reference, .reference(code))
            phrase.audience = .narrative
            return phrase
        }
        var phrase = Phrase(index..<index + 1, .reference, .reference(code))
        if code == 2 { phrase.audience = .narrative }
        return phrase
    }

    /// Whether *past*, *present* or *future* stands before a noun that it describes.
    private func isModifier(_ index: Int) -> Bool {
        guard isLetter(index + 1), shape(index + 1) == .lower, isSpaced(index + 1) else { return false }
        return !isWord(index + 1, PhraseParser.afterNoun)
            && !has(index + 1, [.of, .in, .and, .or, .until, .at, .on, .from, .that])
    }

    static let momentWord = KnownWords("moment")
    static let nowCode = KnownWords("atm")
    static let soonCode = KnownWords("asap")
    static let possibleWord = KnownWords("possible")
    static let termWords = KnownWords("near short immediate")
    static let termNoun = KnownWords("term")
    static let laterWord = KnownWords("later future")
    static let dateNoun = KnownWords("date")
    static let previouslyWord = KnownWords("previously formerly")
    static let rightWord = KnownWords("right just")
    static let moreWord = KnownWords("more most")
    static let recentlyWord = KnownWords("recently")
    static let periodWords = KnownWords("period time")
    static let nowWord = KnownWords("now")
    static let thatWord = KnownWords("that")
    static let soonWord = KnownWords("soon")
    static let asWord = KnownWords("as")
    static let recentWord = KnownWords("recent")
    static let formerWord = KnownWords("former")
    static let futureWord = KnownWords("future")
    static let pastWord = KnownWords("past")
    static let presentWord = KnownWords("present")
    static let distanceWords = KnownWords("near distant recent not-too-distant very")
    static let timeWord = KnownWords("time")
    static let atWord = KnownWords("at by")
    static let afterNoun = KnownWords(
        "is was are were has had have as for with by but because if when where who which it he she they we you will would could should can may might now to than he's"
    )
}
