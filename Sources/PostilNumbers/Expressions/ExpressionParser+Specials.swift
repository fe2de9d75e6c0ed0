import PostilCore
import PostilText

extension ExpressionParser {
    /// Numbers that no numeral begins: *dozens*, *a couple*, *the last*, *percent of 10*, *twofold*, *XIV*.
    func special(at token: Int) -> NumberExpression? {
        if view.values[token].kind == .time { return colonRatio(at: token) }
        if currencies.table.hasAdded, isGluedMoney(token) { return gluedMoney(at: token) }
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
        if entry.has(.regnal), let regnal = regnalNumeral(at: token) { return regnal }
        if entry.has(.romanHead), let roman = romanNumeral(behind: token) { return roman }
        return nil
    }

    /// Whether a token is a mark of an added currency with digits, which the tokeniser does not part.
    func isGluedMoney(_ token: Int) -> Bool {
        view.lastByte(token) &- 0x30 < 10 && isLetter(view.start(token)) && markEnd(token) != nil
    }

    /// Where the digits behind such a mark begin.
    private func markEnd(_ token: Int) -> Int? {
        let start = view.start(token)
        var offset = start
        while offset < view.end(token), !isDigit(offset) { offset += 1 }
        return offset > start && currencies.table.isAdded(view.bytes, start..<offset) ? offset : nil
    }

    /// *GC10*, *GC10 million*: the mark of an added currency and its amount in one token.
    private func gluedMoney(at token: Int) -> NumberExpression? {
        let start = view.start(token)
        guard start >= floor, let digits = markEnd(token), let scanned = DigitScanner(view.bytes).scan(from: digits),
            let value = scanned.value, let currency = currencies.table.currency(sign: view.bytes, start..<digits)
        else { return nil }
        let numeral = Numeral(
            kind: .cardinal,
            notation: .digits,
            value: ExactNumber(value),
            span: Span(digits..<scanned.end),
            tokens: token..<token + 1,
            decimals: scanned.decimals
        )
        var amount = Amount(
            numeral: numeral,
            value: numeral.value,
            start: start,
            end: scanned.end,
            kind: .money,
            rule: .moneySign,
            currency: currency
        )
        applyMagnitude(&amount)
        let next = self.token(startingAtOrAfter: amount.end, from: token)
        if amount.scale == .one, next < view.count, view.start(next) - amount.end == 1,
            numerals.word(next).kind == .power,
            let factor = ExactDecimal.powerOfTen(Int32(numerals.word(next).value))
        {
            amount.value = amount.value?.multiplied(by: ExactNumber(factor))
            amount.scale = factor
            amount.end = view.end(next)
        }
        amount.rule = .moneySign
        return expression(of: amount)
    }

    /// *3:1*, where it is no time of day.
    private func colonRatio(at token: Int) -> NumberExpression? {
        guard Readings(view).winner(at: token).kind == .ratio else { return nil }
        let scanner = DigitScanner(view.bytes)
        let start = view.start(token)
        let colon = scanner.digitsEnd(start)
        let end = view.end(token)
        guard byte(colon) == UInt8(ascii: ":"), scanner.digitsEnd(colon + 1) == end,
            let top = scanner.scan(from: start)?.value, let below = scanner.scan(from: colon + 1)?.value,
            let value = ExactNumber(top, over: below)
        else { return nil }
        var number = NumberValue(kind: .cardinal, value: value)
        number.isFraction = true
        return NumberExpression(start: start, end: end, value: number, rule: .ratio)
    }

    func multiple(at token: Int, _ entry: LexiconEntry) -> NumberExpression? {
        var value = NumberValue(kind: .cardinal, value: ExactNumber(Int(entry.amount)))
        value.unit = "{times}"
        return NumberExpression(start: view.start(token), end: view.end(token), value: value, rule: .multiple)
    }

    /// *percent of 10*, where no number stands before the word.
    func percentOf(at token: Int) -> NumberExpression? {
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

    /// *Chapter IV*: the numeral behind a word that is counted.
    func romanNumeral(behind token: Int) -> NumberExpression? {
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
