import PostilCore

extension PhraseParser {
    /// The longest temporal expression that starts at `index`.
    func phrase(_ index: Int) -> Phrase? {
        var best: Phrase?
        func consider(_ phrase: Phrase?) {
            guard let phrase, phrase.end > best?.end ?? 0 else { return }
            best = phrase
        }
        consider(financialPhrase(index))
        consider(recurrencePhrase(index))
        consider(edgePhrase(index))
        consider(ordinalPhrase(index))
        consider(datedPhrase(index))
        consider(lengthPhrase(index))
        consider(referencePhrase(index))
        consider(boundedDate(index))
        if isLenient { consider(assistantPhrase(index)) }
        consider(namedSeason(index))
        if isCasual { consider(numberedUnit(index)) }
        if isCasual, best == nil { consider(bareUnit(index)) }
        // A length before a day's end may have a time of day: *two days ago at noon*.
        if var phrase = best, case .shifted(let length, _, _) = phrase.meaning, length.unit >= .day, phrase.time == nil
        {
            attachTime(&phrase, isForced: length.unit <= .week)
            best = phrase
        }
        if isLenient, var phrase = best {
            attachSurroundings(&phrase)
            return phrase
        }
        return best
    }

    /// Everything that can be read at `index`, for explanations.
    func candidates(_ index: Int) -> [Phrase] {
        [
            financialPhrase(index), recurrencePhrase(index), edgePhrase(index), ordinalPhrase(index),
            datedPhrase(index),
            lengthPhrase(index), referencePhrase(index), boundedDate(index), namedSeason(index),
        ].compactMap { $0 }
    }

    /// *about 1990*, *around 7:15 p.m.*
    private func boundedDate(_ index: Int) -> Phrase? {
        guard has(index, [.approximator, .bound]), let bound = boundPrefix(index), bound.modifier == .approximate,
            var inner = [ordinalPhrase(bound.end), datedPhrase(bound.end), edgePhrase(bound.end)].compactMap({ $0 })
                .max(by: { $0.end < $1.end })
        else { return nil }
        if case .calendar(let fields) = inner.meaning, fields.weekday != nil, fields.day == nil { return nil }
        if isWord(index, PhraseParser.loose), case .moment = inner.meaning {
        } else if isWord(index, PhraseParser.loose) {
            return nil
        }
        inner.start = index
        inner.modifier = inner.modifier ?? .approximate
        return inner
    }

    /// *Spring* in *the Spring Offensive*: the season alone.
    private func namedSeason(_ index: Int) -> Phrase? {
        guard has(index, .season), let season = Season(rawValue: word(index).value), isCapitalized(index),
            isCapitalized(index + 1)
        else { return nil }
        var fields = CalendarFields()
        fields.season = season
        var phrase = Phrase(index..<index + 1, .season, .calendar(fields))
        phrase.audience = .narrative
        return phrase
    }

    /// *1st year*, *day 3*, *third day* in a short message.
    private func numberedUnit(_ index: Int) -> Phrase? {
        let start = has(index, .the) ? index + 1 : index
        if let ordinal = ordinal(start), !has(ordinal.end, .common), let unit = word(ordinal.end).unit, unit >= .day,
            unit <= .year, !word(ordinal.end).isPlural
        {
            return Phrase(index..<ordinal.end + 1, .nthUnit, .duration(Length(1, unit)))
        }
        if let unit = word(index).unit, [.day, .week, .year].contains(unit), !word(index).isPlural,
            let number = digits(index + 1), number.suffix == .none, number.width <= 2
        {
            return Phrase(index..<index + 2, .nthUnit, .duration(Length(1, unit)))
        }
        return nil
    }

    /// A unit, part of the day or season by itself, as short messages have them.
    private func bareUnit(_ index: Int) -> Phrase? {
        if let unit = word(index).unit, [.day, .week, .weekend, .month, .year].contains(unit), !word(index).isPlural,
            !has(index + 1, .hyphen)
        {
            if unit == .weekend {
                return Phrase(index..<index + 1, .weekend, .offset(0, .weekend, isFromMention: false))
            }
            return Phrase(index..<index + 1, .unitAlone, .duration(Length(1, unit)))
        }
        if let part = part(index), !word(index).isPlural, !isWord(index, PhraseParser.eveWords) {
            var phrase = Phrase(index..<index + 1, .partOfDay, .moment)
            phrase.time = TimeOfDay(part: part)
            return phrase
        }
        if has(index, .season), !has(index, .common), let season = Season(rawValue: word(index).value) {
            var fields = CalendarFields()
            fields.season = season
            return Phrase(index..<index + 1, .season, .calendar(fields))
        }
        return nil
    }

    static let loose = KnownWords("some almost nearly just only")
}
