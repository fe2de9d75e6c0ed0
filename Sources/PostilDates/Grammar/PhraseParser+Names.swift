import PostilCore

extension PhraseParser {
    /// A named time that is no plain date: a decade, century, quarter, half, season, feast or fiscal year.
    func namePiece(_ index: Int) -> CalendarPiece? {
        decadePiece(index) ?? weekPiece(index) ?? centuryPiece(index) ?? quarterPiece(index) ?? seasonPiece(index)
            ?? fiscalPiece(index)
    }

    /// *1980s*, *'80s*, *eighties*, *mid-1990s* without its prefix.
    func decadePiece(_ index: Int) -> CalendarPiece? {
        var fields = CalendarFields()
        if let digits = digits(index), digits.suffix == .plural {
            guard digits.value % 10 == 0 else { return nil }
            if digits.width == 4, (1000...2090).contains(digits.value) {
                if digits.value % 100 == 0, digits.value < 2000 {
                    fields.century = digits.value / 100
                } else {
                    fields.decade = digits.value / 10
                }
            } else if digits.width == 2 {
                guard digits.hasApostrophe || has(index - 1, [.the, .phase, .hyphen]) || isLenient else { return nil }
                fields.decade = (digits.value >= 20 ? 1900 + digits.value : 2000 + digits.value) / 10
            } else {
                return nil
            }
            return CalendarPiece(fields: fields, end: index + 1, rule: .decade)
        }
        if let digits = digits(index), digits.suffix == .none, digits.width == 4, digits.value % 10 == 0,
            has(index + 1, .possessiveMark), view.length(index + 1) >= 2, isWord(index - 1, PhraseParser.theWords)
        {
            fields.decade = digits.value / 10
            return CalendarPiece(fields: fields, end: index + 2, rule: .decade)
        }
        if has(index, .decade), has(index - 1, [.the, .phase, .hyphen, .cardinal]) {
            fields.decade = 190 + word(index).value
            if has(index - 1, .hyphen) == false, has(index - 1, .cardinal), word(index - 1).value < 20 { return nil }
            return CalendarPiece(fields: fields, end: index + 1, rule: .decade)
        }
        if has(index, .cardinal), (15...20).contains(word(index).value), has(index + 1, .decade) {
            fields.decade = word(index).value * 10 + word(index + 1).value
            return CalendarPiece(fields: fields, end: index + 2, rule: .decade)
        }
        return nil
    }

    /// *week 53*, *week 27 of 2017*, *week 7, 2014*.
    private func weekPiece(_ index: Int) -> CalendarPiece? {
        guard isUnit(index, .week), let number = digits(index + 1), number.suffix == .none,
            (1...53).contains(number.value),
            number.width <= 2, !has(index + 2, [.unit, .hyphen, .slash, .meridiem])
        else { return nil }
        var fields = CalendarFields()
        fields.week = number.value
        var end = index + 2
        if let year = yearOf(end, of: true) {
            apply(year, to: &fields)
            end = year.end
        }
        return CalendarPiece(fields: fields, end: end, rule: .weekNumber)
    }

    /// *20th century*, *nineteenth-century*, *third century BC*, *21st centuries*.
    private func centuryPiece(_ index: Int) -> CalendarPiece? {
        guard let number = ordinal(index), (1...30).contains(number.value) else { return nil }
        var next = number.end
        if has(next, .hyphen) { next += 1 }
        guard has(next, .unit), word(next).unit == .century else { return nil }
        var fields = CalendarFields()
        fields.century = number.value - 1
        next += 1
        if has(next, .era) {
            fields.isBeforeChrist = word(next).value < 0
            next += 1
        }
        return CalendarPiece(fields: fields, end: next, rule: .century)
    }

