import PostilCore
import PostilText

extension ExpressionParser {
    /// *between 3 and 5*, *from 3 to 5*, *ten to eleven*, *25–62*, *$5-$10*, *5 kg to 10 kg*.
    func range(_ first: Amount, from token: Int) -> NumberExpression? {
        guard first.value != nil, first.kind != .ordinal || first.numeral.notation == .words else { return nil }
        let before = self.token(endingAtOrBefore: first.start)
        let opener = before.flatMap { rangeOpener($0) }
        guard let (next, isTight) = rangeMark(behind: first, opener: opener?.kind) else { return nil }
        var start = next
        // *between 2 l and about 7 l*, *2 - ~7 litres*
        if entry(start).has(.approximator), start + 1 < view.count { start += 1 }
        if view.length(start) == 1, view.firstByte(start) == UInt8(ascii: "~"), start + 1 < view.count { start += 1 }
        start = tokenBehindCurrency(start)
        guard var second = amount(at: start) else { return nil }
        if isTight, second.numeral.hasSign, second.start < view.start(start) {
            second.value = second.value?.negated
            second.start = view.start(start)
        }
        guard var (low, high) = ends(first, second, isTight: isTight, hasOpener: opener != nil) else { return nil }
        if low > high, low.isNegative, high.isNegative, !isTight { swap(&low, &high) }
        if isTight, opener == nil, low > high { return score(first, second) }
        guard low <= high else { return nil }
        if !isTight, opener?.kind != .between, followsChange(first.start, opener: opener?.start),
            opener != nil || isStep(low, to: high)
        {
            return nil
        }
        var value = NumberValue(kind: second.kind == .cardinal ? first.kind : second.kind)
        var described = second.kind == .cardinal && first.kind != .cardinal ? first : second
        described.value = nil
        describe(&value, described)
        if first.kind == .money || second.kind == .money { value.kind = .money }
        value.low = low
        value.high = high
        value.approximation = .range
        value.isRange = true
        var expression = NumberExpression(
            start: opener?.start ?? first.start,
            end: second.end,
            value: value,
            rule: .range
        )
        expression.isScaled = second.scale > ExactDecimal(100)
        expression.isTime = second.unit?.dimension == .time
        expression.family = (second.currency ?? first.currency)?.family ?? .none
        return expression
    }

    /// The token that ends at `offset` or one blank before it.
    func token(endingAtOrBefore offset: Int) -> Int? {
        guard offset > 0 else { return nil }
        let found = tokenIndex(at: offset - 1)
        guard view.end(found) <= offset, offset - view.end(found) <= 2 else { return nil }
        return found
    }

    /// Whether the first number is small against the second: *rose 2 to 40* tells a step and where it led.
    private func isStep(_ low: ExactNumber, to high: ExactNumber) -> Bool {
        low.multiplied(by: ExactNumber(5)).map { $0 < high } ?? false
    }

    /// Whether a verb of change stands before: *rose 2 to 40* and *grew from 5 to 9* state two numbers.
    private func followsChange(_ start: Int, opener: Int?) -> Bool {
        guard var before = token(endingAtOrBefore: opener ?? start) else { return false }
        for _ in 0..<4 {
            if entry(before).has(.change) { return true }
            guard before > 0, view.values[before].kind == .word || view.values[before].kind == .symbol else {
                return false
            }
            before -= 1
        }
        return false
    }

    private enum Opener { case between, from }

    private func rangeOpener(_ token: Int) -> (kind: Opener, start: Int)? {
        guard view.start(token) >= floor else { return nil }
        if units.hasWord("between", at: view.start(token)) { return (.between, view.start(token)) }
        if units.hasWord("from", at: view.start(token)) { return (.from, view.start(token)) }
        return nil
    }

    /// The token behind the mark or word of a range, and whether nothing but a dash stands between.
    private func rangeMark(behind first: Amount, opener: Opener?) -> (Int, Bool)? {
        let last = tokenIndex(at: max(first.end - 1, 0))
        let next = view.end(last) > first.end ? last : last + 1
        guard next < view.count, next + 1 <= view.count, view.start(next) >= first.end,
            view.start(next) - first.end <= 2
        else { return nil }
        if numerals.isHyphen(next), next + 1 < view.count {
            let isTight = view.start(next) == first.end && view.start(next + 1) == view.end(next)
            let isLoose =
                view.start(next + 1) - view.end(next) <= 1
                && (view.start(next + 1) > view.end(next) || first.kind == .cardinal)
            guard isTight || isLoose else { return nil }
            return (next + 1, true)
        }
        if view.length(next) == 1, view.firstByte(next) == UInt8(ascii: "~"), next + 1 < view.count {
            return (next + 1, true)
        }
        guard next + 1 < view.count else { return nil }
        if entry(next).has(.to) { return (next + 1, false) }
        if opener != nil, entry(next).numeral.kind == .and { return (next + 1, false) }
        return nil
    }

    /// The token of the digits where a currency's sign stands before them.
    private func tokenBehindCurrency(_ token: Int) -> Int {
        guard token + 1 < view.count, view.values[token].kind != .number,
            currencies.before(view.start(token + 1))?.range.lowerBound == view.start(token)
        else { return token }
        return token + 1
    }

    /// The ends of a range in one unit; nil where the two amounts are none.
    private func ends(
        _ first: Amount,
        _ second: Amount,
        isTight: Bool,
        hasOpener: Bool
    ) -> (ExactNumber, ExactNumber)? {
        guard var low = first.value, let high = second.value, second.kind != .ordinal || first.kind == .ordinal else {
            return nil
        }
        guard
            first.kind == second.kind
                ? first.agrees(with: second) || first.unit != nil && first.unit?.dimension == second.unit?.dimension
                : first.kind == .cardinal || first.kind == .money && second.kind == .cardinal && first.hasPrefix
        else { return nil }
        // *10 to 15 million*: the power belongs to both.
        if first.scale == .one, second.scale > ExactDecimal(100),
            second.numeral.notation != .words || first.numeral.notation == .words,
            low < ExactNumber(1000), second.scale != ExactDecimal(12)
        {
            low = low.multiplied(by: ExactNumber(second.scale)) ?? low
        }
        if let unit = first.unit, let other = second.unit, unit.code != other.code, unit.offset == nil,
            other.offset == nil
        {
            guard unit.dimension == other.dimension else { return nil }
            low = low.multiplied(by: unit.factor)?.divided(by: other.factor) ?? low
        }
        // Years and their like: *2012–13*.
        if isTight, !hasOpener, first.numeral.isPlainDigits, second.numeral.isPlainDigits,
            first.numeral.integerDigits == 4,
            second.numeral.integerDigits == 2
                || second.numeral.integerDigits == 4 && second.kind == .cardinal && Readings.isYear(low)
                    && Readings.isYear(high)
        {
            return nil
        }
        return (low, high)
    }

    /// *3-2*: the points of two sides, the greater first.
    private func score(_ first: Amount, _ second: Amount) -> NumberExpression? {
        guard first.numeral.isPlainDigits, second.numeral.isPlainDigits, first.kind == .cardinal,
            second.kind == .cardinal
        else { return nil }
        var value = NumberValue(kind: .cardinal)
        value.low = second.value
        value.high = first.value
        return NumberExpression(start: first.start, end: second.end, value: value, rule: .score)
    }
}
