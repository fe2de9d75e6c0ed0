import PostilCore

/// A time of day read from tokens.
struct ClockPiece {
    var time: TimeOfDay
    var end: Int
    var rule: DateRule
    var isApproximate = false
}

extension PhraseParser {
    /// A time of the clock that starts at `index`: *7:15 p.m.*, *10 pm EST*, *noon*, *half past six*.
    func clockPiece(_ index: Int) -> ClockPiece? {
        guard var piece = bareClock(index) else { return nil }
        if piece.time.part == nil || piece.time.hour != nil { attachZone(&piece) }
        return piece
    }

    private func bareClock(_ index: Int) -> ClockPiece? {
        if has(index, .clockWord) {
            let hour = word(index).value
            return ClockPiece(time: TimeOfDay(hour: hour, minute: 0), end: index + 1, rule: .noonOrMidnight)
        }
        if let spoken = spokenClock(index) { return spoken }
        if has(index, .clock), !has(index, .number) { return colonClock(index) }
        if let digits = digits(index), digits.suffix == .none, !digits.hasApostrophe {
            return digitClock(index, digits)
        }
        if has(index, .number) { return pointClock(index) ?? gluedClock(index) }
        guard let hour = spokenCardinal(index), (1...12).contains(hour.value) else { return nil }
        var end = hour.end
        var minute: Int?
        if let minutes = spokenCardinal(end), (10...59).contains(minutes.value),
            has(minutes.end, [.meridiem, .oclock]) || isPartBehind(minutes.end)
                || isLenient && isWord(minutes.end, PhraseParser.meridiemLetters)
        {
            minute = minutes.value
            end = minutes.end
        }
        return withMeridiem(hour.value, minute, nil, end: end, rule: .clockTime)
    }

    /// *10:35*, *10:35:20*, with what follows.
    private func colonClock(_ index: Int) -> ClockPiece? {
        var offset = view.start(index)
        guard let hour = readDigits(&offset), hour.width <= 2, hour.value <= 24, byte(offset) == UInt8(ascii: ":")
        else { return nil }
        offset += 1
        guard let minute = readDigits(&offset), minute.width == 2, minute.value < 60 else { return nil }
        var second: Int?
        if byte(offset) == UInt8(ascii: ":") {
            offset += 1
            guard let seconds = readDigits(&offset), seconds.width == 2, seconds.value < 60 else { return nil }
            second = seconds.value
        }
        if byte(offset) == UInt8(ascii: "."), isDigit(offset + 1) {
            offset += 1
            guard readDigits(&offset) != nil else { return nil }
        }
        guard offset == view.end(index) else { return nil }
        if let piece = withMeridiem(hour.value, minute.value, second, end: index + 1, rule: .clockTime) { return piece }
        var time = TimeOfDay(hour: hour.value, minute: minute.value, second: second)
        time.isTwelveHour =
            (1...12).contains(hour.value) && hour.width == 1
            || (1...12).contains(hour.value) && byte(view.start(index)) != 0x30
        let end = isWord(index + 1, PhraseParser.hoursWords) && !has(index + 1, .zone) ? index + 2 : index + 1
        return ClockPiece(time: time, end: end, rule: .twentyFourHourTime)
    }