    /// *third quarter*, *Q3*, *second half*, each with its year.
    private func quarterPiece(_ index: Int) -> CalendarPiece? {
        var fields = CalendarFields()
        var next = index
        let rule: DateRule
        if has(next, .fiscal), !has(next, .number) {
            next += 1
            if has(next, .hyphen) { next += 1 }
        }
        if let year = gluedQuarter(next) { return year }
        if let code = halfCode(next) {
            fields.half = code
            next += 1
            rule = .half
        } else if let code = quarterCode(next) {
            fields.quarter = code
            next += 1
            rule = .quarter
        } else {
            guard let number = quarterOrdinal(next) else { return nil }
            next = number.end
            if has(next, .fiscal) { next += 1 }
            if has(next, .hyphen) { next += 1 }
            if isUnit(next, .quarter) {
                guard number.value >= 1 else { return nil }
                fields.quarter = number.value
                rule = .quarter
            } else {
                guard has(next, .half), number.value <= 2, number.value >= 1 || number.isLast else { return nil }
                // Only a half of a year: *the second half of the match* is none.
                guard has(next + 1, .of), isYearLike(next + 2) else { return nil }
                fields.half = number.isLast ? 2 : number.value
                rule = .half
            }
            next += 1
        }
        var end = next
        if has(next, .fiscal) { next += 1 }
        if let year = yearOf(next, of: true) {
            apply(year, to: &fields)
            end = year.end
        }
        return CalendarPiece(fields: fields, end: end, rule: rule)
    }

    /// *2018Q4*, *18q4* in one token.
    private func gluedQuarter(_ index: Int) -> CalendarPiece? {
        guard has(index, .clock), has(index, .number), let digit = digitsBeforeLetter(index) else { return nil }
        let offset = view.start(index) + digit.width
        let quarter = Int(byte(offset + 1)) - 0x30
        guard digit.width == 4 || digit.width == 2 && isLenient, byte(offset) | 0x20 == UInt8(ascii: "q"),
            offset + 2 == view.end(index), (1...4).contains(quarter)
        else { return nil }
        var fields = CalendarFields()
        fields.year = digit.width == 4 ? digit.value : 2000 + digit.value
        fields.quarter = quarter
        return CalendarPiece(fields: fields, end: index + 1, rule: .quarter)
    }

    private func digitsBeforeLetter(_ index: Int) -> (value: Int, width: Int)? {
        var offset = view.start(index)
        return readDigits(&offset)
    }

    /// The year behind *of*, *in* or nothing.
    func yearOf(_ index: Int, of takesBare: Bool) -> YearPiece? {
        var next = index
        var isLinked = false
        if has(next, [.of, .in, .comma]) {
            isLinked = true
            next += 1
        }
        if has(next, .the), has(next + 1, .number) == false, relativeYear(next) == nil, !has(next + 1, .fiscal) {
            return nil
        }
        if has(next, .fiscal) || has(next, .the) && has(next + 1, .fiscal) { return fiscalYear(next) }
        if let year = relativeYear(next) { return year }
        guard isLinked || takesBare else { return nil }
        return yearPiece(next, needsContext: false)
    }

    private func isYearLike(_ index: Int) -> Bool {
        yearOf(index, of: true) != nil || isUnit(index, .year)
            || has(index, [.the, .possessive]) && isUnit(index + 1, .year)
            || has(index, .the) && decadePiece(index + 1) != nil || has(index, .the) && centuryPiece(index + 1) != nil
            || decadePiece(index) != nil
    }

    private func quarterOrdinal(_ index: Int) -> (value: Int, isLast: Bool, end: Int)? {
        if let number = ordinal(index), (1...4).contains(number.value) { return (number.value, false, number.end) }
        if has(index, .direction), word(index).direction == Direction.last.rawValue { return (0, true, index + 1) }
        return nil
    }

    private func halfCode(_ index: Int) -> Int? {
        guard sentence.contains(index), view.length(index) == 2, byte(view.start(index)) | 0x20 == UInt8(ascii: "h"),
            isCapitalized(index) || isLenient
        else { return nil }
        let digit = Int(byte(view.start(index) + 1)) - 0x30
        return (1...2).contains(digit) ? digit : nil
    }

