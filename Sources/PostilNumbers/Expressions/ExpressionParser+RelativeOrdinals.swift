import PostilCore
import PostilText

extension ExpressionParser {
    /// *last*, *next*, *the second to last*, *next to last*, *the one before the last one*.
    func relativeOrdinal(at token: Int) -> NumberExpression? {
        for phrase in RelativePhrases.all {
            if let end = match(phrase, at: token),
                end + 1 >= view.count || view.values[end + 1].kind != .word || phrase.count > 2
            {
                return NumberExpression(
                    start: view.start(token),
                    end: view.end(end),
                    value: NumberValue(kind: .ordinal),
                    rule: .relativeOrdinal
                )
            }
        }
        guard entry(token).has(.relative), isRelative(token) else { return nil }
        return NumberExpression(
            start: view.start(token),
            end: view.end(token),
            value: NumberValue(kind: .ordinal),
            rule: .relativeOrdinal
        )
    }

    /// The last token of a phrase that begins at `token`.
    func match(_ phrase: [LowercaseHash], at token: Int) -> Int? {
        guard token + phrase.count <= view.count else { return nil }
        for (index, word) in phrase.enumerated() where view.values[token + index].hash != word { return nil }
        return token + phrase.count - 1
    }

    /// Whether *last* and its like order something here: a noun or number follows, and no time does.
    func isRelative(_ token: Int) -> Bool {
        guard token + 1 < view.count else {
            return units.hasWord("penultimate", at: view.start(token))
                || units.hasWord("antepenultimate", at: view.start(token))
        }
        let next = token + 1
        let long =
            units.hasWord("penultimate", at: view.start(token))
            || units.hasWord("antepenultimate", at: view.start(token))
        if long { return true }
        guard view.values[next].kind == .word || view.values[next].kind == .number,
            view.values[next].shape == .lower || view.values[next].kind == .number
        else { return false }
        if entry(next).has(.to) || entry(next).has(.in) || entry(next).numeral.kind == .and
            || entry(next).numeral.kind == .of
            || entry(next).numeral.kind == .article || entry(next).has(.or) || entry(next).has(.by)
            || entry(next).has(.out)
        {
            return false
        }
        // *We next assume*, *previous studies*
        if token > 0, ExpressionParser.subjects.contains(where: { units.hasWord($0, at: view.start(token - 1)) }) {
            return false
        }
        if !units.hasWord("last", at: view.start(token)), view.values[next].kind == .word,
            view.lastByte(next) == UInt8(ascii: "s"),
            numerals.word(next).kind == .none
        {
            return false
        }
        for word in ExpressionParser.noNouns where units.hasWord(word, at: view.start(next)) { return false }
        // Times belong to the dates.
        if let unit = units.unit(at: view.start(next)), unit.unit.dimension == .time { return false }
        for word in ExpressionParser.timeWords where units.hasWord(word, at: view.start(next)) { return false }
        return true
    }

    private static let noNouns: [StaticString] = [
        "is", "was", "the", "for", "on", "at", "with", "from", "that", "it", "he", "she", "they", "we", "i", "you", "s",
        "ed", "until", "through", "as", "but", "when", "if", "up", "name", "names",
    ]

    private static let subjects: [StaticString] = [
        "we", "i", "he", "she", "they", "it", "you", "at", "will", "would", "can", "could", "to", "not", "should",
        "may",
        "might", "must", "does", "did",
    ]

    private static let timeWords: [StaticString] = [
        "night", "time", "times", "morning", "evening", "afternoon", "weekend", "summer", "winter", "spring", "fall",
        "autumn", "season",
        "quarter", "couple", "few", "several",
    ]
}
