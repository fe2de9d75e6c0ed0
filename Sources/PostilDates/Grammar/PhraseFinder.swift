import PostilCore
import PostilText

/// Finds the temporal expressions of a text, sentence by sentence, around its triggers.
struct PhraseFinder {
    var parser: PhraseParser
    /// How far before a trigger an expression may start, in tokens.
    private static let reach = 9

    init(parser: PhraseParser) { self.parser = parser }

    /// The expressions of one sentence in order, never overlapping.
    mutating func phrases(in sentence: Range<Int>, triggers: ArraySlice<Int32>, into found: inout [Phrase]) {
        parser.sentence = sentence
        var consumed = sentence.lowerBound
        for trigger in triggers {
            let trigger = Int(trigger)
            guard trigger >= consumed else { continue }
            var start = trigger
            while start > consumed, trigger - start < PhraseFinder.reach, parser.positions[start - 1] != 0 { start -= 1 }
            while start <= trigger {
                if let phrase = parser.phrase(start), phrase.end > trigger, accepts(phrase) {
                    precede(phrase, from: consumed, into: &found)
                    found.append(phrase)
                    consumed = phrase.end
                    follow(phrase, consumed: &consumed, into: &found)
                    break
                }
                start += 1
            }
        }
    }

    /// Whether the phrase is an expression here, not a part of a name, code or idiom.
    private func accepts(_ phrase: Phrase) -> Bool {
        PhraseFilter(parser: parser).accepts(phrase)
    }

    /// Adds the start of a range whose month or half of the day its end names: *25 and 26 July*, *3–4 pm*.
    private func precede(_ phrase: Phrase, from consumed: Int, into found: inout [Phrase]) {
        let parser = parser
        let link = phrase.start - 1
        guard link - 1 >= consumed, parser.has(link, [.and, .until, .hyphen, .or, .comma]) else { return }
        let token = parser.has(link, .comma) || !parser.has(link - 1, .comma) ? link - 1 : link - 2
        guard token >= consumed else { return }
        if case .calendar(var fields) = phrase.meaning, phrase.rule == .dayMonth || phrase.rule == .dayMonthYear,
            let last = fields.day, let digits = parser.digits(token), digits.suffix != .plural, digits.value < last, digits.value > 0,
            !parser.isQuantity(token)
        {
            fields.day = digits.value
            fields.weekday = nil
            let hasThe = token - 1 >= consumed && parser.has(token - 1, .the)
            precede(Phrase((hasThe ? token - 1 : token)..<token + 1, phrase.rule, .calendar(fields)), from: consumed, into: &found)
            found.append(Phrase((hasThe ? token - 1 : token)..<token + 1, .rangeEnd, .calendar(fields)))
            return
        }
        guard case .moment = phrase.meaning, phrase.rule == .clockTime, let hour = phrase.time?.hour, !parser.has(link, .comma),
            let digits = parser.digits(token), digits.suffix == .none, digits.width <= 2, (1...12).contains(digits.value)
        else { return }
        var time = TimeOfDay(hour: digits.value % 12 + (hour >= 12 && digits.value <= (hour + 11) % 12 + 1 ? 12 : 0))
        time.zone = phrase.time?.zone
        var first = Phrase(token..<token + 1, .rangeEnd, .moment)
        first.time = time
        found.append(first)
    }

    /// Adds the ends of ranges and lists that take over what stands before: *July 13–15*, *1939–45*.
    private func follow(_ phrase: Phrase, consumed: inout Int, into found: inout [Phrase]) {
        guard case .calendar(var fields) = phrase.meaning, phrase.time == nil else { return }
        let next = phrase.end
        guard parser.has(next, [.hyphen, .until, .and, .or, .comma, .slash]) else { return }
        let token = parser.has(next, .comma) && parser.has(next + 1, [.and, .or]) ? next + 2 : next + 1
        guard let digits = parser.digits(token), digits.suffix != .plural, digits.width <= 2, !digits.hasApostrophe else { return }
        if fields.day == nil, fields.month == nil, let year = fields.year, phrase.rule == .year || phrase.rule == .fiscalYear || phrase.rule == .season,
            parser.has(next, [.hyphen, .slash]), digits.width == 2, digits.suffix == .none, !parser.isSpaced(next), !parser.isSpaced(token),
            digits.value > year % 100 || year % 100 == 99 && digits.value == 0
        {
            fields.year = year / 100 * 100 + digits.value + (digits.value == 0 ? 100 : 0)
            found.append(Phrase(token..<token + 1, .yearRange, .calendar(fields)))
            consumed = token + 1
            return
        }
        guard let day = fields.day, fields.month != nil, phrase.rule == .monthDay || phrase.rule == .rangeEnd,
            digits.value > day, digits.value <= 31, !parser.has(token + 1, [.month, .unit, .meridiem, .of, .hyphen, .clock]), !parser.isQuantity(token)
        else { return }
        if parser.has(next, .comma), !parser.has(token + 1, [.comma, .and]), token + 1 < parser.sentence.upperBound, !parser.has(token, .ordinal), token == next + 1 {
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
