import PostilCore

/// Fields read from tokens.
struct CalendarPiece {
    var fields: CalendarFields
    var end: Int
    var rule: DateRule
}

extension PhraseParser {
    /// A date of the calendar that starts at `index`: with a month's name, in digits, or a year.
    func calendarPiece(_ index: Int) -> CalendarPiece? {
        if let piece = weekdayDate(index) { return piece }
        if let piece = monthFirst(index) { return piece }
        if let piece = dayFirst(index) { return piece }
        if let piece = yearFirst(index) { return piece }
        if let piece = numericDate(index) { return piece }
        return nil
    }

    /// *Friday*, with its date where that follows: *Friday, 3 May*, *Friday the 13th*.
    private func weekdayDate(_ index: Int) -> CalendarPiece? {
        guard has(index, .weekday), !word(index).isPlural, allowsCommonWord(index) else { return nil }
        var fields = CalendarFields()
        fields.weekday = word(index).weekday
        var next = index + 1
        let bare = next
        if isAbbreviationPoint(next) { next += 1 }
        if has(next, .comma) { next += 1 }
        if has(next, .on) { next += 1 }
        if has(next, .the) { next += 1 }
        if !has(next, .weekday), let date = monthFirst(next) ?? dayFirst(next) ?? numericDate(next),
            date.fields.day != nil
        {
            var fields = date.fields
            fields.weekday = word(index).weekday
            return CalendarPiece(fields: fields, end: date.end, rule: .weekdayDate)
        }
        if let ordinal = ordinal(next), (1...31).contains(ordinal.value), digits(next) != nil || has(next - 1, .the),
            !has(ordinal.end, [.unit, .month]), digits(next) != nil || !isNoun(ordinal.end)
        {
            fields.day = ordinal.value
            return CalendarPiece(fields: fields, end: ordinal.end, rule: .weekdayDate)
        }
        return CalendarPiece(fields: fields, end: bare, rule: .weekday)
    }

    /// Whether a word without a meaning here follows, such as the noun that an ordinal counts.
    private func isNoun(_ index: Int) -> Bool {
        isLetter(index) && shape(index) == .lower && positions[index] == 0 && !isWord(index, PhraseParser.afterDay)
    }

    /// Whether a day that the month does not have stands before it: *31 June*, *29 February 2013*.
    private func isBehindImpossibleDay(_ index: Int) -> Bool {
        guard let day = digits(index - 1), day.width == 2, day.suffix != .plural, (29...31).contains(day.value),
            !has(index + 1, .number) || digits(index + 1)?.width == 4
        else { return false }
        return day.value > CivilDate.daysInMonth(word(index).month, of: digits(index + 1)?.value ?? 2000)
    }

    /// The year of *Sep-2012* and *August/10/2012*, behind the month or day.
    private func hyphenatedYear(_ index: Int) -> Int? {
        guard has(index, [.hyphen, .slash]), !isSpaced(index), !isSpaced(index + 1), let year = digits(index + 1),
            year.width == 4, year.suffix == .none, (1000...2200).contains(year.value)
        else { return nil }
        return year.value
    }

    /// Whether a month has such a day, in the year where one is known.
    private func exists(_ fields: CalendarFields) -> Bool {
        guard let month = fields.month, let day = fields.day else { return true }
        return day <= CivilDate.daysInMonth(month, of: fields.astronomicalYear ?? 2000)
    }

    /// *May 3, 2014*, *May 2014*, *May*.
    func monthFirst(_ index: Int) -> CalendarPiece? {
        guard has(index, .month), !isBehindImpossibleDay(index) else { return nil }
        var fields = CalendarFields()
        fields.month = word(index).month
        var next = index + 1
        let bare = next
        if isAbbreviationPoint(next) { next += 1 }
        if has(next, .the) { next += 1 }
        if has(next, [.hyphen, .slash]), !isSpaced(next), !isSpaced(next + 1), digits(next + 1) != nil { next += 1 }
        if let day = dayNumber(next), day.end == next + 1 || has(next - 1, .the) || !has(day.end, .unit),
            has(next - 1, .the) == false || digits(next) != nil || has(next, .ordinal)
        {
            fields.day = day.value
            if has(bare, [.hyphen, .slash]), let year = hyphenatedYear(day.end) {
                fields.year = year
                return exists(fields) ? CalendarPiece(fields: fields, end: day.end + 2, rule: .monthDayYear) : nil
            }
            if let year = yearBehind(day.end, width: 4) ?? linkedYear(day.end) {
                apply(year, to: &fields)
                return exists(fields) ? CalendarPiece(fields: fields, end: year.end, rule: .monthDayYear) : nil
            }
            return exists(fields) ? CalendarPiece(fields: fields, end: day.end, rule: .monthDay) : nil
        }
        if let year = hyphenatedYear(bare) {
            fields.year = year
            return CalendarPiece(fields: fields, end: bare + 2, rule: .monthYear)
        }
        if let year = monthYear(bare) {
            apply(year, to: &fields)
            return CalendarPiece(fields: fields, end: year.end, rule: .monthYear)
        }
        guard allowsCommonWord(index), !isFirstName(index) else { return nil }
        return CalendarPiece(fields: fields, end: bare, rule: .month)
    }

