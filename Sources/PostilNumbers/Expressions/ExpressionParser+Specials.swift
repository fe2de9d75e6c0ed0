import PostilCore
import PostilText

extension ExpressionParser {
    /// Numbers that no numeral begins: *dozens*, *a couple*, *the last*, *percent of 10*, *twofold*, *XIV*.
    func special(at token: Int) -> NumberExpression? {
        let entry = entry(token)
        if entry.has(.multiple), let multiple = multiple(at: token, entry) { return multiple }
        if let vague = vagueAmount(at: token) { return vague }
        if entry.numeral.kind == .article || entry.has(.couple), let couple = couple(at: token) { return couple }
        if entry.has(.relative) || entry.numeral.isOrdinal || entry.numeral.kind == .unit
            || entry.numeral.kind == .article,
            let relative = relativeOrdinal(at: token)
        {
            return relative
        }
        if view.values[token].kind == .word, units.hasWord("the", at: view.start(token)),
            let relative = relativeOrdinal(at: token)
        {
            return relative
        }
        if entry.has(.percent), let percent = percentOf(at: token) { return percent }
        if entry.has(.romanHead), let roman = romanNumeral(behind: token) { return roman }
        return nil
    }

    private func multiple(at token: Int, _ entry: LexiconEntry) -> NumberExpression? {
        var value = NumberValue(kind: .cardinal, value: ExactNumber(Int(entry.amount)))
        value.unit = "{times}"
        guard view.length(token) > 6 else { return nil }
        return NumberExpression(start: view.start(token), end: view.end(token), value: value, rule: .multiple)
    }

    // MARK: Vague amounts

    /// *dozens*, *hundreds of thousands*, *several dozen*, *a few hundred*, *tens of millions*.
    private func vagueAmount(at token: Int) -> NumberExpression? {
        var next = token
        var few: (low: Int, high: Int)?
        if entry(next).numeral.kind == .article, next + 1 < view.count, entry(next + 1).has(.few) { next += 1 }
        if entry(next).has(.few) {
            few =
                units.hasWord("several", at: view.start(next))
                ? (2, 6) : units.hasWord("many", at: view.start(next)) ? (2, 20) : (3, 5)
            next += 1
        }
        if let few, next > token + 1, units.hasWord("few", at: view.start(next - 1)),
            next >= view.count || scale(at: next) == nil
        {
            return plainFew(from: token, to: next - 1, few)
        }
        guard next < view.count, view.values[next].kind == .word, let first = scale(at: next) else { return nil }
        guard few != nil || first.isPlural else { return nil }
        if few == nil, next == token,
            first.factor == ExactDecimal(20) || first.factor == ExactDecimal(144) && !isOf(next + 1)
        {
            return nil
        }
        if few == nil, view.length(next) < 5, first.factor != ExactDecimal(10) { return nil }
        var factor = first.factor
        var last = next
        // *hundreds of thousands*, *several hundred million*
        while last + 1 < view.count {
            var following = last + 1
            if isOf(following) { following += 1 }
            guard following < view.count, view.values[following].kind == .word, let more = scale(at: following),
                following == last + 1 ? !more.isPlural || few == nil : more.isPlural, more.factor > ExactDecimal(10)
            else { break }
            factor = factor.multiplied(by: more.factor) ?? factor
            last = following
        }
        // *tens* alone are more often coins and marks.
        if last == next, first.factor == ExactDecimal(10), few == nil { return nil }
        let bounds = few ?? (2, 0)
        guard let low = factor.multiplied(by: ExactDecimal(bounds.low)) else { return nil }
        var value = NumberValue(kind: .cardinal)
        value.low = ExactNumber(low)
        value.high = bounds.high == 0 ? nil : factor.multiplied(by: ExactDecimal(bounds.high)).map(ExactNumber.init)
        value.approximation = .vague
        var amount = Amount(
            numeral: Numeral(
                kind: .cardinal,
                notation: .words,
                value: nil,
                span: Span(view.start(token)..<view.end(last)),
                tokens: token..<last + 1
            ),
            value: nil,
            start: view.start(token),
            end: view.end(last),
            rule: .vagueAmount
        )
        // *hundreds of dollars*, *several million pounds*
        var measured = amount
        if isOf(last + 1) { measured.end = view.end(last + 1) }
        if applySuffix(&measured), measured.kind == .money || measured.kind == .quantity || measured.kind == .percent {
            amount = measured
            value.kind = measured.kind
            if let currency = measured.currency { value.currency = currency.code }
            value.unit = measured.unit?.code ?? measured.unitName
        }
        return NumberExpression(start: amount.start, end: amount.end, value: value, rule: .vagueAmount)
    }

