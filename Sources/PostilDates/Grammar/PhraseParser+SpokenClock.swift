import PostilCore

/// Times of day as they are said.
extension PhraseParser {
    /// *half past six*, *quarter to five*, *ten past 3*, *20 after 8 pm*.
    func spokenClock(_ index: Int) -> ClockPiece? {
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

    private static let clockOpeners = KnownWords("by until till since before after nearly almost")
    private static let itWord = KnownWords("it")
    private static let beWords = KnownWords("is was 's ’s")
    private static let beforeWords = KnownWords("before")
}
