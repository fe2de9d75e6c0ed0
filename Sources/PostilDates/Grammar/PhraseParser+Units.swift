import PostilCore

extension PhraseParser {
    /// A unit that is counted from the reference date or from a date mentioned before: *last week*,
    /// *this morning*, *the following year*, *that day*, *the weekend*.
    func unitPhrase(_ index: Int) -> Phrase? {
        var next = index
        let hasThe = has(next, .the)
        if hasThe { next += 1 }
        if has(next, .that) { return thatUnit(index, next + 1) }
        guard has(next, .direction), let direction = Direction(rawValue: word(next).direction) else {
            return hasThe ? theUnit(index, next) ?? wholeYear(index, next) : nil
        }
        next += 1
        if has(next, .fiscal) { next += has(next + 1, .hyphen) ? 2 : 1 }
        if has(next, .unitAdjective), !has(next, .unit) { next += 1 }
        if let part = part(next), !word(next).isPlural, !isWord(next, PhraseParser.eveWords) {
            guard direction != .past || part != .night else { return nil }
            let isSame = direction == .this || direction == .current || direction == .same
            let step = isSame ? 0 : direction.step
            let isMention = direction.isFromMention || direction == .next && hasThe
            var phrase = Phrase(index..<next + 1, .directedUnit, .offset(step, .day, isFromMention: isMention))
            phrase.time = TimeOfDay(part: part)
            return phrase
        }
        guard let unit = word(next).unit, has(next, .unit), !word(next).isPlural else { return nil }
        if has(next + 1, .hyphen), !isSpaced(next + 1), !isWord(next + 2, PhraseParser.endWords) { return nil }
        return directedUnit(index, next, direction, unit, hasThe)
    }

    private func directedUnit(_ start: Int, _ index: Int, _ direction: Direction, _ unit: TimeUnit, _ hasThe: Bool)
        -> Phrase?
    {
        let end = index + 1
        switch direction {
        case .past, .coming:
            if unit.isOfClock || hasThe || unit >= .decade {
                return Phrase(start..<end, .stretch, .stretch(Length(1, unit), direction.step))
            }
            return Phrase(start..<end, .directedUnit, .offset(direction.step, unit, isFromMention: false))
        case .last where hasThe:
            return Phrase(start..<end, .stretch, .stretch(Length(1, unit), -1))
        case .next where hasThe, .following, .previous:
            let isMention = direction.isFromMention || hasThe && unit <= .day
            if unit >= .decade { return Phrase(start..<end, .stretch, .stretch(Length(1, unit), direction.step)) }
            if unit.isOfClock { return Phrase(start..<end, .stretch, .stretch(Length(1, unit), direction.step)) }
            return Phrase(start..<end, .directedUnit, .offset(direction.step, unit, isFromMention: isMention))
        case .latest:
            guard [.quarter, .month, .week, .year].contains(unit) else { return nil }
            return Phrase(start..<end, .directedUnit, .offset(unit == .quarter ? -1 : 0, unit, isFromMention: false))
        case .same:
            if unit.isOfClock { return nil }
            return Phrase(start..<end, .anaphoricUnit, .offset(0, unit, isFromMention: true))
        case .this, .current:
            if unit == .second || unit == .minute { return nil }
            return Phrase(start..<end, .directedUnit, .offset(0, unit, isFromMention: false))
        default:
            if unit.isOfClock { return Phrase(start..<end, .stretch, .stretch(Length(1, unit), direction.step)) }
            return Phrase(start..<end, .directedUnit, .offset(direction.step, unit, isFromMention: false))
        }
    }

    /// *the full year*, *the fiscal year*.
    private func wholeYear(_ start: Int, _ index: Int) -> Phrase? {
        guard has(index, .fiscal) || has(index, .whole), isUnit(index + 1, .year) else { return nil }
        if isWord(index + 2, PhraseParser.endingWords) {
            return Phrase(start..<index + 2, .fiscalYear, .duration(Length(1, .year)))
        }
        guard !has(index + 2, .number) else { return nil }
        return Phrase(start..<index + 2, .fiscalYear, .offset(0, .year, isFromMention: true))
    }

    /// *that day*, *that year*, *that same month*.
    private func thatUnit(_ start: Int, _ index: Int) -> Phrase? {
        let next = has(index, .whole) ? index + 1 : index
        guard has(next, .unit), let unit = word(next).unit, !word(next).isPlural, unit >= .day else { return nil }
        var phrase = Phrase(start..<next + 1, .anaphoricUnit, .offset(0, unit, isFromMention: true))
        phrase.isThat = true
        return phrase
    }

    /// *the day*, *the week*, *the weekend*, *the day before*, *the week of March 6*, *the year after*.
    private func theUnit(_ start: Int, _ index: Int) -> Phrase? {
        guard has(index, .unit), let unit = word(index).unit, !word(index).isPlural, unit >= .day else { return nil }
        let end = index + 1
        if has(end, .hyphen), !isSpaced(end) { return nil }
        if has(end, .shift), has(end, .from) == false || !startsReference(end + 1) {
            let step = word(end).shift
            return Phrase(start..<end + 1, .anaphoricUnit, .offset(step, unit, isFromMention: true))
        }
        if has(end, .direction), word(end).direction == Direction.following.rawValue, !startsReference(end + 1),
            !isLetter(end + 1)
        {
            return Phrase(start..<end + 1, .anaphoricUnit, .offset(1, unit, isFromMention: true))
        }
        if has(end, .of), unit == .week || unit == .weekend, let date = datePiece(end + 1), date.meaning.isDay {
            return Phrase(start..<date.end, .nthUnit, .nth(0, unit, weekday: 0, of: date.meaning))
        }
        if has(end, .of), has(end + 1, [.month, .number, .the, .weekday]) { return nil }
        if unit == .year, isWord(end, PhraseParser.endingWords) {
            return Phrase(start..<end, .anaphoricUnit, .duration(Length(1, .year)))
        }
        if unit == .day, isWord(start - 1, PhraseParser.dayIdioms) || has(end, .from) { return nil }
        var phrase = Phrase(start..<end, .anaphoricUnit, .offset(0, unit, isFromMention: true))
        phrase.isWeak = true
        if unit == .day { phrase.audience = .narrative }
        return phrase
    }

    /// Whether a date or a clause that *before* could govern starts at `index`.
    private func startsReference(_ index: Int) -> Bool {
        if isWord(index, PhraseParser.subjects) { return false }
        return has(index, [.month, .weekday, .number, .the, .direction, .holiday, .that, .possessive, .article])
            || isLetter(index)
    }

    func isLetter(_ index: Int) -> Bool { sentence.contains(index) && view.values[index].kind == .word }

    static let subjects = KnownWords("he she it they we i you there")
    static let endedWord = KnownWords("ended")
    static let endingWords = KnownWords("ended ending ends ended, to")
    static let dayIdioms = KnownWords("carried carry carries save saved saves win won wins rule ruled seize seized")
    static let endWords = KnownWords("end")
    static let backWords = KnownWords("before earlier previously prior")
}
