import PostilCore

/// Forms that commands and questions have and running text has not, or means otherwise.
extension PhraseParser {
    /// The expression of such a form at `index`.
    func assistantPhrase(_ index: Int) -> Phrase? {
        if let phrase = hourWithPart(index) ?? countedWeekdays(index) ?? dayOfUnit(index) ?? hourFraction(index) {
            return phrase
        }
        if let phrase = spokenTime(index) ?? bareDay(index) ?? periodEnd(index) ?? compactTime(index) { return phrase }
        return seasonUnit(index) ?? dayOfWeek(index) ?? nearestDay(index)
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
            let half = word(phrase.end).value
            phrase.time?.hour = hour.value % 12 + half
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

    func spokenHour(_ index: Int) -> (value: Int, end: Int)? {
        let meaning = word(index)
        guard meaning.has(.cardinal), (1...12).contains(meaning.value) else { return nil }
        return (meaning.value, index + 1)
    }

    /// *the 15*, *24th* behind *on*.
    private func bareDay(_ index: Int) -> Phrase? {
        let start = has(index, .the) ? index + 1 : index
        guard isWord(index - 1, PhraseParser.onWord) || start > index && sentence.count == 2,
            let day = digits(start), day.width <= 2,
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
        for (words, unit, modifier) in PhraseParser.periodEnds
        where isWord(start, words) && (shape(start) == .upper || modifier == .end) {
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
        guard isWord(index - 1, PhraseParser.timePrepositions) || has(index - 1, .part), var piece = spacedTime(index),
            !isQuantity(index), !has(piece.end, [.unit, .month, .hyphen, .slash])
        else { return nil }
        if let behind = partBehind(piece.end) {
            settle(&piece.time, by: behind.part)
            piece.end = behind.end
        }
        var phrase = Phrase(index..<piece.end, .twentyFourHourTime, .moment)
        phrase.time = piece.time
        let link = has(phrase.end, .on) ? phrase.end + 1 : phrase.end
        if let date = datePiece(link), date.meaning.isDay {
            phrase.meaning = date.meaning
            phrase.end = date.end
        }
        return phrase
    }

    /// *1030*, *730*, *3 15*: hour and minutes without a mark between them.
    func spacedTime(_ index: Int) -> ClockPiece? {
        guard let digits = digits(index), digits.suffix == .none else { return nil }
        var hour = digits.value / 100
        var minute = digits.value % 100
        var end = index + 1
        if digits.width <= 2 {
            guard let minutes = self.digits(end), minutes.suffix == .none, minutes.width == 2, minutes.value % 5 == 0
            else { return nil }
            hour = digits.value
            minute = minutes.value
            end += 1
        } else if digits.width > 4 || minute % 5 != 0 || digits.width == 3 && minute % 15 != 0 {
            return nil
        }
        guard minute < 60, hour < 24 else { return nil }
        var time = TimeOfDay(hour: hour, minute: minute)
        time.isTwelveHour = byte(view.start(index)) != 0x30 && (1...12).contains(hour)
        return ClockPiece(time: time, end: end, rule: .twentyFourHourTime)
    }

    private static let periodEnds: [(KnownWords, TimeUnit, TimeModifier)] = [
        (KnownWords("eod"), .day, .end), (KnownWords("eom"), .month, .end), (KnownWords("eoy"), .year, .end),
        (KnownWords("eow"), .week, .end),
        (KnownWords("bom"), .month, .start), (KnownWords("boy"), .year, .start),
    ]
    private static let zeroWords = KnownWords("zero oh o")
    private static let onWord = KnownWords("on")
    private static let timePrepositions = KnownWords(
        "at around about approximately approx by from until till between @"
    )
}