    /// *a few* without a multiple behind it.
    private func plainFew(from first: Int, to last: Int, _ bounds: (low: Int, high: Int)) -> NumberExpression {
        var value = NumberValue(kind: .cardinal)
        value.low = ExactNumber(bounds.low)
        value.high = ExactNumber(bounds.high)
        value.approximation = .vague
        return NumberExpression(start: view.start(first), end: view.end(last), value: value, rule: .vagueAmount)
    }

    private func isOf(_ token: Int) -> Bool { entry(token).numeral.kind == .of }

    /// The factor of *dozen*, *hundreds*, *million*; *tens*.
    private func scale(at token: Int) -> (factor: ExactDecimal, isPlural: Bool)? {
        let word = numerals.word(token)
        if units.hasWord("tens", at: view.start(token)) { return (ExactDecimal(10), true) }
        guard !word.isOrdinal else { return nil }
        switch word.kind {
        case .hundred, .power: return ExactDecimal.powerOfTen(Int32(word.value)).map { ($0, word.isPlural) }
        case .multiple: return (ExactDecimal(Int(word.value)), word.isPlural)
        default: return nil
        }
    }

    /// *a couple*, *a pair*, *a couple of hundred*.
    private func couple(at token: Int) -> NumberExpression? {
        var next = token
        if entry(next).numeral.kind == .article { next += 1 }
        guard next > token, next < view.count, entry(next).has(.couple) else { return nil }
        let isCouple = units.hasWord("couple", at: view.start(next))
        var value = NumberValue(kind: .cardinal, value: ExactNumber(2))
        if isCouple { value.approximation = .about }
        var end = view.end(next)
        var following = next + 1
        if isOf(following) { following += 1 }
        if following < view.count, following > next, isCouple, let more = scale(at: following), !more.isPlural {
            value.value = more.factor.multiplied(by: ExactDecimal(2)).map(ExactNumber.init)
            end = view.end(following)
        } else if !isCouple, isOf(next + 1), !isPhraseEnd(view.end(next + 1)) {
            // *a pair of shoes* is one thing; *a pair* alone is two.
            return nil
        }
        return NumberExpression(start: view.start(token), end: end, value: value, rule: .couple)
    }

    // MARK: Places from an end or from here

    /// *last*, *next*, *the second to last*, *next to last*, *the one before the last one*.
    private func relativeOrdinal(at token: Int) -> NumberExpression? {
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
    private func match(_ phrase: [LowercaseHash], at token: Int) -> Int? {
        guard token + phrase.count <= view.count else { return nil }
        for (index, word) in phrase.enumerated() where view.values[token + index].hash != word { return nil }
        return token + phrase.count - 1
    }

    /// Whether *last* and its like order something here: a noun or number follows, and no time does.
    private func isRelative(_ token: Int) -> Bool {
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

    private static let subjects: [StaticString] = ["we", "i", "he", "she", "they", "it", "you", "at"]

    private static let timeWords: [StaticString] = [
        "night", "morning", "evening", "afternoon", "weekend", "summer", "winter", "spring", "fall", "autumn", "season",
        "quarter", "couple", "few", "several",
    ]

    // MARK: Percent before its number

    /// *percent of 10*, where no number stands before the word.
    private func percentOf(at token: Int) -> NumberExpression? {
        var next = token
        if units.hasWord("per", at: view.start(token)) {
            next += 1
            guard next < view.count, units.hasWord("cent", at: view.start(next)) else { return nil }
        }
        guard isOf(next + 1), next + 2 < view.count, token == 0 || !numerals.isNumeralWord(token - 1),
            let numeral = numerals.numeral(at: next + 2), numeral.kind == .cardinal
        else { return nil }
        var value = NumberValue(kind: .percent, value: numeral.value)
        value.unit = "%"
        return NumberExpression(start: view.start(token), end: Int(numeral.span.end), value: value, rule: .percentOf)
    }

    // MARK: Roman numerals

    /// *Chapter IV*: the numeral behind a word that is counted.
    private func romanNumeral(behind token: Int) -> NumberExpression? {
        let next = token + 1
        guard next < view.count, view.values[token].shape == .capitalized || view.values[token].shape == .upper,
            view.values[next].shape == .upper || view.values[next].shape == .initial, view.values[next].kind == .word,
            let value = RomanNumeral.value(of: view.bytes, view.start(next)..<view.end(next))
        else { return nil }
        return NumberExpression(
            start: view.start(next),
            end: view.end(next),
            value: NumberValue(kind: .cardinal, value: ExactNumber(value)),
            rule: .romanNumeral
        )
    }
}
