import PostilCore

extension PhraseParser {
    /// A recurrence: *every Monday*, *daily*, *twice a week*, *weekends*.
    func recurrencePhrase(_ index: Int) -> Phrase? {
        if has(index, .setWord), !has(index + 1, .hyphen), !has(index - 1, .hyphen) {
            let entry = WordList.sets[min(word(index).value, WordList.sets.count - 1)]
            var phrase = recurring(index, index + 1, entry.0)
            if entry.0 == "P3M" { phrase.audience = [.narrative, .assistant] }
            return phrase
        }
        if has(index, .every), word(index).value == 1 { return every(index) }
        if isWord(index, PhraseParser.weekdaysWord) {
            return recurring(index, index + 1, "XXXX-WXX-WD", rule: .recurringDay)
        }
        if let plural = pluralDay(index) { return plural }
        return frequency(index)
    }

    private func recurring(
        _ start: Int,
        _ end: Int,
        _ value: String,
        _ quantifier: String? = nil,
        _ frequency: String? = nil,
        rule: DateRule = .recurrence
    ) -> Phrase {
        Phrase(start..<end, rule, .recurring(Recurrence(value: value, quantifier: quantifier, frequency: frequency)))
    }

    /// *every day*, *each July*, *every two weeks*, *every other Monday*, *every Friday night*.
    private func every(_ index: Int) -> Phrase? {
        let quantifier = isWord(index, PhraseParser.eachWord) ? "EACH" : "EVERY"
        var next = index + 1
        var count = 1
        if isWord(index, PhraseParser.allWord) {
            guard has(next, [.unit, .part]), !word(next).isPlural,
                let unit = word(next).unit ?? (part(next) == nil ? nil : .day), unit <= .week || unit == .year
            else { return nil }
            return Phrase(index..<next + 1, .length, .duration(Length(1, unit)))
        }
        if isWord(next, PhraseParser.otherWord) {
            count = 2
            next += 1
        } else if has(next, .whole), !has(next, .direction) {
            next += 1
        }
        if count == 1, let number = cardinal(next), has(number.end, .unit), word(number.end).unit != nil {
            guard let unit = word(number.end).unit else { return nil }
            return recurring(index, number.end + 1, Length(number.value, unit).timexText, quantifier)
        }
        if let ordinal = ordinal(next), has(ordinal.end, [.unit, .weekday]) {
            if let unit = word(ordinal.end).unit {
                return recurring(index, ordinal.end + 1, Length(ordinal.value, unit).timexText, quantifier)
            }
            return recurring(index, ordinal.end + 1, "XXXX-WXX-\(word(ordinal.end).weekday)", quantifier)
        }
        if isWord(next, PhraseParser.weekdayWord) { return recurring(index, next + 1, "XXXX-WXX-WD", quantifier) }
        if has(next, .weekend) { return recurring(index, next + 1, "XXXX-WXX-WE", quantifier) }
        if has(next, .unit), let unit = word(next).unit, !has(next, .common) || unit != .second {
            guard !word(next).isPlural else { return nil }
            return recurring(index, next + 1, Length(count, unit).timexText, quantifier)
        }
        if has(next, .weekday), var phrase = weekdays(index, next) {
            if case .recurring(var value) = phrase.meaning {
                value.quantifier = quantifier
                phrase.meaning = .recurring(value)
            }
            return phrase
        }
        if has(next, .month), isCapitalized(next) || !has(next, .common) {
            let month = word(next).month
            if let day = dayNumber(next + 1) {
                return recurring(index, day.end, "XXXX-\(padded(month, 2))-\(padded(day.value, 2))", quantifier)
            }
            return recurring(index, next + 1, "XXXX-\(padded(month, 2))", quantifier)
        }
        if has(next, .season), let season = Season(rawValue: word(next).value) {
            return recurring(index, next + 1, "XXXX-\(season.code)", quantifier)
        }
        if let part = part(next), !word(next).isPlural {
            return recurring(index, next + 1, "XXXX-XX-XXT\(part.code)", quantifier)
        }
        if let feast = feastPiece(next), case .fixed(let month, let day) = lexicon.holidays.feasts[feast.feast].feast {
            return recurring(index, feast.end, "XXXX-\(padded(month, 2))-\(padded(day, 2))", quantifier)
        }
        return nil
    }

    private func weekdays(_ start: Int, _ index: Int) -> Phrase? {
        var value = "XXXX-WXX-\(word(index).weekday)"
        var end = index + 1
        if let part = part(end) {
            value += "T" + part.code
            end += 1
        }
        if has(end, .at), let clock = clockPiece(end + 1) {
            value += clock.time.timexText
            end = clock.end
        }
        return recurring(start, end, value)
    }

    /// *Mondays*, *Tuesday nights*, *weekends*, *mornings*.
    private func pluralDay(_ index: Int) -> Phrase? {
        if has(index, .weekday), word(index).isPlural || part(index + 1) != nil && word(index + 1).isPlural {
            guard isCapitalized(index) || isLenient else { return nil }
            var phrase = weekdays(index, index)
            phrase?.rule = .recurringDay
            return phrase
        }
        if has(index, .weekend), word(index).isPlural, !has(index - 1, [.cardinal, .number, .vague]) {
            return recurring(index, index + 1, "XXXX-WXX-WE", rule: .recurringDay)
        }
        if let part = part(index), word(index).isPlural {
            return recurring(index, index + 1, "XXXX-XX-XXT\(part.code)", rule: .recurringDay)
        }
        return nil
    }

    /// *twice a week*, *three times a day*, *once every two weeks*.
    private func frequency(_ index: Int) -> Phrase? {
        var next = index
        let count: Int
        if has(next, .times), word(next).value > 0 {
            count = word(next).value
            next += 1
        } else {
            guard let number = cardinal(next), has(number.end, .times), isWord(number.end, PhraseParser.timesWord),
                !number.hasHalf
            else { return nil }
            count = number.value
            next = number.end + 1
        }
        if has(next, .every), let base = every(next), case .recurring(var value) = base.meaning {
            value.frequency = "\(count)X"
            return Phrase(index..<base.end, .frequency, .recurring(value))
        }
        guard has(next, [.article, .per]), has(next + 1, .unit), let unit = word(next + 1).unit,
            !word(next + 1).isPlural
        else { return nil }
        return recurring(index, next + 2, Length(1, unit).timexText, nil, "\(count)X", rule: .frequency)
    }

    static let weekdayWord = KnownWords("weekday workday")
    static let weekdaysWord = KnownWords("weekdays workdays")
    static let eachWord = KnownWords("each")
    static let allWord = KnownWords("all")
    static let otherWord = KnownWords("other alternate")
    static let timesWord = KnownWords("times")
}
