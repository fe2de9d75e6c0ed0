import PostilCore

/// Forms that commands and questions have and running text has not, or means otherwise.
extension PhraseParser {
    /// The expression of such a form at `index`.
    func assistantPhrase(_ index: Int) -> Phrase? {
        hourWithPart(index) ?? countedWeekdays(index) ?? dayOfUnit(index) ?? fraction(index) ?? spokenTime(index)
            ?? bareDay(index) ?? periodEnd(index) ?? compactTime(index)
    }

    /// *8 tonight*, *nine tomorrow morning*: a bare hour before a day with a part.
    private func hourWithPart(_ index: Int) -> Phrase? {
        guard let hour = cardinal(index), (1...12).contains(hour.value), !hour.hasHalf,
            has(hour.end, [.dayWord, .direction, .weekday]), var date = datePiece(hour.end), date.meaning.isDay
        else { return nil }
        attachTime(&date)
        guard let part = date.time?.part, date.time?.hour == nil else { return nil }
        var time = TimeOfDay(hour: hour.value)
        time.isTwelveHour = true
        settle(&time, by: part)
        var phrase = Phrase(index..<date.end, .dateAndTime, date.meaning)
        phrase.time = time
        return phrase
    }

    /// *three Fridays from now*, *2 thursdays ago*.
    private func countedWeekdays(_ index: Int) -> Phrase? {
        guard let count = cardinal(index), (1...60).contains(count.value), !count.hasHalf, has(count.end, .weekday)
        else {
            return nil
        }
        let weekday = word(count.end).weekday
        let next = count.end + 1
        if has(next, .from), has(next + 1, [.reference, .dayWord]) {
            return Phrase(index..<next + 2, .lengthAgo, .counted(count.value, weekday: weekday))
        }
        guard has(next, .ago), isWord(next, PhraseParser.agoWords) else { return nil }
        return Phrase(index..<next + 1, .lengthAgo, .counted(-count.value, weekday: weekday))
    }

    /// *20 of next month*, *the 20th of the previous month*.
    private func dayOfUnit(_ index: Int) -> Phrase? {
        let start = has(index, .the) ? index + 1 : index
        guard let day = dayNumber(start) else { return nil }
        var next = day.end
        if isUnit(next, .day) { next += 1 }
        guard has(next, .of), let unit = unitPhrase(next + 1), case .offset(_, .month, _) = unit.meaning else {
            return nil
        }
        return Phrase(index..<unit.end, .nthUnit, .nth(day.value, .day, weekday: 0, of: unit.meaning))
    }

    /// *1/2 hour*, *3/4 h*, *three-quarters of an hour*, *a quarter hour*.
    private func fraction(_ index: Int) -> Phrase? {
        var next = index
        let quarters: Int
        if has(next, .number), view.length(next) == 3, byte(view.start(next) + 1) == UInt8(ascii: "/") {
            switch (byte(view.start(next)), byte(view.start(next) + 2)) {
            case (UInt8(ascii: "1"), UInt8(ascii: "2")): quarters = 2
            case (UInt8(ascii: "1"), UInt8(ascii: "4")): quarters = 1
            case (UInt8(ascii: "3"), UInt8(ascii: "4")): quarters = 3
            default: return nil
            }
            next += 1
        } else {
            if has(next, .article) { next += 1 }
            var count = 1
            if has(next, .cardinal), (1...3).contains(word(next).value), word(next).unit == nil {
                count = word(next).value
                next += has(next + 1, .hyphen) ? 2 : 1
            }
            guard has(next, .unit), word(next).unit == .quarter else { return nil }
            quarters = count
            next += 1
        }
        if has(next, .of) { next += 1 }
        if has(next, .article) { next += 1 }
        guard isUnit(next, .hour) || isWord(next, PhraseParser.hourLetter) else { return nil }
        var phrase = Phrase(index..<next + 1, .length, .duration(Length(quarters * 15, .minute)))
        if isWord(index - 1, PhraseParser.inWord) {
            phrase.meaning = .shifted(Length(quarters * 15, .minute), 1, isFromMention: false)
            phrase.rule = .lengthAgo
        }
        return phrase
    }