    /// The year behind a month: *2014*, *, 2014*, *of 2014*, *last year*, *of that year*, *'98*.
    private func monthYear(_ index: Int) -> YearPiece? {
        if let year = yearBehind(index, width: 2) { return year }
        let start = has(index, .of) || has(index, .in) && has(index + 1, [.direction, .that, .the]) ? index + 1 : index
        return relativeYear(start) ?? (has(index, .of) ? yearPiece(index + 1, needsContext: false) : nil)
    }

    /// Whether a month's name is a person's: *April O'Dell*, *August Strindberg*.
    private func isFirstName(_ index: Int) -> Bool {
        guard isCapitalized(index), shape(index) != .upper, isCapitalized(index + 1), isSpaced(index + 1) else {
            return false
        }
        return !isWord(index - 1, PhraseParser.dateContext) && !has(index - 1, [.phase, .direction, .until, .number])
            && !has(index + 1, [.month, .weekday, .season, .era, .direction, .holiday])
    }

    /// *3 May 2014*, *3rd of May*, *the 3rd of May*; none where the month has no such day.
    private func dayFirst(_ index: Int) -> CalendarPiece? {
        dayMonth(index).flatMap { exists($0.fields) ? $0 : nil }
    }

    private func dayMonth(_ index: Int) -> CalendarPiece? {
        if let glued = gluedDay(index) { return glued }
        guard let day = dayNumber(index) else { return nil }
        var next = day.end
        if has(next, [.hyphen, .slash]) && !isSpaced(next) && !isSpaced(next + 1) { next += 1 }
        if has(next, .of) { next += 1 }
        guard has(next, .month) else { return nil }
        if isWord(next, PhraseParser.modals), !isCapitalized(next), !isLenient { return nil }
        var fields = CalendarFields()
        fields.day = day.value
        fields.month = word(next).month
        next += 1
        let monthEnd = next
        if isAbbreviationPoint(next) { next += 1 }
        if let year = yearBehind(next, width: 2) {
            apply(year, to: &fields)
            return CalendarPiece(fields: fields, end: year.end, rule: .dayMonthYear)
        }
        if let year = linkedYear(next) {
            apply(year, to: &fields)
            return CalendarPiece(fields: fields, end: year.end, rule: .dayMonthYear)
        }
        if has(day.end, [.hyphen, .slash]), has(next, [.hyphen, .slash]), !isSpaced(next), let year = digits(next + 1),
            year.width == 4 || year.width == 2
        {
            fields.year = fullYear(year)
            return CalendarPiece(fields: fields, end: next + 2, rule: .dayMonthYear)
        }
        if has(next, .of), let year = relativeYear(next + 1) {
            apply(year, to: &fields)
            return CalendarPiece(fields: fields, end: year.end, rule: .dayMonthYear)
        }
        if let year = relativeYear(next), !has(next, .the) {
            apply(year, to: &fields)
            return CalendarPiece(fields: fields, end: year.end, rule: .dayMonthYear)
        }
        return CalendarPiece(fields: fields, end: monthEnd, rule: .dayMonth)
    }

    /// A year of four digits behind *of* or *in*: *4 July of 1995*.
    private func linkedYear(_ index: Int) -> YearPiece? {
        guard has(index, [.of, .in]), let year = digits(index + 1), year.width == 4, year.suffix == .none else {
            return nil
        }
        return yearPiece(index + 1, needsContext: false)
    }

    /// *2019-Aug-01*, *2019/aug/1*: the year first.
    func yearFirst(_ index: Int) -> CalendarPiece? {
        guard let year = digits(index), year.width == 4, year.suffix == .none, has(index + 1, [.hyphen, .slash]),
            has(index + 2, .month), has(index + 3, [.hyphen, .slash]), !isSpaced(index + 1), !isSpaced(index + 2),
            !isSpaced(index + 3), let day = digits(index + 4), (1...31).contains(day.value), day.width <= 2
        else { return nil }
        var fields = CalendarFields()
        fields.year = year.value
        fields.month = word(index + 2).month
        fields.day = day.value
        return CalendarPiece(fields: fields, end: index + 5, rule: .dayMonthYear)
    }