    private func quarterCode(_ index: Int) -> Int? {
        guard sentence.contains(index), view.length(index) == 2, byte(view.start(index)) | 0x20 == UInt8(ascii: "q")
        else { return nil }
        let digit = Int(byte(view.start(index) + 1)) - 0x30
        return (1...4).contains(digit) ? digit : nil
    }

    /// *spring of 1943*, *winter 2013*, *summer*.
    private func seasonPiece(_ index: Int) -> CalendarPiece? {
        guard has(index, .season), let season = Season(rawValue: word(index).value) else { return nil }
        if isCapitalized(index), isCapitalized(index + 1), isSpaced(index + 1), !has(index + 1, .of) { return nil }
        var fields = CalendarFields()
        fields.season = season
        if let year = yearOf(index + 1, of: true), !has(index + 1, .comma) || year.year != nil {
            apply(year, to: &fields)
            return CalendarPiece(fields: fields, end: year.end, rule: .season)
        }
        guard isSeasonContext(index) else { return nil }
        return CalendarPiece(fields: fields, end: index + 1, rule: .season)
    }

    /// Whether *fall*, *spring* or another season's word is no verb or name here.
    private func isSeasonContext(_ index: Int) -> Bool {
        let before = index - 1
        if has(before, [.direction, .phase, .every, .that, .fiscal]) { return true }
        if has(before, .hyphen) { return has(before - 1, .phase) }
        if isWord(index, PhraseParser.verbSeasons) {
            if has(before, .the) {
                return !has(index + 1, .of)
                    && (isWord(before - 1, PhraseParser.inWords) || has(before - 1, [.of, .phase]))
            }
            return isWord(before, PhraseParser.seasonPrepositions) && !isWord(index + 1, PhraseParser.verbObjects)
                || isLenient && sentence.count <= 2
        }
        return !isCapitalized(index) || has(before, [.in, .the, .of]) || index == sentence.lowerBound
    }

    /// *fiscal 1989*, *FY2014*, *the fiscal year 1989*, *fiscal year*.
    private func fiscalPiece(_ index: Int) -> CalendarPiece? {
        guard has(index, .fiscal), let year = fiscalYear(index) else { return nil }
        var fields = CalendarFields()
        apply(year, to: &fields)
        return CalendarPiece(fields: fields, end: year.end, rule: .fiscalYear)
    }

    private func fiscalYear(_ index: Int) -> YearPiece? {
        var next = has(index, .the) ? index + 1 : index
        guard has(next, .fiscal) else { return nil }
        next += 1
        if has(next, .hyphen) { next += 1 }
        let isNamed = isUnit(next, .year)
        if isNamed { next += 1 }
        if var year = yearPiece(next, needsContext: false) {
            year.isFiscal = true
            return year
        }
        return nil
    }

    /// The feast whose name starts at `index`.
    func feastPiece(_ index: Int) -> (feast: Int, end: Int)? {
        guard has(index, .holiday) else { return nil }
        guard let found = lexicon.holidays.longest({ hash(index + $0) }) else { return nil }
        // Names of feasts have capitals, at least at the start, unless the text has none at all.
        guard isCapitalized(index) || isLenient || found.count > 1 && !isWord(index, PhraseParser.theWords) else {
            return nil
        }
        if found.count == 1, has(index, [.month, .weekday, .year]) { return nil }
        return (found.feast, index + found.count)
    }

    static let verbSeasons = KnownWords("fall spring springs")
    static let seasonPrepositions = KnownWords("in by since until this last next every each of")
    static let verbObjects = KnownWords(
        "to from into in on for out apart behind short the off back down below through asleep line"
    )
    static let inWords = KnownWords("in during by until since through over before after of for")
    static let theWords = KnownWords("the")
}
