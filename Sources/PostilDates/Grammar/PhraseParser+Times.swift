import PostilCore

extension PhraseParser {
    /// A time of day first, then perhaps its date: *10 p.m. Wednesday*, *noon*, *the night of April 18*.
    func timeFirst(_ index: Int) -> Phrase? {
        if let clock = clockPiece(index) { return withDate(clock, index) }
        var next = index
        if has(next, [.the, .article, .that, .possessive]) { next += 1 }
        var modifier: TimeModifier?
        if has(next, .phase) {
            modifier = PhraseParser.phases[word(next).phase]
            next += has(next + 1, .hyphen) ? 2 : 1
        }
        guard let part = part(next) else { return nil }
        if isWord(next, PhraseParser.eveWords) { return eve(index, next) }
        var end = next + 1
        if has(index, .that) {
            var phrase = Phrase(index..<end, .partOfDay, .offset(0, .day, isFromMention: true))
            phrase.time = TimeOfDay(part: part)
            return phrase
        }
        var link = end
        if has(link, .of) || has(link, .comma) || has(link, .on) { link += 1 }
        if let date = datePiece(link), date.meaning.isDay,
            link == end || has(end, [.of, .on]) || has(link, [.month, .number]) && has(end, .comma)
        {
            var phrase = Phrase(index..<date.end, .dateAndTime, date.meaning)
            phrase.time = TimeOfDay(part: part)
            phrase.modifier = modifier
            return phrase
        }
        if word(next).isPlural { return nil }
        if isLenient, has(end, .at), let clock = clockPiece(end + 1) ?? bareHour(end + 1) {
            var phrase = Phrase(index..<clock.end, .clockTime, .moment)
            phrase.time = clock.time
            settleTime(&phrase, part)
            return phrase
        }
        guard isPartContext(index, next, modifier != nil) else { return nil }
        end = next + 1
        var phrase = Phrase(index..<end, .partOfDay, .moment)
        phrase.time = TimeOfDay(part: part)
        phrase.modifier = modifier
        return phrase
    }

    /// *the eve of* a date: the day before it; other eves are none.
    private func eve(_ start: Int, _ index: Int) -> Phrase? {
        guard has(index + 1, .of), let date = datePiece(index + 2), date.meaning.isDay else { return nil }
        return Phrase(start..<date.end, .lengthAround, .relative(Length(1, .day), -1, date.meaning))
    }

    /// Whether a bare part of the day is a time here.
    private func isPartContext(_ start: Int, _ index: Int, _ isPhased: Bool) -> Bool {
        if has(index + 1, .hyphen) || has(index - 1, .hyphen) && !isPhased { return false }
        if start < index || isPhased {
            return !isWord(index + 1, PhraseParser.partNouns)
                && !(has(index + 1, .of) && word(index).classes.contains(.edge))
        }
        if has(index - 1, .at) || isWord(index - 1, PhraseParser.partContext) { return true }
        if has(index + 1, .of) || isWord(index - 1, PhraseParser.greetings) { return false }
        return isLenient
    }

    private func withDate(_ clock: ClockPiece, _ index: Int) -> Phrase? {
        var phrase = Phrase(index..<clock.end, clock.rule, .moment)
        phrase.time = clock.time
        if let behind = dateBehindBrackets(clock.end) {
            phrase.meaning = behind
            return phrase
        }
        var link = clock.end
        if has(link, .comma) { link += 1 }
        if has(link, [.on, .of, .in]) || has(link, .at) { link += 1 }
        if let date = datePiece(link), date.meaning.isDay {
            phrase.meaning = date.meaning
            phrase.end = date.end
            phrase.rule = .dateAndTime
            if let part = date.time?.part { settleTime(&phrase, part) }
            attachPartBehind(&phrase)
        } else {
            attachPartBehind(&phrase)
        }
        return phrase
    }

    /// The day behind a bracket with the time in another zone, which both times share: *9 a.m. (1400 GMT) Friday*.
    private func dateBehindBrackets(_ index: Int) -> TimeMeaning? {
        var next = index
        if isMark(next, "("), has(next + 1, [.number, .clock]), let inner = clockPiece(next + 1) { next = inner.end }
        guard next > index || isMark(index, ")") && has(index - 1, [.zone, .meridiem, .clock]), isMark(next, ")") else {
            return nil
        }
        next += has(next + 1, .on) ? 2 : 1
        guard let date = datePiece(next), date.meaning.isDay, date.time == nil else { return nil }
        return date.meaning
    }

