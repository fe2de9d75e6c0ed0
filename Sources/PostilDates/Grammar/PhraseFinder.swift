import PostilCore
import PostilText

/// Finds the temporal expressions of a text, sentence by sentence, around its triggers.
struct PhraseFinder {
    var parser: PhraseParser
    /// Whether to keep the readings that lose.
    var keepsLosers = false
    /// The readings that lost, and why.
    private(set) var losers: [(phrase: Phrase, reason: String)] = []
    /// How far before a trigger an expression may start, in tokens.
    private static let reach = 9
    /// Words that open a range.
    private static let openers = KnownWords("between from")

    /// What was read at the last starts, by their place in the window: each is read once, however many
    /// triggers follow it.
    private var memory = [(start: Int, phrase: Phrase?)](repeating: (-1, nil), count: 16)

    init(parser: PhraseParser) { self.parser = parser }

    /// The phrase at a start, read or remembered.
    private mutating func phrase(at start: Int) -> Phrase? {
        let place = start & 15
        if memory[place].start == start { return memory[place].phrase }
        let phrase = parser.phrase(start)
        memory[place] = (start, phrase)
        return phrase
    }

    /// The expressions of one sentence in order, never overlapping.
    mutating func phrases(in sentence: Range<Int>, triggers: ArraySlice<Int32>, into found: inout [Phrase]) {
        parser.sentence = sentence
        var consumed = sentence.lowerBound
        for trigger in triggers {
            let trigger = Int(trigger)
            guard trigger >= consumed else { continue }
            var start = trigger
            while start > consumed, trigger - start < PhraseFinder.reach, parser.positions[start - 1] != 0 {
                start -= 1
            }
            if eraRange(trigger, into: &found) {
                consumed = trigger + 2
                continue
            }
            while start <= trigger {
                if let phrase = phrase(at: start), phrase.end > trigger {
                    if keepsLosers { keepLosers(to: phrase, at: start) }
                    guard accepts(phrase) else {
                        start += 1
                        continue
                    }
                    precede(phrase, from: consumed, into: &found)
                    found.append(phrase)
                    consumed = phrase.end
                    follow(phrase, consumed: &consumed, into: &found)
                    shareDate(&found)
                    shareYear(&found)
                    break
                }
                start += 1
            }
        }
    }

    /// Keeps what the grammar can read besides at a token, or the phrase itself where it is refused.
    private mutating func keepLosers(to phrase: Phrase, at start: Int) {
        if !accepts(phrase) { losers.append((phrase, "refused by what stands around it")) }
        for other in parser.candidates(start) where other != phrase {
            losers.append(
                (other, other.end < phrase.end ? "shorter than the winner" : "of a later rule than the winner")
            )
        }
    }

    /// Whether the phrase is an expression here, not a part of a name, code or idiom.
    private func accepts(_ phrase: Phrase) -> Bool {
        PhraseFilter(parser: parser).accepts(phrase)
    }

    /// *499–493 BC* in one token with its era: two years.
    private func eraRange(_ index: Int, into found: inout [Phrase]) -> Bool {
        guard parser.has(index, .number), parser.has(index + 1, .era), parser.word(index + 1).value < 0 else {
            return false
        }
        var offset = parser.view.start(index)
        guard let first = parser.readDigits(&offset), parser.byte(offset) == UInt8(ascii: "-"), first.width <= 4 else {
            return false
        }
        let middle = offset
        offset += 1
        guard let second = parser.readDigits(&offset), offset == parser.view.end(index), second.width <= 4 else {
            return false
        }
        var fields = CalendarFields()
        fields.isBeforeChrist = true
        fields.year = first.value
        var phrase = Phrase(index..<index + 1, .year, .calendar(fields))
        phrase.endOffset = middle
        found.append(phrase)
        fields.year = second.value
        phrase = Phrase(index..<index + 2, .yearRange, .calendar(fields))
        phrase.startOffset = middle + 1
        found.append(phrase)
        return true
    }

