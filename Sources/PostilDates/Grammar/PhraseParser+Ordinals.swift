import PostilCore

extension PhraseParser {
    /// *the first week of May*, *the second day*, *the last days of 1944*, *the third Monday in June*.
    func ordinalPhrase(_ index: Int) -> Phrase? {
        var next = index
        let hasThe = has(next, .the)
        if hasThe { next += 1 }
        let number: Int
        if let ordinal = ordinal(next) {
            // *the third last week*: counted from the end.
            let isFromEnd = has(ordinal.end, .direction) && word(ordinal.end).direction == Direction.last.rawValue
            number = isFromEnd ? -ordinal.value : ordinal.value
            next = isFromEnd ? ordinal.end + 1 : ordinal.end
        } else if has(next, .direction), word(next).direction == Direction.last.rawValue {
            number = -1
            next += 1
        } else {
            return nil
        }
        let weekday = has(next, .weekday) ? word(next).weekday : 0
        guard weekday > 0 || has(next, .unit), !has(next, .common) || weekday > 0, !word(next).isPlural else {
            return nil
        }
        let unit = weekday > 0 ? TimeUnit.day : word(next).unit ?? .day
        guard unit != .century, unit != .quarter else { return nil }
        let end = unit == .week ? weekendEnd(next) ?? next + 1 : next + 1
        if has(end, [.of, .in]) {
            let unit = unit == .week && end > next + 1 ? .weekend : unit
            if let inner = datePiece(end + 1), let grain = inner.meaning.grain, grain > unit, !inner.isWeak || isLenient
            {
                return Phrase(index..<inner.end, .nthUnit, .nth(number, unit, weekday: weekday, of: inner.meaning))
            }
        }
        guard hasThe, unit >= .day, weekday == 0, number > 0 else { return nil }
        if has(end, .hyphen), !isSpaced(end) { return nil }
        // Counted from something that the text tells: its value stays open.
        var phrase = Phrase(index..<end, .nthUnit, .unknown)
        phrase.audience = .narrative
        return phrase
    }

    /// The end of *week end* or *week-end* at `index`.
    private func weekendEnd(_ index: Int) -> Int? {
        let next = has(index + 1, .hyphen) ? index + 2 : index + 1
        return isWord(next, PhraseParser.endWords) ? next + 1 : nil
    }

    /// *a year earlier*, *the year-ago quarter*, *year-earlier*, *the 1988 period*, *the nine months*.
    func financialPhrase(_ index: Int) -> Phrase? {
        var next = index
        let hasThe = has(next, .the)
        if hasThe { next += 1 }
        if isWord(next, PhraseParser.comparableWords) { next += 1 }
        if isUnit(next, .year), has(next + 1, .hyphen), has(next + 2, [.ago, .shift]),
            isWord(next + 2, PhraseParser.earlierWords)
        {
            let end = next + 3
            var fields = CalendarFields()
            if let piece = namePiece(end), piece.fields.quarter != nil {
                fields = piece.fields
                fields.yearShift = YearShift(count: -1, isFromMention: false)
                return Phrase(index..<piece.end, .financialPeriod, .calendar(fields))
            }
            if hasThe, let length = simpleLength(end, allowsBare: false), length.length.unit == .month, !length.isJoined
            {
                return Phrase(index..<length.end, .financialPeriod, .duration(length.length))
            }
            if isUnit(end, .quarter) || has(end, .period) && word(end).value == 1 {
                return Phrase(index..<end + 1, .financialPeriod, .offset(-5, .quarter, isFromMention: false))
            }
            return Phrase((hasThe ? next : index)..<end, .financialPeriod, .offset(-5, .quarter, isFromMention: false))
        }
        // *the 1988 third quarter*, *this year's third quarter*.
        if let year = relativeYear(next) ?? yearPiece(next, needsContext: false) {
            var end = year.end
            if has(end, .possessiveMark) || has(end, .hyphen) && has(end + 1, .periodCode) { end += 1 }
            if let piece = namePiece(end),
                piece.fields.quarter != nil || piece.fields.season != nil || piece.fields.half != nil,
                !piece.fields.hasYear
            {
                var fields = piece.fields
                apply(year, to: &fields)
                return Phrase(index..<piece.end, piece.rule, .calendar(fields))
            }
            if isUnit(end, .quarter) || has(end, .period) && word(end).value == 1,
                hasThe || has(end - 1, .possessiveMark)
            {
                return Phrase(index..<end + 1, .financialPeriod, reported(year))
            }
        }
        if let compared = comparedPeriod(index, next) { return compared }
        if hasThe, has(next, .direction),
            word(next).direction == Direction.latest.rawValue || word(next).direction == Direction.previous.rawValue,
            has(next + 1, .period), word(next + 1).value == 1
        {
            return Phrase(index..<next + 2, .financialPeriod, .offset(-1, .quarter, isFromMention: false))
        }
        return nil
    }

    /// The quarter that the text reports on, in another year.
    private func reported(_ year: YearPiece) -> TimeMeaning {
        var fields = CalendarFields()
        apply(year, to: &fields)
        fields.isReported = true
        return .calendar(fields)
    }

    /// *the corresponding period last year*, *the same quarter of 1988*, *the quarter a year ago*.
    private func comparedPeriod(_ start: Int, _ index: Int) -> Phrase? {
        let isQuarter = isUnit(index, .quarter)
        guard index > start, isQuarter || isWord(index, PhraseParser.periodWord) else { return nil }
        let isCompared = isWord(index - 1, PhraseParser.comparableWords)
        let next = index + 1
        if isCompared || isQuarter, has(next, .article), isUnit(next + 1, .year), has(next + 2, [.ago, .shift]),
            isWord(next + 2, PhraseParser.earlierWords)
        {
            let year = YearPiece(shift: YearShift(count: -1, isFromMention: false), end: next + 3)
            return Phrase(start..<year.end, .financialPeriod, reported(year))
        }
        guard isCompared, let year = yearOf(next, of: true) else { return nil }
        return Phrase(start..<year.end, .financialPeriod, reported(year))
    }

    static let periodWord = KnownWords("period")
    static let comparableWords = KnownWords("comparable corresponding same full like similar")
    static let earlierWords = KnownWords("ago earlier before")
}