    private func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
        sentence.contains(index) && view.length(index) == 1 && byte(view.start(index)) == UInt8(ascii: mark)
    }

    private func settleTime(_ phrase: inout Phrase, _ part: DayPart) {
        guard var time = phrase.time else { return }
        settle(&time, by: part)
        phrase.time = time
    }

    /// A part of the day right behind a day that has a clock time: *6 am tomorrow morning*.
    private func attachPartBehind(_ phrase: inout Phrase) {
        if let part = part(phrase.end), !isWord(phrase.end, PhraseParser.eveWords), case .moment = phrase.meaning {
            settleTime(&phrase, part)
            phrase.end += 1
        } else if let part = part(phrase.end), !isWord(phrase.end, PhraseParser.eveWords) {
            settleTime(&phrase, part)
            phrase.end += 1
        }
    }

    /// Takes the time of day behind a day: *Friday night*, *tomorrow at 3 pm*, *17 June, 10:30*.
    ///
    /// - Parameter isForced: Whether the phrase counts as a day though it is not exact to one.
    func attachTime(_ phrase: inout Phrase, isForced: Bool = false) {
        guard phrase.meaning.isDay || isForced else { return }
        if let part = part(phrase.end), !word(phrase.end).isPlural, phrase.time == nil,
            !isWord(phrase.end, PhraseParser.eveWords)
        {
            phrase.time = TimeOfDay(part: part)
            phrase.end += 1
            phrase.rule = .dateAndTime
        } else if has(phrase.end, .phase), phrase.time == nil, let part = part(phrase.end + 1) {
            phrase.time = TimeOfDay(part: part)
            phrase.modifier = PhraseParser.phases[word(phrase.end).phase]
            phrase.end += 2
            phrase.rule = .dateAndTime
        } else if has(phrase.end, .in), has(phrase.end + 1, .the), let part = part(phrase.end + 2), phrase.time == nil {
            phrase.time = TimeOfDay(part: part)
            phrase.end += 3
            phrase.rule = .dateAndTime
        } else if has(phrase.end, .at), phrase.time == nil, let part = part(phrase.end + 1) {
            phrase.time = TimeOfDay(part: part)
            phrase.end += 2
            phrase.rule = .dateAndTime
        }
        if isLenient, phrase.time == nil { attachMeal(&phrase) }
        if has(phrase.end, .comma), has(phrase.end + 1, .at), let part = part(phrase.end + 2), phrase.time == nil {
            phrase.time = TimeOfDay(part: part)
            phrase.end += 3
        }
        if isoTime(&phrase) { return }
        var next = phrase.end
        if has(next, .comma) { next += 1 }
        if has(next, .hyphen), isSpaced(next) { next += 1 }
        let isAt = has(next, .at) || isLenient && isWord(next, PhraseParser.rangeWords)
        if isAt { next += 1 }
        if isAt, has(next, .approximator) { next += 1 }
        guard let clock = clockPiece(next) ?? (isAt ? bareHour(next) : nil) else { return }
        if has(phrase.end, .comma), clock.rule == .spokenTime { return }
        let part = phrase.time?.part
        phrase.time = clock.time
        if let part { settleTime(&phrase, part) }
        phrase.end = clock.end
        phrase.rule = .dateAndTime
        attachPartBehindClock(&phrase)
        attachDateBehind(&phrase)
    }

    /// *tomorrow lunch*, *Friday at lunch*, *Monday early in the morning*.
    private func attachMeal(_ phrase: inout Phrase) {
        let next = has(phrase.end, .at) ? phrase.end + 1 : phrase.end
        if isWord(next, PhraseParser.lunchWords) {
            phrase.time = TimeOfDay(part: .lunch)
            phrase.end = next + 1
            return
        }
        guard has(next, .phase), has(next + 1, .in), has(next + 2, .the), let part = part(next + 3) else { return }
        phrase.time = TimeOfDay(part: part)
        phrase.modifier = PhraseParser.phases[word(next).phase]
        phrase.end = next + 4
    }

    private func attachPartBehindClock(_ phrase: inout Phrase) {
        guard has(phrase.end, .in), has(phrase.end + 1, .the), let part = part(phrase.end + 2) else { return }
        settleTime(&phrase, part)
        phrase.end += 3
    }

    /// *Saturday at 9 pm, 3 May*: the date of a weekday that stands behind its time.
    private func attachDateBehind(_ phrase: inout Phrase) {
        guard case .calendar(var fields) = phrase.meaning, fields.weekday != nil, fields.day == nil else { return }
        let next = has(phrase.end, .comma) ? phrase.end + 1 : phrase.end
        guard has(next, [.month, .number]), let date = calendarPiece(next), date.fields.day != nil,
            date.fields.month != nil
        else { return }
        let weekday = fields.weekday
        fields = date.fields
        fields.weekday = weekday
        phrase.meaning = .calendar(fields)
        phrase.end = date.end
    }

    /// A bare hour behind *at*.
    private func bareHour(_ index: Int) -> ClockPiece? {
        guard let count = cardinal(index), (1...24).contains(count.value), !count.hasHalf, count.end == index + 1,
            !has(count.end, [.unit, .hyphen, .number, .month]), !isQuantity(index)
        else { return nil }
        if isLenient, has(count.end, .zone) {
            let zone = String(decoding: view.bytes[view.start(count.end)..<view.end(count.end)], as: UTF8.self)
            return ClockPiece(
                time: TimeOfDay(hour: count.value, minute: 0, zone: zone),
                end: count.end + 1,
                rule: .clockTime
            )
        }
        guard
            count.end >= sentence.upperBound || view.values[count.end].kind == .punctuation
                || has(count.end, [.on, .in, .until, .part, .dayWord, .and, .or])
        else { return nil }
        var time = TimeOfDay(hour: count.value)
        time.isTwelveHour = count.value <= 12
        return ClockPiece(time: time, end: count.end, rule: .clockTime)
    }

    /// `T10:30:00+02:00` behind a date in the same or the next tokens.
    private func isoTime(_ phrase: inout Phrase) -> Bool {
        guard phrase.rule == .numericDate, sentence.contains(phrase.end) || phrase.end > 0 else { return false }
        let start = view.start(phrase.start)
        var offset = byte(start + 10) | 0x20 == UInt8(ascii: "t") ? start + 10 : view.end(phrase.end - 1)
        guard byte(offset) | 0x20 == UInt8(ascii: "t"), isDigit(offset + 1) else { return false }
        offset += 1
        guard let hour = readDigits(&offset), hour.width == 2, hour.value <= 24 else { return false }
        var time = TimeOfDay(hour: hour.value, minute: 0)
        if byte(offset) == UInt8(ascii: ":") {
            offset += 1
            guard let minute = readDigits(&offset), minute.width == 2, minute.value < 60 else { return false }
            time.minute = minute.value
        }
        if byte(offset) == UInt8(ascii: ":") {
            offset += 1
            guard let second = readDigits(&offset), second.width == 2, second.value < 60 else { return false }
            time.second = second.value
        }
        if byte(offset) == UInt8(ascii: "."), isDigit(offset + 1) {
            offset += 1
            guard readDigits(&offset) != nil else { return false }
        }
        let zoneStart = offset
        if byte(offset) | 0x20 == UInt8(ascii: "z") {
            offset += 1
        } else if byte(offset) == UInt8(ascii: "+") || byte(offset) == UInt8(ascii: "-"), isDigit(offset + 1) {
            offset += 1
            guard readDigits(&offset) != nil else { return false }
            if byte(offset) == UInt8(ascii: ":") {
                offset += 1
                guard readDigits(&offset) != nil else { return false }
            }
        }
        guard let last = token(endingAt: offset, from: phrase.start) else { return false }
        if offset > zoneStart { time.zone = String(decoding: view.bytes[zoneStart..<offset], as: UTF8.self) }
        phrase.time = time
        phrase.end = last + 1
        phrase.rule = .dateAndTime
        return true
    }

    static let lunchWords = KnownWords("lunch")
    static let greetings = KnownWords("good by")
    static let rangeWords = KnownWords("from between for before after by around")
    static let phases: [Int: TimeModifier] = [1: .start, 2: .mid, 3: .end]
    static let eveWords = KnownWords("eve")
    static let partNouns = KnownWords("club clubs shift school show sky gown paper news dress train star glory market")
    static let partContext = KnownWords(
        "by until till since before after from by through early late in during every all"
    )
}
