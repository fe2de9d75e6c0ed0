import PostilCore
import PostilText

extension NumeralParser {
    /// *one and a half*, *five and three quarters*, *two million and a half*, *3 and 1/2*.
    func mixedNumber(behind sum: NumeralSum) -> Numeral? {
        guard !sum.isOrdinal, !sum.isPlural, view.end(sum.last) == sum.end, let and = following(sum.last),
            word(and).kind == .and, let next = following(and), !isHyphen(next), let value = sum.value
        else { return nil }
        let part: Numeral?
        if word(next).kind == .article, let behind = following(next) {
            part = partAfterArticle(first: next, at: behind)
        } else if let small = self.sum(at: next, below: ExactDecimal(1000)) {
            part = small.digits == nil ? denominator(behind: small) : slashFraction(behind: small)
        } else if word(next).kind == .part, !word(next).isPlural, word(next).value == 2 {
            part = made(ExactNumber(.one, over: ExactDecimal(2)), next, next)
        } else {
            part = nil
        }
        guard var part, let fraction = part.value, fraction < ExactNumber(1) else { return nil }
        var whole = ExactNumber(value)
        var added = fraction
        let scaledPart = scaled(part)
        if scaledPart.span != part.span, let scaledValue = scaledPart.value, sum.endsInScale {
            part = scaledPart
            added = scaledValue
        } else if sum.endsInScale, sum.scale > ExactDecimal(100),
            let share = fraction.multiplied(by: ExactNumber(sum.scale))
        {
            added = share
        } else if !sum.hasScale, let total = whole.adding(fraction) {
            var result = made(
                total,
                sum.first,
                part.tokens.upperBound - 1,
                notation: sum.digits == nil ? .words : .mixed
            )
            result.span = Span(start: result.span.start, end: part.span.end)
            return scaled(result)
        }
        guard let total = whole.adding(added) else { return nil }
        whole = total
        var result = made(whole, sum.first, part.tokens.upperBound - 1, notation: sum.digits == nil ? .words : .mixed)
        result.span = Span(start: result.span.start, end: part.span.end)
        result.scale = sum.scale
        return result
    }

    /// *one over three*, *2000 over 3*.
    func quotient(behind sum: NumeralSum) -> Numeral? {
        guard !sum.isOrdinal, !sum.isPlural, view.end(sum.last) == sum.end, let over = following(sum.last),
            word(over).kind == .over, let below = following(over), over == sum.last + 1, below == over + 1,
            let divisor = self.sum(at: below), !divisor.isOrdinal, isQuotientEnd(divisor.end), let top = sum.value,
            let bottom = divisor.value,
            let value = ExactNumber(top, over: bottom)
        else { return nil }
        var result = made(value, sum.first, divisor.last)
        result.span = Span(view.start(sum.first)..<divisor.end)
        return result
    }

    /// Whether nothing that the divisor would count stands behind it: *$100 over 3 years* is no quotient.
    func isQuotientEnd(_ offset: Int) -> Bool {
        switch byte(offset) {
        case 0, 0x0A, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: ")"):
            true
        default: false
        }
    }

    /// A fraction with a power or multiple behind it: *half a million*, *one and a half billion*,
    /// *two thirds of a million*, *half a dozen*.
    func scaled(_ numeral: Numeral) -> Numeral {
        let last = numeral.tokens.upperBound - 1
        guard view.end(last) == Int(numeral.span.end), var next = following(last) else { return numeral }
        var hasOf = false
        if word(next).kind == .of, next + 1 < view.count {
            hasOf = true
            next += 1
        }
        if word(next).kind == .article, next + 1 < view.count, isAdjacent(next, next + 1) {
            guard numeral.kind == .fraction else { return numeral }
            next += 1
        } else if hasOf {
            return numeral
        }
        let scale = word(next)
        guard scale.kind == .power || scale.kind == .multiple && scale.value == 12 || scale.kind == .hundred,
            !scale.isOrdinal,
            view.length(next) > 3
        else { return numeral }
        let factor: ExactDecimal? =
            scale.kind == .multiple ? ExactDecimal(Int(scale.value)) : .powerOfTen(Int32(scale.value))
        guard let factor, let value = numeral.value?.multiplied(by: ExactNumber(factor)) else { return numeral }
        var result = numeral
        result.value = value
        result.scale = factor
        result.kind = .cardinal
        result.notation = numeral.notation == .words ? .words : .mixed
        result.tokens = numeral.tokens.lowerBound..<next + 1
        result.span = Span(start: numeral.span.start, end: UInt32(view.end(next)))
        return result
    }
}