    /// *ten thirty*, *twelve zero three*.
    private func spokenTime(_ index: Int) -> Phrase? {
        guard digits(index) == nil, let hour = spokenHour(index) else { return nil }
        var next = hour.end
        if has(next, .hyphen) { next += 1 }
        let minute: (value: Int, end: Int)
        if isWord(next, PhraseParser.zeroWords) {
            if has(next + 1, .hyphen) { next += 1 }
            guard let ones = spokenCardinal(next + 1), ones.value < 10 else { return nil }
            minute = ones
        } else {
            guard let minutes = spokenCardinal(next), (10...59).contains(minutes.value) else { return nil }
            minute = minutes
        }
        guard !has(minute.end, [.unit, .magnitude, .month, .weekday, .hyphen]) else { return nil }
        var phrase = Phrase(index..<minute.end, .spokenTime, .moment)
        phrase.time = TimeOfDay(hour: hour.value, minute: minute.value)
        phrase.time?.isTwelveHour = true
        if has(phrase.end, .meridiem) {
            phrase.time?.hour = hour.value % 12 + word(phrase.end).value
            phrase.time?.isTwelveHour = false
            phrase.end = endOfAbbreviation(phrase.end)
        }
        let link = has(phrase.end, .on) ? phrase.end + 1 : phrase.end
        if let date = datePiece(link), date.meaning.isDay {
            phrase.meaning = date.meaning
            phrase.end = date.end
        } else if phrase.time?.isTwelveHour == true, !isWord(index - 1, PhraseParser.timePrepositions) {
            // *three twenty* alone is as well a price or a number.
            guard minute.value % 15 == 0 || isWord(minute.end - 2, PhraseParser.zeroWords),
                phrase.end >= sentence.upperBound
            else { return nil }
        }
        return phrase
    }

    private func spokenHour(_ index: Int) -> (value: Int, end: Int)? {
        let meaning = word(index)
        guard meaning.has(.cardinal), (1...12).contains(meaning.value) else { return nil }
        return (meaning.value, index + 1)
    }

    /// *the 15*, *24th* behind *on*.
    private func bareDay(_ index: Int) -> Phrase? {
        let start = has(index, .the) ? index + 1 : index
        guard isWord(index - 1, PhraseParser.onWord), let day = digits(start), day.width <= 2,
            (1...31).contains(day.value),
            day.suffix == .ordinal || start > index && day.suffix == .none,
            !has(start + 1, [.unit, .month, .of, .hyphen, .slash, .meridiem, .weekday])
        else { return nil }
        var fields = CalendarFields()
        fields.day = day.value
        return Phrase(index..<start + 1, .ordinalDay, .calendar(fields))
    }

    /// *EOM*, *the end of year*, *beginning of month*.
    private func periodEnd(_ index: Int) -> Phrase? {
        let start = has(index, .the) ? index + 1 : index
        for (words, unit, modifier) in PhraseParser.periodEnds where isWord(start, words) {
            var phrase = Phrase(index..<start + 1, .edge, .offset(0, unit, isFromMention: false))
            phrase.modifier = modifier
            return phrase
        }
        guard has(start, .edge), let modifier = PhraseParser.edges[word(start).edge], has(start + 1, .of),
            let unit = word(start + 2).unit, [.week, .month, .year].contains(unit), !word(start + 2).isPlural
        else { return nil }
        var phrase = Phrase(index..<start + 3, .edge, .offset(0, unit, isFromMention: false))
        phrase.modifier = modifier
        return phrase
    }

    /// *1030* behind *at* or *around*.
    private func compactTime(_ index: Int) -> Phrase? {
        guard isWord(index - 1, PhraseParser.timePrepositions), let digits = digits(index),
            digits.width == 4,
            digits.suffix == .none, digits.value % 100 < 60, digits.value % 5 == 0, digits.value / 100 < 24,
            !isQuantity(index),
            !has(index + 1, .unit)
        else { return nil }
        var phrase = Phrase(index..<index + 1, .twentyFourHourTime, .moment)
        phrase.time = TimeOfDay(hour: digits.value / 100, minute: digits.value % 100)
        phrase.time?.isTwelveHour = byte(view.start(index)) != 0x30 && digits.value / 100 <= 12
        let link = has(phrase.end, .on) ? phrase.end + 1 : phrase.end
        if let date = datePiece(link), date.meaning.isDay {
            phrase.meaning = date.meaning
            phrase.end = date.end
        }
        return phrase
    }

    private static let periodEnds: [(KnownWords, TimeUnit, TimeModifier)] = [
        (KnownWords("eod"), .day, .end), (KnownWords("eom"), .month, .end), (KnownWords("eoy"), .year, .end),
        (KnownWords("eow"), .week, .end),
        (KnownWords("bom"), .month, .start), (KnownWords("boy"), .year, .start),
    ]
    private static let hourLetter = KnownWords("h hr")
    private static let zeroWords = KnownWords("zero oh o")
    private static let onWord = KnownWords("on")
    private static let timePrepositions = KnownWords("at around about by from until till between @")
}
