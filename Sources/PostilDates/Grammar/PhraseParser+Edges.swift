import PostilCore

extension PhraseParser {
    /// *early March*, *late yesterday*, *mid-1996*, *later this year*, *the end of 1990*, *year-end*.
    func edgePhrase(_ index: Int) -> Phrase? {
        if let prefixed = prefixedPhrase(index) { return prefixed }
        if let yearEnd = yearEnd(index) { return yearEnd }
        var next = index
        let hasThe = has(next, .the)
        if hasThe { next += 1 }
        if isWord(next, PhraseParser.veryWord) { next += 1 }
        if let half = halfOfAge(index, next) { return half }
        if has(next, .phase), let phrase = phase(index, next, hasThe: hasThe) { return phrase }
        if has(next, .edge), let modifier = PhraseParser.edges[word(next).edge] {
            guard has(next + 1, .of), var inner = datedPhrase(next + 2) ?? edgePhrase(next + 2) else { return nil }
            if case .moment = inner.meaning { return nil }
            if case .duration = inner.meaning { return nil }
            inner.start = index
            inner.modifier = modifier
            inner.rule = .edge
            inner.isWeak = false
            return inner
        }
        return nil
    }

    /// *the last half of the '80s*, *the first half of the nineteenth century*.
    private func halfOfAge(_ start: Int, _ index: Int) -> Phrase? {
        let modifier: TimeModifier
        if isWord(index, PhraseParser.firstHalf) {
            modifier = .start
        } else if isWord(index, PhraseParser.secondHalf) {
            modifier = .end
        } else {
            return nil
        }
        guard has(index + 1, .half), has(index + 2, .of), let inner = datePiece(index + 3),
            case .calendar(let fields) = inner.meaning, fields.decade != nil || fields.century != nil
        else { return nil }
        var phrase = Phrase(start..<inner.end, .edge, inner.meaning)
        phrase.modifier = modifier
        return phrase
    }

    private func phase(_ start: Int, _ index: Int, hasThe: Bool) -> Phrase? {
        let code = word(index).phase
        var next = index + 1
        if has(next, .hyphen), !isSpaced(next), !isSpaced(next + 1) { next += 1 }
        if has(next, .until), has(next + 1, .hyphen), code <= 3 { return nil }
        if has(next, .in) || has(next, .on), code == 4 || code == 5 || code == 1 || code == 3 { next += 1 }
        guard var inner = datedPhrase(next) else { return nil }
        // *Earlier Friday, …* opens a sentence with an adverb.
        if code >= 4, next == index + 1, isCapitalized(index), inner.meaning.isDay { return nil }
        if case .moment = inner.meaning { return nil }
        if hasThe, has(next, .the) { return nil }
        inner.start = start
        inner.rule = .phase
        inner.isWeak = false
        switch code {
        case 1: inner.modifier = .start
        case 2: inner.modifier = .mid
        case 3: inner.modifier = .end
        case 4: inner.modifier = .before
        default: inner.modifier = .after
        }
        // *the late-November trip*: the determiner belongs to the noun.
        if hasThe, next > index + 1, case .calendar(let fields) = inner.meaning, fields.month != nil { return nil }
        if hasThe, next == index + 1, case .calendar(let fields) = inner.meaning, fields.day != nil { return nil }
        return inner
    }

