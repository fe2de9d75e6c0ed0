import PostilCore
import PostilNumbers

/// Decides whether a phrase that the grammar reads is an expression where it stands.
struct PhraseFilter {
    let parser: PhraseParser

    /// Whether it is.
    func accepts(_ phrase: Phrase) -> Bool {
        let before = phrase.start - 1
        if isInsideName(phrase) { return false }
        if parser.has(phrase.start, .month), parser.isQuantity(phrase.start) { return false }
        switch phrase.rule {
        case .clockTime, .twentyFourHourTime, .spokenTime: return acceptsClock(phrase)
        case .noonOrMidnight: return !parser.isWord(before, PhraseFilter.noonNames)
        case .anaphoricUnit, .nthUnit: return !phrase.isWeak || acceptsWeak(phrase)
        case .year: return !parser.isWord(before, PhraseParser.counters) && !isNumbered(phrase)
        case .numericDate: return hasYear(phrase) || !isNumbered(phrase)
        case .deicticDay: return !isTitle(phrase)
        case .directedUnit: return !isCapitalizedTitle(phrase)
        case .length, .partOfDay: return !isRate(phrase)
        case .recurrence: return !isAdverbOfRate(phrase)
        case .reference: return acceptsReference(phrase)
        default: return true
        }
    }

    /// Whether a hyphen ties the phrase to a word that is none of its own.
    private func isInsideName(_ phrase: Phrase) -> Bool {
        let before = phrase.start - 1
        if parser.has(before, .hyphen), !parser.isSpaced(phrase.start), !parser.isSpaced(before), before > 0 {
            let isRange = parser.has(before - 1, [.number, .month, .weekday, .year, .clock, .part, .meridiem, .season])
            if !isRange, !parser.isWord(before - 1, PhraseFilter.hyphenHeads) { return true }
        }
        return false
    }

    private func acceptsClock(_ phrase: Phrase) -> Bool {
        guard phrase.end == phrase.start + 1, phrase.rule == .twentyFourHourTime, case .moment = phrase.meaning else {
            return true
        }
        if parser.isLenient, phrase.time?.hour == 24 || parser.isWord(phrase.end, PhraseParser.measures) {
            return false
        }
        // A score or verse has no word of time around.
        if parser.isLenient
            || parser.has(phrase.start - 1, [.at, .until, .from, .on, .hyphen, .approximator, .comma, .and, .or])
        {
            return true
        }
        let text = parser.view.start(phrase.start)
        return parser.isWord(phrase.start - 1, PhraseParser.dateContext) || parser.byte(text + 2) == UInt8(ascii: ":")
    }

    private func acceptsWeak(_ phrase: Phrase) -> Bool {
        guard case .offset(_, let unit, _) = phrase.meaning else { return true }
        return unit >= .day && !parser.has(phrase.end, .of)
    }

    private func isTitle(_ phrase: Phrase) -> Bool {
        // *USA Today* and the like: a capital in the middle of a line behind a name.
        let start = phrase.start
        guard phrase.end == start + 1, start > parser.sentence.lowerBound, parser.shape(start) == .capitalized else {
            return false
        }
        return parser.isCapitalized(start - 1) && parser.positions[start - 1] == 0
    }

    /// *This Week* with capitals where the text around has none.
    private func isCapitalizedTitle(_ phrase: Phrase) -> Bool {
        guard phrase.end == phrase.start + 2, parser.shape(phrase.start) == .capitalized,
            parser.shape(phrase.end - 1) == .capitalized, !parser.has(phrase.end - 1, .part)
        else { return false }
        if parser.shape(phrase.start - 1) == .lower || parser.shape(phrase.end) == .lower { return true }
        if parser.shape(phrase.start - 2) == .lower || parser.shape(phrase.start - 3) == .lower { return true }
        // *"This Week," she said*: the quotation marks are the title's.
        return phrase.start > parser.sentence.lowerBound + 1
            && parser.view.values[phrase.start - 1].kind == .punctuation
            && parser.shape(phrase.end + 2) == .lower
    }

    /// *$5 a year*, *four flights a week*: how much in a unit, no length.
    private func isRate(_ phrase: Phrase) -> Bool {
        guard phrase.end == phrase.start + 2, parser.has(phrase.start, .article), !parser.isLenient else {
            return false
        }
        let before = phrase.start - 1
        guard parser.sentence.contains(before) else { return false }
        if parser.has(before, [.number, .unit]) || parser.isWord(before, PhraseParser.measures) { return true }
        return parser.shape(before) == .lower && parser.view.length(before) > 4
            && parser.byte(parser.view.end(before) - 1) == UInt8(ascii: "s")
            && !parser.isWord(before, PhraseFilter.verbsInS)
            && parser.byte(parser.view.end(before) - 2) != UInt8(ascii: "s")
    }

    /// *10,000 units annually*: how many in a unit, no recurrence.
    private func isAdverbOfRate(_ phrase: Phrase) -> Bool {
        guard phrase.end == phrase.start + 1, !parser.isLenient else { return false }
        let before = phrase.start - 1
        // *an everyday matter* and *average daily sales* describe their nouns.
        if parser.isWord(phrase.start, PhraseFilter.everyday), parser.has(before, [.article, .the]) { return true }
        if parser.isWord(before, PhraseFilter.average), parser.isWord(phrase.start, PhraseFilter.daily) { return true }
        guard parser.isWord(phrase.start, PhraseFilter.yearly) else { return false }
        guard parser.sentence.contains(before) else { return false }
        if parser.has(before, .number) || parser.isWord(before, PhraseParser.measures) { return true }
        return parser.shape(before) == .lower && parser.view.length(before) > 3
            && parser.byte(parser.view.end(before) - 1) == UInt8(ascii: "s")
    }

    private func hasYear(_ phrase: Phrase) -> Bool {
        guard case .calendar(let fields) = phrase.meaning else { return false }
        return fields.year != nil && fields.day != nil
    }

    /// Whether the arbitration between readings of digits says that these are none of a date.
    private func isNumbered(_ phrase: Phrase) -> Bool {
        guard parser.has(phrase.start, .number), !parser.isLenient else { return false }
        switch Readings(parser.view).winner(at: phrase.start).kind {
        case .version, .citation, .address, .label, .phone: return true
        case .identifier: return phrase.rule == .year
        default: return false
        }
    }

    /// *High Noon* is a name and an idiom.
    static let noonNames = KnownWords("high")
    static let everyday = KnownWords("everyday")
    static let daily = KnownWords("daily")
    static let average = KnownWords("average")
    static let yearly = KnownWords("annually yearly")
    static let verbsInS = KnownWords("takes lasts spends across besides includes covers needs perhaps makes follows")
    private func acceptsReference(_ phrase: Phrase) -> Bool { true }

    static let hyphenHeads = KnownWords("early late mid then end pre post")
}
