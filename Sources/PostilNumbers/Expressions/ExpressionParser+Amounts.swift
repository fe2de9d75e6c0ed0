import PostilCore
import PostilText

extension ExpressionParser {
    /// The number at `token` with its sign, power, unit, percent or currency.
    func amount(at token: Int) -> Amount? {
        guard var numeral = numerals.numeral(at: token) else {
            return articleAmount(at: token)
        }
        guard accepts(numeral, at: token) else { return nil }
        numeral = numerals.signed(numeral)
        var amount = Amount(
            numeral: numeral,
            value: numeral.value,
            start: Int(numeral.span.start),
            end: Int(numeral.span.end),
            rule: numeral.notation == .words ? .words : numeral.notation == .mixed ? .magnitude : .digits
        )
        amount.scale = numeral.scale
        if numeral.kind == .ordinal, numeral.notation == .words, let part = partOfUnit(numeral) { return part }
        if numeral.kind == .ordinal {
            amount.kind = .ordinal
            amount.rule = .ordinal
            return amount
        }
        if numeral.kind == .fraction { amount.rule = .fraction }
        let sign =
            numeral.notation == .words
            ? nil : currencies.before(amount.start).flatMap { $0.range.lowerBound >= floor ? $0 : nil }
        if let sign {
            amount.currency = sign.currency
            amount.start = min(amount.start, sign.range.lowerBound)
            amount.kind = .money
            amount.rule = .moneySign
            amount.hasPrefix = true
        }
        if numeral.notation == .digits { applyMagnitude(&amount) }
        if amount.kind == .money {
            finishMoney(&amount, token)
            return amount
        }
        if byte(amount.end) | 0x20 == UInt8(ascii: "x"), byte(amount.end + 1) == 0x20 || isPhraseEnd(amount.end + 1),
            numeral.notation == .digits,
            byte(amount.end + 2) &- 0x30 >= 10
        {
            amount.end += 1
            amount.unitName = "{times}"
            amount.rule = .multiple
            return amount
        }
        if isGluedToLetters(amount.end, numeral), !applySuffix(&amount) { return nil }
        if amount.unit == nil, amount.kind == .cardinal { _ = applySuffix(&amount) }
        finishAmount(&amount)
        if amount.kind == .cardinal, multiplies(at: amount.end) {
            amount.end += 6
            amount.unitName = "{times}"
            amount.rule = .multiple
        }
        return amount
    }

    /// Whether *times* and a comparison follow: *three times as many*, *3 times larger*.
    private func multiplies(at offset: Int) -> Bool {
        guard byte(offset) == 0x20, units.hasWord("times", at: offset + 1), byte(offset + 6) == 0x20 else {
            return false
        }
        return ExpressionParser.comparisons.contains { units.hasWord($0, at: offset + 7) }
    }

    private static let comparisons: [StaticString] = [
        "as", "more", "less", "the", "larger", "bigger", "higher", "lower", "smaller", "faster", "slower", "greater",
        "longer",
        "heavier", "better", "worse", "stronger", "its", "that", "what", "cheaper", "older", "richer",
    ]

    /// What may stand around a number or its unit: a name of money before it, *below zero*, an error.
    private func finishAmount(_ amount: inout Amount) {
        if amount.kind == .cardinal, units.hasWord("below", at: amount.end + 1),
            units.hasWord("zero", at: amount.end + 7)
        {
            amount.end += 11
            amount.kind = .quantity
            amount.rule = .temperatureBelowZero
            amount.unit = units.table.unit(name: LowercaseHash(word: "degree"))
            amount.value = amount.value?.negated
        }
        if amount.unit?.dimension == .temperature, !amount.numeral.hasSign, byte(amount.start - 1) == 0x20,
            byte(amount.start - 2) == UInt8(ascii: "-"), byte(amount.start - 3) <= 0x20
        {
            amount.start -= 2
            amount.value = amount.value?.negated
        }
        if amount.kind == .cardinal, amount.numeral.notation != .words { applyMoneyBefore(&amount) }
        applyError(&amount)
    }

    /// A name of money before digits: *ringgit 42*, *dollar 22.5 million*.
    private func applyMoneyBefore(_ amount: inout Amount) {
        guard let before = token(endingAtOrBefore: amount.start), view.values[before].kind == .word,
            before == 0 || !numerals.isNumeralWord(before - 1)
        else { return }
        let start = before > 0 && view.values[before - 1].kind == .word ? view.start(before - 1) : view.start(before)
        for first in [start, view.start(before)] {
            guard let money = currencies.name(at: first), money.range.upperBound == view.end(before) else { continue }
            let isCommon =
                money.currency.family == .dollar || money.currency.family == .pound || money.currency.minor != nil
            guard !isCommon || amount.scale > ExactDecimal(100) || amount.numeral.decimals == 2 else { continue }
            guard view.length(before) > 3 || amount.scale > ExactDecimal(100) else { continue }
            amount.currency = money.currency
            amount.start = first
            amount.kind = .money
            amount.rule = .moneySign
            amount.hasPrefix = true
            return
        }
    }

    /// *± 4.35%*, *+/- 0.2 mm*: the error belongs to the measure and bounds it.
    private func applyError(_ amount: inout Amount) {
        var offset = skipBlank(amount.end)
        if byte(offset) == 0xC2, byte(offset + 1) == 0xB1 {
            offset += 2
        } else if byte(offset) == UInt8(ascii: "+"), byte(offset + 1) == UInt8(ascii: "/"),
            byte(offset + 2) == UInt8(ascii: "-")
        {
            offset += 3
        } else {
            return
        }
        offset = skipBlank(offset)
        guard isDigit(offset), let error = DigitScanner(view.bytes).scan(from: offset), let width = error.value else {
            return
        }
        amount.end = error.end
        amount.error = width
        if amount.unit == nil, amount.kind == .cardinal {
            _ = applySuffix(&amount)
        } else {
            var other = amount
            other.unit = nil
            if amount.kind == .percent, applyPercent(&other) { amount.end = other.end }
            if amount.kind == .quantity, let unit = units.unit(at: skipBlank(amount.end)),
                unit.unit.code == amount.unit?.code
            {
                amount.end = unit.end
            }
        }
    }

    /// The token at or before `offset`, found by bisection.
    func tokenIndex(at offset: Int) -> Int {
        var lower = 0
        var upper = view.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if view.start(middle) > offset { upper = middle } else { lower = middle + 1 }
        }
        return max(lower - 1, 0)
    }
}
