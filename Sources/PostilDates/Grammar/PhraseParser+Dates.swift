import PostilCore

extension PhraseParser {
    /// A day, month, year or other calendar time with a time of day where one belongs to it.
    func datedPhrase(_ index: Int) -> Phrase? {
        if let time = timeFirst(index) { return time }
        guard var phrase = datePiece(index) else { return nil }
        attachTime(&phrase)
        return phrase
    }

    /// A calendar time without its time of day.
    func datePiece(_ index: Int) -> Phrase? {
        if has(index, .dayWord) { return deicticDay(index) ?? namedDate(index) }
        var best = dayAround(index)
        func consider(_ phrase: Phrase?) {
            if let phrase, phrase.end > best?.end ?? 0 { best = phrase }
        }
        consider(directedName(index))
        consider(unitPhrase(index))
        consider(namedDate(index))
        return best
    }

    /// *today*, *yesterday*, *tonight*.
    private func deicticDay(_ index: Int) -> Phrase? {
        guard has(index, .dayWord) else { return nil }
        let code = word(index).value
        if code == 11, !isOvernight(index) { return nil }
        var phrase = Phrase(index..<index + 1, .deicticDay, .offset(code < 10 ? code : 0, .day, isFromMention: false))
        if code >= 10 { phrase.time = TimeOfDay(part: .night) }
        phrase.isOvernight = code == 11
        return phrase
    }

    private func isOvernight(_ index: Int) -> Bool {
        !has(index + 1, .hyphen) && !isWord(index + 1, PhraseParser.overnightNouns)
    }

    /// *the day before yesterday*, *the day after tomorrow*, *the day before last Tuesday*.
    private func dayAround(_ index: Int) -> Phrase? {
        let next = has(index, .the) ? index + 1 : index
        guard isUnit(next, .day), has(next + 1, .from), !isWord(next + 1, PhraseParser.fromWords) else { return nil }
        let step = word(next + 1).value
        guard has(next + 2, [.dayWord, .direction, .weekday, .month, .holiday, .number]),
            let base = deicticDay(next + 2) ?? directedName(next + 2) ?? namedDate(next + 2), base.meaning.isDay,
            base.time == nil
        else { return nil }
        return Phrase(index..<base.end, .lengthAround, .relative(Length(1, .day), step < 0 ? -1 : 1, base.meaning))
    }

    /// *last Friday*, *next March*, *this summer*, *the previous Friday*, *this coming Sunday, March 8*.
    func directedName(_ index: Int) -> Phrase? {
        var next = index
        if has(next, .the) { next += 1 }
        guard has(next, .direction), var direction = Direction(rawValue: word(next).direction) else { return nil }
        next += 1
        if has(next, .direction), let second = Direction(rawValue: word(next).direction), direction == .this {
            direction = second == .past ? .last : second == .coming ? .next : second
            next += 1
        }
        if let feast = feastPiece(next) {
            return Phrase(index..<feast.end, .holiday, .holiday(feast.feast, CalendarFields(), direction))
        }
        guard has(next, [.weekday, .month, .season]), !word(next).isPlural else { return nil }
        if isWord(next, PhraseParser.modals), !isCapitalized(next), !isLenient || isLetter(next + 1) { return nil }
        if has(next, .season), let season = Season(rawValue: word(next).value) {
            var fields = CalendarFields()
            fields.season = season
            if has(next + 1, .of), let year = yearPiece(next + 2, needsContext: false) {
                apply(year, to: &fields)
                return Phrase(index..<year.end, .season, .calendar(fields))
            }
            return Phrase(index..<next + 1, .directedName, .directed(direction, fields))
        }
        guard let piece = calendarPiece(next) else { return nil }
        let isDated = piece.fields.year != nil || piece.fields.day != nil && piece.fields.month != nil
        let meaning: TimeMeaning = isDated ? .calendar(piece.fields) : .directed(direction, piece.fields)
        var phrase = Phrase(index..<piece.end, .directedName, meaning)
        if has(next, .weekday), has(piece.end, [.of, .in, .comma]) || has(piece.end, .direction), !isDated {
            attachWeek(&phrase)
        }
        return phrase
    }

    /// *Friday of next week*, *Tuesday last week*.
    private func attachWeek(_ phrase: inout Phrase) {
        guard case .calendar(let fields) = phrase.meaning, let weekday = fields.weekday, fields.day == nil else {
            return
        }
        var next = phrase.end
        if has(next, .of) { next += 1 }
        if has(next, .the) { next += 1 }
        guard has(next, .direction), let direction = Direction(rawValue: word(next).direction), isUnit(next + 1, .week)
        else { return }
        phrase.meaning = .nth(
            1,
            .day,
            weekday: weekday,
            of: .offset(direction.step, .week, isFromMention: direction.isFromMention)
        )
        phrase.end = next + 2
    }