    /// Whether a point ends an abbreviation and the date goes on behind it.
    private func isAbbreviationPoint(_ index: Int) -> Bool {
        has(index, .point) && !isSpaced(index) && view.length(index - 1) <= 4
            && has(index + 1, [.number, .ordinal, .the])
    }

    /// *26nov* in one token.
    private func gluedDay(_ index: Int) -> CalendarPiece? {
        guard has(index, .clock), has(index, .number) else { return nil }
        var offset = view.start(index)
        var value = 0
        while isDigit(offset), value < 100 {
            value = value * 10 + Int(byte(offset) & 15)
            offset += 1
        }
        guard (1...31).contains(value), offset < view.end(index) else { return nil }
        let rest = UnsafeBufferPointer(rebasing: view.bytes[offset..<view.end(index)])
        let meaning = lexicon[LowercaseHash(folding: rest)]
        guard meaning.has(.month) else { return nil }
        var fields = CalendarFields()
        fields.day = value
        fields.month = meaning.month
        if let year = yearBehind(index + 1, width: 2) {
            apply(year, to: &fields)
            return CalendarPiece(fields: fields, end: year.end, rule: .dayMonthYear)
        }
        return CalendarPiece(fields: fields, end: index + 1, rule: .dayMonth)
    }

    /// A number that can be a day of a month.
    func dayNumber(_ index: Int) -> (value: Int, end: Int)? {
        if let digits = digits(index), digits.suffix != .plural, digits.width <= 2, !digits.hasApostrophe {
            guard (1...31).contains(digits.value) else { return nil }
            // *May 5 p.m.* and *May 5:30* are times.
            if has(index + 1, [.meridiem, .oclock]) { return nil }
            return (digits.value, index + 1)
        }
        if let ordinal = ordinal(index), (1...31).contains(ordinal.value) { return ordinal }
        return nil
    }

    /// Whether a word that is a common one too is meant as a date here.
    func allowsCommonWord(_ index: Int) -> Bool {
        guard has(index, .common) else { return true }
        let previous = index - 1
        if isWord(index, PhraseParser.modals) {
            if !isCapitalized(index) {
                return isLenient && sentence.count == 1
                    || isLenient && isWord(previous, PhraseParser.untilWords)
                        && (!isLetter(index + 1) || positions[index + 1] != 0)
                        && !has(index + 1, .or)
            }
            if has(previous, [.phase, .direction, .every, .until, .hyphen]) { return true }
            if isLenient, has(index + 1, .in), has(index + 2, [.article, .cardinal, .number]) { return true }
            if isWord(previous, PhraseParser.dateContext) { return true }
            if has(index + 1, [.comma, .point, .until, .hyphen]) && index > sentence.lowerBound
                && !isWord(previous, PhraseParser.titles)
            {
                return !isCapitalized(previous) || has(previous, [.month, .and, .until])
            }
            if has(previous, [.the, .article]), isLetter(index + 1), shape(index + 1) == .lower,
                !isWord(index + 1, PhraseParser.eventLinks)
            {
                return true
            }
            return has(previous, [.and, .or, .comma]) && has(previous - 1, [.month, .number])
                || sentence.count == 1
        }
        if word(index).weekday != 0 {
            if shape(index) == .lower {
                return isWord(previous, PhraseParser.dateContext) || has(previous, [.direction, .every])
                    || has(index + 1, [.part, .number, .comma]) && isLenient || isLenient && sentence.count <= 3
            }
            if has(previous, [.number, .month, .direction, .every, .part, .on, .until, .phase]) { return true }
            if has(previous, .comma), has(previous - 1, [.number, .month, .weekday, .clock]) { return true }
            if isCapitalized(index + 1), !has(index + 1, [.month, .part]) { return false }
            if has(index + 1, .possessiveMark) { return false }
            return isWord(previous, PhraseParser.dayContext) || has(index + 1, [.number, .part])
                || has(index + 1, .comma) && has(index + 2, [.number, .month, .clock])
        }
        if has(previous, [.direction, .every, .phase, .until]) || has(index + 1, [.number, .hyphen]) || isLenient {
            return true
        }
        if isCapitalized(index + 1), !has(index + 1, [.month, .weekday]) { return false }
        return shape(index) != .lower && (isWord(previous, PhraseParser.dateContext) || has(previous, [.and, .comma]))
    }

    static let dayContext = KnownWords("on by until till this last next every each before after since")
    static let eventLinks = KnownWords("to for of on in against through from by at and")
    static let modals = KnownWords("may march mar")
    static let untilWords = KnownWords(
        "in until till since by from to during of this last next every early late mid before after"
    )
    static let dateContext = KnownWords(
        "in on by since until till from to during of this last next every each early late mid before after through between around about and through coming previous following"
    )
    static let titles = KnownWords("mr. mrs. ms. mr mrs ms dr. dr theresa brian")
}