    /// Adds the start of a range whose month or half of the day its end names: *25 and 26 July*, *3–4 pm*.
    private func precede(_ phrase: Phrase, from consumed: Int, into found: inout [Phrase]) {
        let parser = parser
        let link = phrase.start - 1
        guard link - 1 >= consumed, parser.has(link, [.and, .until, .hyphen, .or, .comma]) else { return }
        let token = parser.has(link, .comma) || !parser.has(link - 1, .comma) ? link - 1 : link - 2
        guard token >= consumed else { return }
        if case .calendar(var fields) = phrase.meaning, phrase.rule == .year, fields.isBeforeChrist,
            parser.has(link, [.until, .hyphen, .and]),
            let digits = parser.digits(token), digits.suffix == .none, digits.width <= 4,
            digits.value >= fields.year ?? 0, !parser.isQuantity(token)
        {
            fields.year = digits.value
            found.append(Phrase(token..<token + 1, .rangeEnd, .calendar(fields)))
            return
        }
        if case .calendar(var fields) = phrase.meaning, phrase.rule == .dayMonth || phrase.rule == .dayMonthYear,
            let last = fields.day, let digits = parser.digits(token), digits.suffix != .plural, digits.value < last,
            digits.value > 0,
            !parser.isQuantity(token)
        {
            fields.day = digits.value
            fields.weekday = nil
            let hasThe = token - 1 >= consumed && parser.has(token - 1, .the)
            precede(
                Phrase((hasThe ? token - 1 : token)..<token + 1, phrase.rule, .calendar(fields)),
                from: consumed,
                into: &found
            )
            found.append(Phrase((hasThe ? token - 1 : token)..<token + 1, .rangeEnd, .calendar(fields)))
            return
        }
        let isBetween = parser.isLenient && parser.isWord(token - 1, PhraseFinder.openers)
        guard phrase.time?.hour != nil,
            phrase.rule == .clockTime || phrase.rule == .dateAndTime || isBetween && phrase.rule == .twentyFourHourTime,
            let hour = phrase.time?.hour, !parser.has(link, .comma),
            let digits = parser.digits(token), digits.suffix == .none, digits.width <= 2,
            (1...12).contains(digits.value)
        else { return }
        var time = TimeOfDay(hour: digits.value % 12 + (hour >= 12 && digits.value <= (hour + 11) % 12 + 1 ? 12 : 0))
        time.zone = phrase.time?.zone
        var first = Phrase(token..<token + 1, .rangeEnd, phrase.meaning)
        first.time = time
        found.append(first)
    }

    /// Gives the start of a range the year of its end: *from January to April 2015*.
    private func shareYear(_ found: inout [Phrase]) {
        guard found.count >= 2, case .calendar(let last) = found[found.count - 1].meaning, let year = last.year,
            last.month != nil, case .calendar(var first) = found[found.count - 2].meaning, first.month != nil,
            !first.hasYear,
            first.grain == last.grain
        else { return }
        let link = found[found.count - 2].end
        guard link == found[found.count - 1].start - 1, parser.has(link, [.until, .hyphen, .and, .or]),
            parser.sentence.contains(found[found.count - 2].start)
        else { return }
        // A range over New Year starts in the year before.
        let isBackwards = (first.month ?? 0, first.day ?? 0) > (last.month ?? 0, last.day ?? 0)
        first.year = isBackwards ? year - 1 : year
        first.isBeforeChrist = last.isBeforeChrist
        found[found.count - 2].meaning = .calendar(first)
    }

    /// Gives the two ends of a range of times one date: *9:30 – 11:00 on Thursday*, *tomorrow 9 to 11 am*.
    private func shareDate(_ found: inout [Phrase]) {
        guard found.count >= 2 else { return }
        shareMonth(&found)
        let second = found[found.count - 1]
        let first = found[found.count - 2]
        guard first.time?.hour != nil, second.time?.hour != nil, second.start - first.end == 1,
            parser.has(first.end, [.hyphen, .until, .and]), parser.sentence.contains(first.start)
        else { return }
        if first.meaning == .moment, second.meaning != .moment {
            found[found.count - 2].meaning = second.meaning
        } else if second.meaning == .moment, first.meaning != .moment, !parser.has(first.end, .and) {
            found[found.count - 1].meaning = first.meaning
        }
        if first.time?.zone == nil, let zone = second.time?.zone { found[found.count - 2].time?.zone = zone }
        shareDayBefore(&found)
        // The start of a range takes the half of the day from its end, and the other way round.
        guard let start = first.time, let end = second.time, let startHour = start.hour, let endHour = end.hour else {
            return
        }
        if start.isTwelveHour, !end.isTwelveHour, startHour < 12, endHour >= 12,
            startHour + 12 < endHour || startHour + 12 == endHour
        {
            found[found.count - 2].time?.hour = startHour + 12
            found[found.count - 2].time?.isTwelveHour = false
        } else if start.isTwelveHour, !end.isTwelveHour {
            found[found.count - 2].time?.isTwelveHour = false
        } else if !start.isTwelveHour, end.isTwelveHour, endHour < 12, endHour < startHour {
            found[found.count - 1].time?.hour = endHour + 12
            found[found.count - 1].time?.isTwelveHour = false
        } else if !start.isTwelveHour, end.isTwelveHour {
            found[found.count - 1].time?.isTwelveHour = false
        }
    }