    /// A date by name or digits, with its determiner.
    func namedDate(_ index: Int) -> Phrase? {
        var next = index
        if has(next, [.the, .article, .possessive]) { next += 1 }
        let hasDeterminer = next > index
        if let feast = feastPiece(index) ?? (hasDeterminer ? feastPiece(next) : nil) {
            var fields = CalendarFields()
            var end = feast.end
            let year =
                has(end, .of) || has(end, .in) || has(end, .comma)
                ? yearOf(end, of: true) : yearPiece(end, needsContext: false) ?? relativeYear(end)
            if let year {
                apply(year, to: &fields)
                end = year.end
            }
            return Phrase(
                (feastPiece(index) == nil && !has(index, .the) ? next : index)..<end,
                .holiday,
                .holiday(feast.feast, fields, nil)
            )
        }
        if has(index, .article) {
            guard has(next, [.weekday, .season]), let piece = namePiece(next) ?? calendarPiece(next) else { return nil }
            return Phrase(index..<piece.end, piece.rule, .calendar(piece.fields))
        }
        if has(next, .number) || has(next, .month) || has(next, .weekday) || has(next, .ordinal)
            || has(next, .cardinal), let piece = calendarPiece(next)
        {
            guard !hasDeterminer || has(index, .the) && (piece.rule == .dayMonth || piece.rule == .dayMonthYear) else {
                return hasDeterminer ? nil : nil
            }
            var phrase = Phrase(index..<piece.end, piece.rule, .calendar(piece.fields))
            attachWeek(&phrase)
            return phrase
        }
        if let piece = namePiece(next) {
            // A determiner belongs to the noun behind an adjective such as *third-quarter*.
            let isAdjective =
                piece.fields.quarter != nil && has(piece.end - 2, .hyphen)
                || has(piece.end, .hyphen) && !isSpaced(piece.end)
            let start = isAdjective || has(index, .possessive) ? next : index
            guard start == index else { return nil }
            return Phrase(start..<piece.end, piece.rule, .calendar(piece.fields))
        }
        if hasDeterminer, isUnit(next, .year), let year = yearPiece(next + 1, needsContext: false) {
            return Phrase(index..<year.end, .year, calendar(year))
        }
        if hasDeterminer, isUnit(next, .month), has(next + 1, .of), let month = monthFirst(next + 2) {
            return Phrase(index..<month.end, .month, .calendar(month.fields))
        }
        if hasDeterminer, has(index, .the), let day = ordinalDay(next) {
            return Phrase(index..<day.end, .ordinalDay, .calendar(day.fields))
        }
        if !hasDeterminer, let year = yearPiece(index, needsContext: true) {
            return Phrase(index..<year.end, .year, calendar(year))
        }
        if hasDeterminer, has(index, .the), let year = yearPiece(next, needsContext: false), has(year.end, .period),
            word(year.end).value == 1
        {
            return Phrase(index..<year.end + 1, .financialPeriod, calendar(year))
        }
        return nil
    }

    func calendar(_ year: YearPiece) -> TimeMeaning {
        var fields = CalendarFields()
        apply(year, to: &fields)
        return .calendar(fields)
    }

    /// *20th* behind *the*, as a day of the month.
    private func ordinalDay(_ index: Int) -> CalendarPiece? {
        guard let digits = digits(index), digits.suffix == .ordinal, (1...31).contains(digits.value) else { return nil }
        let next = index + 1
        guard
            next >= sentence.upperBound || view.values[next].kind == .punctuation && !has(next, .hyphen)
                || has(next, [.until, .and, .at]) || isWord(next, PhraseParser.afterDay)
        else { return nil }
        guard has(index - 2, [.on, .until, .from, .and, .comma]) || isWord(index - 2, PhraseParser.dateContext) else {
            return nil
        }
        var fields = CalendarFields()
        fields.day = digits.value
        return CalendarPiece(fields: fields, end: next, rule: .ordinalDay)
    }

    static let overnightNouns = KnownWords("rate rates stay stays success delivery bag loan loans lending funds")
    static let fromWords = KnownWords("since following")
    static let afterDay = KnownWords("when the they we he she it i and but in for as is was will")
}
