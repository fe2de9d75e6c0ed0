import PostilCore

/// Further forms of commands and questions.
extension PhraseParser {
    /// *this season*, *last season*: the season that holds the reference date, or its neighbour.
    func seasonUnit(_ index: Int) -> Phrase? {
        guard has(index, .direction), let direction = Direction(rawValue: word(index).direction),
            isWord(index + 1, PhraseParser.seasonWords)
        else { return nil }
        return Phrase(index..<index + 2, .directedUnit, .offset(direction.step, .season, isFromMention: false))
    }

    /// *last week's Sunday*, *Sunday from last week*.
    func dayOfWeek(_ index: Int) -> Phrase? {
        if has(index, .weekday), !word(index).isPlural, isWord(index + 1, PhraseParser.fromWord),
            let week = unitPhrase(index + 2), case .offset(_, .week, _) = week.meaning
        {
            return Phrase(
                index..<week.end,
                .weekday,
                .nth(1, .day, weekday: word(index).weekday, of: week.meaning)
            )
        }
        guard has(index, .direction), let week = unitPhrase(index), case .offset(_, .week, _) = week.meaning,
            has(week.end, .possessiveMark), has(week.end + 1, .weekday), !word(week.end + 1).isPlural
        else { return nil }
        let weekday = word(week.end + 1).weekday
        return Phrase(index..<week.end + 2, .weekday, .nth(1, .day, weekday: weekday, of: week.meaning))
    }

    /// *Friday after next*, *the closest Monday to 5 October*.
    func nearestDay(_ index: Int) -> Phrase? {
        if has(index, .weekday), isWord(index + 1, PhraseParser.afterWord), has(index + 2, .direction),
            word(index + 2).direction == Direction.next.rawValue
        {
            return Phrase(index..<index + 3, .weekday, .counted(2, weekday: word(index).weekday))
        }
        let start = has(index, .the) ? index + 1 : index
        guard isWord(start, PhraseParser.nearWords), has(start + 1, .weekday), has(start + 2, .until),
            let date = datePiece(start + 3), date.meaning.isDay
        else { return nil }
        // From three days before a day on, the first such weekday is the nearest.
        let weekday = word(start + 1).weekday
        let window = TimeMeaning.relative(Length(3, .day), -1, date.meaning)
        return Phrase(index..<date.end, .lengthAround, .nth(1, .day, weekday: weekday, of: window))
    }

    private static let seasonWords = KnownWords("season seasons")
    private static let afterWord = KnownWords("after")
    private static let nearWords = KnownWords("closest nearest")
}
