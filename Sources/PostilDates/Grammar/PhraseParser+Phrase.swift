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
        if isCasual, best == nil { consider(bareUnit(index)) }
        return best
    }

    /// *about 1990*, *around 7:15 p.m.*
    private func boundedDate(_ index: Int) -> Phrase? {
        guard has(index, [.approximator, .bound]), let bound = boundPrefix(index), bound.modifier == .approximate,
            var inner = datedPhrase(bound.end) ?? edgePhrase(bound.end)
        else { return nil }
        if isWord(index, PhraseParser.loose), case .moment = inner.meaning {} else if isWord(index, PhraseParser.loose) { return nil }
        inner.start = index
        inner.modifier = inner.modifier ?? .approximate
        return inner
    }

    /// A unit, part of the day or season by itself, as short messages have them.
    private func bareUnit(_ index: Int) -> Phrase? {
        if let unit = word(index).unit, [.day, .week, .weekend, .month, .year].contains(unit), !word(index).isPlural,
            !has(index + 1, .hyphen)
        {
            if unit == .weekend { return Phrase(index..<index + 1, .weekend, .offset(0, .weekend, isFromMention: false)) }
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