    /// *10 pm*, *430pm*, *0530 GMT*, *6 o'clock*, *4 in the morning*.
    private func digitClock(_ index: Int, _ digits: DigitToken) -> ClockPiece? {
        if digits.value == 12, has(index + 1, .clockWord) {
            let hour = word(index + 1).value
            return ClockPiece(time: TimeOfDay(hour: hour, minute: 0), end: index + 2, rule: .noonOrMidnight)
        }
        if digits.width <= 2 {
            return withMeridiem(digits.value, nil, nil, end: index + 1, rule: .clockTime)
        }
        guard digits.width <= 4, digits.value % 100 < 60, digits.value / 100 <= 24 else { return nil }
        if let piece = withMeridiem(digits.value / 100, digits.value % 100, nil, end: index + 1, rule: .clockTime),
            has(index + 1, .meridiem)
        {
            return piece
        }
        guard digits.width == 4 else { return nil }
        if has(index + 1, .zone),
            shape(index + 1) == .upper || isWord(index + 1, PhraseParser.hoursWords) || isSpaced(index + 1) == false
        {
            return ClockPiece(
                time: TimeOfDay(hour: digits.value / 100, minute: digits.value % 100),
                end: index + 1,
                rule: .twentyFourHourTime
            )
        }
        if isWord(index + 1, PhraseParser.hoursWords), view.length(index + 1) > 1, byte(view.start(index)) <= 0x32 {
            return ClockPiece(
                time: TimeOfDay(hour: digits.value / 100, minute: digits.value % 100),
                end: index + 2,
                rule: .twentyFourHourTime
            )
        }
        return nil
    }

    /// *7.30am*.
    private func pointClock(_ index: Int) -> ClockPiece? {
        var offset = view.start(index)
        guard let hour = readDigits(&offset), hour.width <= 2, byte(offset) == UInt8(ascii: ".") else { return nil }
        offset += 1
        guard let minute = readDigits(&offset), minute.width == 2, minute.value < 60, offset == view.end(index),
            has(index + 1, .meridiem)
                || isLenient && has(index - 1, .at) && !isWord(index + 1, PhraseParser.measures)
        else { return nil }
        return withMeridiem(hour.value, minute.value, nil, end: index + 1, rule: .clockTime)
            ?? ClockPiece(
                time: TimeOfDay(hour: hour.value, minute: minute.value, isTwelveHour: (1...12).contains(hour.value)),
                end: index + 1,
                rule: .clockTime
            )
    }

    /// *16h*, *10h30*, *5pm* in one token.
    private func gluedClock(_ index: Int) -> ClockPiece? {
        guard has(index, .clock), isLenient || view.length(index) >= 4 else { return nil }
        if isLenient, let short = shortMeridiem(index) { return short }
        if has(index - 1, .from) == false, isWord(index - 1, PhraseParser.lengthWords) { return nil }
        var offset = view.start(index)
        guard let hour = readDigits(&offset), hour.width <= 2, hour.value <= 24,
            byte(offset) | 0x20 == UInt8(ascii: "h")
        else { return nil }
        offset += 1
        if offset == view.end(index) {
            return ClockPiece(time: TimeOfDay(hour: hour.value, minute: 0), end: index + 1, rule: .twentyFourHourTime)
        }
        guard let minute = readDigits(&offset), minute.width == 2, minute.value < 60, offset == view.end(index) else {
            return nil
        }
        return ClockPiece(
            time: TimeOfDay(hour: hour.value, minute: minute.value),
            end: index + 1,
            rule: .twentyFourHourTime
        )
    }