    /// *mid-1996*, *mid-November*, *pre-1945*, *post-1959*: one token.
    private func prefixedPhrase(_ index: Int) -> Phrase? {
        let hasThe = has(index, .the)
        let token = hasThe ? index + 1 : index
        if hasThe, has(token, .prefixed), byte(view.end(token) - 1) | 0x20 != UInt8(ascii: "s") { return nil }
        guard has(token, .prefixed) else { return nil }
        var offset = view.start(token)
        while byte(offset) != UInt8(ascii: "-"), offset < view.end(token) { offset += 1 }
        let prefixLength = offset - view.start(token)
        offset += 1
        let modifier: TimeModifier =
            prefixLength == 4 ? .after : byte(view.start(token)) | 0x20 == UInt8(ascii: "m") ? .mid : .before
        var fields = CalendarFields()
        var end = token + 1
        var rule = DateRule.phase
        if isDigit(offset) {
            var digitsEnd = offset
            guard let number = readDigits(&digitsEnd) else { return nil }
            let rest = view.end(token) - digitsEnd
            if rest == 0, number.width == 4 {
                fields.year = number.value
            } else if rest >= 1, byte(view.end(token) - 1) | 0x20 == UInt8(ascii: "s"), number.value % 10 == 0 {
                if number.width == 4 {
                    fields.decade = number.value / 10
                } else if number.width == 2 {
                    fields.decade = 190 + number.value / 10
                } else {
                    return nil
                }
            } else {
                return nil
            }
        } else {
            let rest = UnsafeBufferPointer(rebasing: view.bytes[offset..<view.end(token)])
            let meaning = lexicon[LowercaseHash(folding: rest)]
            if meaning.has(.month), !meaning.has(.common) || byte(offset) < 0x60 {
                fields.month = meaning.month
                if let year = yearBehind(end, width: 4) {
                    apply(year, to: &fields)
                    end = year.end
                } else if has(end, .of), let year = relativeYear(end + 1) ?? yearPiece(end + 1, needsContext: false) {
                    apply(year, to: &fields)
                    end = year.end
                }
            } else if meaning.has(.season), let season = Season(rawValue: meaning.value) {
                fields.season = season
                if let year = yearOf(end, of: true) {
                    apply(year, to: &fields)
                    end = year.end
                }
            } else if meaning.has(.part), let part = DayPart(rawValue: meaning.value), modifier == .mid {
                return prefixedPart(index, end, part)
            } else if meaning.has(.unit), modifier == .mid, let unit = meaning.unit,
                [.week, .month, .year].contains(unit)
            {
                var phrase = Phrase(index..<end, .phase, .offset(0, unit, isFromMention: false))
                phrase.modifier = .mid
                return phrase
            } else {
                return nil
            }
            rule = .phase
        }
        var phrase = Phrase(index..<end, rule, .calendar(fields))
        phrase.modifier = modifier
        return phrase
    }

    private func prefixedPart(_ start: Int, _ end: Int, _ part: DayPart) -> Phrase {
        var phrase = Phrase(start..<end, .partOfDay, .moment)
        phrase.time = TimeOfDay(part: part)
        phrase.modifier = .mid
        if let date = datePiece(end), date.meaning.isDay {
            phrase.meaning = date.meaning
            phrase.end = date.end
        }
        return phrase
    }

    /// *year-end*, *year end*, *the year's end*, *month's end*, *year-end 1989*.
    private func yearEnd(_ index: Int) -> Phrase? {
        var next = index
        if has(next, [.the, .possessive]) { next += 1 }
        let direction = has(next, .direction) ? Direction(rawValue: word(next).direction) : nil
        if direction != nil { next += 1 }
        var isOneWord = has(next, .year) && !has(next, .unit)
        if isOneWord {
            next += 1
        } else {
            guard has(next, .unit), let unit = word(next).unit, [.year, .month, .week, .quarter].contains(unit),
                !word(next).isPlural
            else { return nil }
            next += 1
            isOneWord = unit == .year && has(next, .hyphen)
            if has(next, [.hyphen, .possessiveMark]) { next += 1 } else if unit != .year { return nil }
            guard has(next, .edge), isWord(next, PhraseParser.endWords) else { return nil }
            next += 1
            if unit == .week {
                return Phrase(
                    index..<next,
                    .weekend,
                    .offset(direction?.step ?? 0, .weekend, isFromMention: direction == nil)
                )
            }
            if unit != .year {
                var phrase = Phrase(
                    index..<next,
                    .edge,
                    .offset(direction?.step ?? 0, unit, isFromMention: direction == nil)
                )
                phrase.modifier = .end
                return phrase
            }
        }
        var phrase = Phrase(index..<next, .yearEnd, .offset(direction?.step ?? 0, .year, isFromMention: false))
        if let year = yearPiece(next, needsContext: false), direction == nil {
            phrase.end = year.end
            phrase.meaning = calendar(year)
        }
        if isOneWord {
            // *year-end* is the day on which books are closed.
            phrase.meaning = .nth(-1, .day, weekday: 0, of: phrase.meaning)
        } else {
            phrase.modifier = .end
        }
        return phrase
    }

    static let edges: [Int: TimeModifier] = [1: .start, 2: .mid, 3: .end, 4: .end]
    static let firstHalf = KnownWords("first early earlier")
    static let secondHalf = KnownWords("second last latter later")
    static let veryWord = KnownWords("very")
}