    /// Gives a range of times the day that stands right before it: *Thursday 9–11 am*.
    private func shareDayBefore(_ found: inout [Phrase]) {
        guard found.count >= 3 else { return }
        let (day, first, second) = (found[found.count - 3], found[found.count - 2], found[found.count - 1])
        let link = parser.isWord(day.end, PhraseFinder.openers) ? day.end + 1 : day.end
        guard first.meaning == .moment, second.meaning == .moment, day.time == nil, day.meaning.isDay,
            link == first.start, parser.sentence.contains(day.start)
        else { return }
        found[found.count - 2].meaning = day.meaning
        found[found.count - 1].meaning = day.meaning
    }

    /// Gives the day that begins a range the month of its end: *from the 13th to 15 July*.
    private func shareMonth(_ found: inout [Phrase]) {
        let (first, last) = (found[found.count - 2], found[found.count - 1])
        guard case .calendar(var fields) = first.meaning, case .calendar(let end) = last.meaning, let day = fields.day,
            fields.month == nil, fields.weekday == nil, let endDay = end.day, end.month != nil, day < endDay,
            first.end == last.start - 1, parser.has(first.end, [.until, .hyphen, .and]),
            parser.sentence.contains(first.start)
        else { return }
        fields = end
        fields.day = day
        fields.weekday = nil
        found[found.count - 2].meaning = .calendar(fields)
    }

    /// Adds a bare hour that ends a range of times: *8 pm – 11*, *8 am until 6*.
    private func followHour(_ phrase: Phrase, consumed: inout Int, into found: inout [Phrase]) -> Bool {
        guard parser.isLenient, let start = phrase.time?.hour, phrase.time?.isTwelveHour == false,
            parser.has(phrase.end, [.hyphen, .until]), let digits = parser.digits(phrase.end + 1),
            digits.suffix == .none, digits.width <= 2, (1...12).contains(digits.value),
            phrase.end + 2 >= parser.sentence.upperBound
        else { return false }
        let hour = digits.value % 12
        var end = Phrase(phrase.end + 1..<phrase.end + 2, .rangeEnd, phrase.meaning)
        end.time = TimeOfDay(hour: start >= 12 && hour + 12 < start || start < 12 && hour > start ? hour : hour + 12)
        end.time?.zone = phrase.time?.zone
        found.append(end)
        consumed = phrase.end + 2
        return true
    }

    /// Adds the ends of ranges and lists that take over what stands before: *July 13–15*, *1939–45*.
    private func follow(_ phrase: Phrase, consumed: inout Int, into found: inout [Phrase]) {
        if followHour(phrase, consumed: &consumed, into: &found) { return }
        guard case .calendar(var fields) = phrase.meaning, phrase.time == nil else { return }
        let next = phrase.end
        guard parser.has(next, [.hyphen, .until, .and, .or, .comma, .slash]) else { return }
        let token = parser.has(next, .comma) && parser.has(next + 1, [.and, .or]) ? next + 2 : next + 1
        guard let digits = parser.digits(token), digits.suffix != .plural, digits.width <= 2, !digits.hasApostrophe
        else { return }
        if fields.day == nil, fields.month == nil, let year = fields.year,
            phrase.rule == .year || phrase.rule == .fiscalYear || phrase.rule == .season,
            parser.has(next, [.hyphen, .slash]), digits.width == 2, digits.suffix == .none, !parser.isSpaced(next),
            !parser.isSpaced(token),
            digits.value > year % 100 || year % 100 == 99 && digits.value == 0
        {
            fields.year = year / 100 * 100 + digits.value + (digits.value == 0 ? 100 : 0)
            found.append(Phrase(token..<token + 1, .yearRange, .calendar(fields)))
            consumed = token + 1
            return
        }
        guard let day = fields.day, fields.month != nil, phrase.rule == .monthDay || phrase.rule == .rangeEnd,
            digits.value > day, digits.value <= CivilDate.daysInMonth(fields.month ?? 1, of: fields.year ?? 2000),
            !parser.has(token + 1, [.month, .unit, .meridiem, .of, .hyphen, .clock]), !parser.isQuantity(token)
        else { return }
        if parser.has(next, .comma), !parser.has(token + 1, [.comma, .and]), token + 1 < parser.sentence.upperBound,
            !parser.has(token, .ordinal), token == next + 1
        {
            return
        }
        fields.day = digits.value
        fields.weekday = nil
        var end = token + 1
        if let year = parser.yearBehind(end, width: 4) {
            parser.apply(year, to: &fields)
            end = year.end
            if var start = found.popLast() {
                if case .calendar(var first) = start.meaning, !first.hasYear {
                    parser.apply(year, to: &first)
                    start.meaning = .calendar(first)
                }
                found.append(start)
            }
        }
        let phrase = Phrase(token..<end, .rangeEnd, .calendar(fields))
        found.append(phrase)
        consumed = end
        follow(phrase, consumed: &consumed, into: &found)
    }
}