    /// *3p*, *3:20p* in one token.
    private func shortMeridiem(_ index: Int) -> ClockPiece? {
        var offset = view.start(index)
        guard let hour = readDigits(&offset), hour.width <= 2, (1...12).contains(hour.value) else { return nil }
        var minute: Int?
        if byte(offset) == UInt8(ascii: ":") {
            offset += 1
            guard let minutes = readDigits(&offset), minutes.width == 2, minutes.value < 60 else { return nil }
            minute = minutes.value
        }
        let letter = byte(offset) | 0x20
        guard
            minute != nil || isWord(index - 1, PhraseParser.atWords) || has(index - 1, [.dayWord, .weekday, .until])
                || isWord(index - 1, PhraseParser.fromWord)
        else { return nil }
        guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p"), offset + 1 == view.end(index) else {
            return nil
        }
        let time = TimeOfDay(hour: hour.value % 12 + (letter == UInt8(ascii: "p") ? 12 : 0), minute: minute)
        return ClockPiece(time: time, end: index + 1, rule: .clockTime)
    }

    /// An hour with *a.m.*, *o'clock* or a part of the day behind it.
    private func withMeridiem(_ hour: Int, _ minute: Int?, _ second: Int?, end: Int, rule: DateRule) -> ClockPiece? {
        var time = TimeOfDay(hour: hour, minute: minute, second: second)
        if has(end, .meridiem) {
            // *am* behind a number may be the verb: *3 am* counts, *I am* does not come here.
            guard (0...12).contains(hour) || (13...23).contains(hour) && minute != nil else { return nil }
            if hour <= 12 { time.hour = hour % 12 + word(end).value }
            return ClockPiece(time: time, end: endOfAbbreviation(end), rule: rule)
        }
        guard (1...12).contains(hour) else { return nil }
        if has(end, .oclock) {
            if isLenient, has(end + 1, .meridiem) {
                time.hour = hour % 12 + word(end + 1).value
                return ClockPiece(time: time, end: endOfAbbreviation(end + 1), rule: rule)
            }
            var piece = ClockPiece(time: time, end: end + 1, rule: rule)
            piece.time.isTwelveHour = true
            attachPart(&piece)
            return piece
        }
        if isLenient, minute != nil, isWord(end, PhraseParser.meridiemLetters),
            isWord(end + 1, PhraseParser.meridiemEnd)
        {
            time.hour = hour % 12 + (isWord(end, PhraseParser.afternoonLetter) ? 12 : 0)
            return ClockPiece(time: time, end: end + 2, rule: rule)
        }
        if isPartBehind(end) {
            var piece = ClockPiece(time: time, end: end, rule: rule)
            piece.time.isTwelveHour = true
            attachPart(&piece)
            return piece
        }
        return nil
    }

    /// Whether *in the morning*, *at night* or *this evening* follows.
    private func isPartBehind(_ index: Int) -> Bool { partBehind(index) != nil }

    func partBehind(_ index: Int) -> (part: DayPart, end: Int)? {
        if has(index, .in), has(index + 1, .the), let part = part(index + 2) { return (part, index + 3) }
        if isLenient, has(index, .in), has(index + 1, .the), has(index + 2, .meridiem) {
            return (word(index + 2).value == 0 ? .morning : .afternoon, index + 3)
        }
        if has(index, .at), let part = part(index + 1), part == .night { return (part, index + 2) }
        return nil
    }

    func part(_ index: Int) -> DayPart? {
        has(index, .part) ? DayPart(rawValue: word(index).value) : nil
    }

    private func attachPart(_ piece: inout ClockPiece) {
        guard let behind = partBehind(piece.end) else { return }
        piece.end = behind.end
        settle(&piece.time, by: behind.part)
    }

    /// Decides the half of the day by a part of the day.
    func settle(_ time: inout TimeOfDay, by part: DayPart) {
        guard time.isTwelveHour, let hour = time.hour, hour <= 12 else { return }
        switch part {
        case .morning, .dawn: time.hour = hour % 12
        case .night where hour < 6 || hour == 12: time.hour = hour % 12
        default: time.hour = hour % 12 + 12
        }
        time.isTwelveHour = false
    }

    private func attachZone(_ piece: inout ClockPiece) {
        var next = piece.end
        if has(next, .comma), has(next + 1, .zone), shape(next + 1) == .upper { next += 1 }
        if view.values.indices.contains(next), byte(view.start(next)) == UInt8(ascii: "("), has(next + 1, .zone) {
            next += 1
        }
        if has(next, .zone),
            shape(next) == .upper || !isWord(next, PhraseParser.shortZones)
                || isLenient && has(next - 1, .meridiem) && next + 1 >= sentence.upperBound
        {
            piece.time.zone = String(decoding: view.bytes[view.start(next)..<view.end(next)], as: UTF8.self)
            piece.end = next + 1
            return
        }
        guard isWord(next, PhraseParser.zoneWords) else { return }
        let time = isWord(next + 1, PhraseParser.zoneNouns) ? next + 1 : next + 2
        guard isWord(time, PhraseParser.zoneNouns) else { return }
        piece.time.zone = String(decoding: view.bytes[view.start(next)..<view.end(time)], as: UTF8.self)
        piece.end = time + 1
    }

    /// *half past six*, *quarter to five*, *ten past 3*, *20 after 8 pm*.
    private func spokenClock(_ index: Int) -> ClockPiece? {
        var next = index
        var minutes: Int
        var isCertain = isLenient
        if has(next, .article) { next += 1 }
        if has(next, .half) {
            minutes = 30
            next += 1
            isCertain = true
        } else if isUnit(next, .quarter) {
            minutes = 15
            next += 1
            isCertain = true
        } else {
            guard let count = cardinal(next), (1...59).contains(count.value), !count.hasHalf else { return nil }
            minutes = count.value
            next = count.end
            if has(next, .unit), word(next).unit == .minute {
                next += 1
                isCertain = true
            } else if minutes % 5 != 0 {
                return nil
            }
        }
        if has(next, .hyphen) { next += 1 }
        if isLenient, minutes == 30, has(next - 1, .half), let hour = spokenHour(next), hour.end >= sentence.upperBound
        {
            let time = TimeOfDay(hour: hour.value, minute: 30, isTwelveHour: true)
            return ClockPiece(time: time, end: hour.end, rule: .spokenTime)
        }
        guard has(next, .clockDirection), !has(next, .of) || isLenient && (minutes == 15 || minutes == 30) else {
            return nil
        }
        // *ten to eleven* may count geese; *ten past eleven* is a time.
        isCertain = isCertain || !has(next, .until) || isClockContext(index)
        let isBefore = word(next).has(.until) || word(next).has(.of) || isWord(next, PhraseParser.beforeWords)
        next += 1
        if has(next, .hyphen) { next += 1 }
        guard var hour = clockHour(next), isCertain || !hour.isTwelveHour || partBehind(hour.end) != nil else {
            return nil
        }
        if minutes > 0, isBefore {
            hour.value = hour.value == 1 && hour.isTwelveHour ? 12 : hour.value == 0 ? 23 : hour.value - 1
            minutes = 60 - minutes
        }
        var piece = ClockPiece(time: TimeOfDay(hour: hour.value, minute: minutes), end: hour.end, rule: .spokenTime)
        piece.time.isTwelveHour = hour.isTwelveHour
        attachPart(&piece)
        return piece
    }

    /// Whether the words before a number lead to a time of day: *at*, *until*, *it was*.
    private func isClockContext(_ index: Int) -> Bool {
        has(index - 1, [.at, .approximator]) || isWord(index - 1, PhraseParser.clockOpeners)
            || isWord(index - 2, PhraseParser.itWord) && isWord(index - 1, PhraseParser.beWords)
    }

    private func clockHour(_ index: Int) -> (value: Int, isTwelveHour: Bool, end: Int)? {
        if has(index, .clockWord) { return (word(index).value, false, index + 1) }
        guard let count = cardinal(index), (1...12).contains(count.value), !count.hasHalf,
            !has(count.end, [.unit, .month])
        else {
            return nil
        }
        if has(count.end, .meridiem) {
            return (count.value % 12 + word(count.end).value, false, endOfAbbreviation(count.end))
        }
        return (count.value, true, has(count.end, .oclock) ? count.end + 1 : count.end)
    }

    static let meridiemLetters = KnownWords("a p")
    static let meridiemEnd = KnownWords("m")
    static let afternoonLetter = KnownWords("p")
    static let clockOpeners = KnownWords("by until till since before after nearly almost")
    static let itWord = KnownWords("it")
    static let beWords = KnownWords("is was 's ’s")
    static let atWords = KnownWords("at by @ until around")
    static let lengthWords = KnownWords("for in within about")
    static let hoursWords = KnownWords("hours hrs hr h z gmt utc")
    static let shortZones = KnownWords("est et pt ct wet ist")
    static let zoneWords = KnownWords(
        "eastern central pacific mountain greenwich british israeli moscow indian atlantic zulu universal european"
    )
    static let zoneNouns = KnownWords("time")
    static let beforeWords = KnownWords("before")
}
