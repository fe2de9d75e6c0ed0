import PostilCore
import PostilText

extension ExpressionParser {
    /// *dozens*, *hundreds of thousands*, *several dozen*, *a few hundred*, *tens of millions*.
    func vagueAmount(at token: Int) -> NumberExpression? {
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
    func plainFew(from first: Int, to last: Int, _ bounds: (low: Int, high: Int)) -> NumberExpression {
        var value = NumberValue(kind: .cardinal)
        value.low = ExactNumber(bounds.low)
        value.high = ExactNumber(bounds.high)
        value.approximation = .vague
        return NumberExpression(start: view.start(first), end: view.end(last), value: value, rule: .vagueAmount)
    }

    func isOf(_ token: Int) -> Bool { entry(token).numeral.kind == .of }

    /// The factor of *dozen*, *hundreds*, *million*; *tens*.
    func scale(at token: Int) -> (factor: ExactDecimal, isPlural: Bool)? {
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
    func couple(at token: Int) -> NumberExpression? {
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
}
