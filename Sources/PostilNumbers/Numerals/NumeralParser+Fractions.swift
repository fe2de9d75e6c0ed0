import PostilCore
import PostilText

extension NumeralParser {
    /// A numeral with the parts of one that belong to it: *two thirds*, *one and a half million*,
    /// *3 1/4*, *half a dozen*, *two point five*.
    func fraction(at token: Int) -> Numeral? {
        if let part = leadingPart(at: token) { return scaled(part) }
        if let point = leadingPoint(at: token) { return scaled(point) }
        if let vulgar = vulgarFraction(at: token) { return scaled(vulgar) }
        guard let sum = sum(at: token) else { return nil }
        if sum.digits != nil, !sum.hasWords, let slashed = slashFraction(behind: sum) { return scaled(slashed) }
        if let decimal = decimalWords(behind: sum) { return decimal }
        if let parts = denominator(behind: sum) { return parts.scale == .one ? scaled(parts) : parts }
        if let mixed = mixedNumber(behind: sum) { return mixed }
        if let quotient = quotient(behind: sum) { return quotient }
        return finish(sum)
    }

    /// The numeral of a sum that is complete.
    func finish(_ sum: NumeralSum) -> Numeral {
        var numeral = Numeral(
            kind: sum.isOrdinal ? .ordinal : .cardinal,
            notation: sum.digits == nil ? .words : sum.hasWords ? .mixed : .digits,
            value: sum.value.map(ExactNumber.init),
            span: Span(view.start(sum.first)..<sum.end),
            tokens: sum.first..<sum.last + 1
        )
        numeral.scale = sum.scale
        numeral.isPlural = sum.isPlural
        if let digits = sum.digits {
            numeral.integerDigits = digits.integerDigits
            numeral.decimals = digits.decimals
            numeral.leadingZeros = digits.leadingZeros
            numeral.grouping = digits.grouping
        }
        return numeral
    }

    func numeral(_ digits: DigitNumeral, at token: Int) -> Numeral {
        finish(
            NumeralSum(
                first: token,
                last: self.token(endingAtOrAfter: digits.end, from: token),
                end: digits.end,
                value: digits.value,
                isOrdinal: digits.isOrdinal,
                isPlural: digits.isPlural,
                digits: digits
            )
        )
    }

    private func made(_ value: ExactNumber?, _ first: Int, _ last: Int, notation: Numeral.Notation = .words) -> Numeral
    {
        Numeral(
            kind: .fraction,
            notation: notation,
            value: value,
            span: Span(view.start(first)..<view.end(last)),
            tokens: first..<last + 1
        )
    }

    // MARK: Parts without a number before them

    /// *half*, *a half*, *half a*, *a third*, *a quarter*, *quarter million*.
    private func leadingPart(at token: Int) -> Numeral? {
        let first = word(token)
        if first.kind == .part, !first.isPlural {
            // *half million*, *quarter million*; *quarter* alone is part of a year or a coin.
            let isScaled = token + 1 < view.count && word(token + 1).kind == .power && isAdjacent(token, token + 1)
            let isOf = word(token + 1).kind == .of || word(token + 1).kind == .article
            guard first.value == 2 || isScaled || isOf || isHyphenated(token) else { return nil }
            return made(ExactNumber(.one, over: ExactDecimal(Int(first.value))), token, token)
        }
        guard first.kind == .article, let next = following(token), next == token + 1 else { return nil }
        return partAfterArticle(first: token, at: next)
    }

    /// Whether a hyphen joins the next word: *quarter-litre*.
    private func isHyphenated(_ token: Int) -> Bool {
        token + 2 < view.count && isHyphen(token + 1)
            && view.start(token + 2) == view.end(token) + view.length(token + 1)
    }

    /// The part that *a* or *one* counts: *a half*, *a twenty-fifth*, *a hundredth*.
    private func partAfterArticle(first: Int, at token: Int) -> Numeral? {
        let part = word(token)
        if part.kind == .part, !part.isPlural {
            return made(ExactNumber(.one, over: ExactDecimal(Int(part.value))), first, token)
        }
        guard part.isOrdinal || part.kind == .tens, let sum = sum(at: token), sum.isOrdinal, !sum.isPlural,
            sum.digits == nil, let value = sum.value, value > ExactDecimal(2)
        else { return nil }
        // *a third man* is one more; a part has *of* behind it, a number before it, or nothing.
        guard isPartContext(sum.last) else { return nil }
        return made(ExactNumber(.one, over: value), first, sum.last)
    }

    /// Whether what follows an ordinal shows it to be a part: *of*, a mark or the end.
    private func isPartContext(_ token: Int) -> Bool {
        guard token + 1 < view.count else { return true }
        let next = token + 1
        if view.values[next].kind == .punctuation { return true }
        return word(next).kind == .of
    }

    // MARK: Decimals in words

    /// *point five*.
    private func leadingPoint(at token: Int) -> Numeral? {
        guard word(token).kind == .point, token == 0 || !isNumeralWord(token - 1) else { return nil }
        guard let (value, last, count) = spokenDecimals(at: token + 1), token > 0 || count > 0 else { return nil }
        var numeral = made(ExactNumber(value), token, last)
        numeral.kind = .cardinal
        numeral.decimals = count
        return numeral
    }

    /// *two point seven one*, *3 point 5*, *two point two million*.
    private func decimalWords(behind sum: NumeralSum) -> Numeral? {
        guard !sum.isOrdinal, !sum.isPlural, sum.last + 2 < view.count, view.end(sum.last) == sum.end,
            word(sum.last + 1).kind == .point, let (decimals, last, count) = spokenDecimals(at: sum.last + 2)
        else { return nil }
        var result = sum
        result.value = sum.value?.adding(decimals)
        result.last = last
        result.end = view.end(last)
        result.hasWords = true
        var numeral = finish(result)
        numeral.decimals = count
        return scaled(numeral)
    }

    /// The decimals read out from `token` on: *zero three*, *seventy-one*, *1415*.
    private func spokenDecimals(at token: Int) -> (ExactDecimal, Int, Int)? {
        guard token < view.count else { return nil }
        var digits: Int128 = 0
        var count = 0
        var next = token
        var last = token
        while next < view.count, count < 30, let (value, width) = spokenDigit(next) {
            for _ in 0..<width { digits *= 10 }
            digits += Int128(value)
            count += width
            last = next
            if width > 1, word(next).kind == .tens, let unit = following(next), word(unit).kind == .unit,
                !word(unit).isOrdinal
            {
                digits += Int128(word(unit).value)
                last = unit
            }
            next = last + 1
            if width > 1 { break }
        }
        guard count > 0, let value = ExactDecimal(coefficient: digits, exponent: Int32(-count)) else { return nil }
        return (value, last, count)
    }

    private func spokenDigit(_ token: Int) -> (Int, Int)? {
        let word = word(token)
        guard !word.isOrdinal else { return nil }
        switch word.kind {
        case .zero, .oh: return (0, 1)
        case .unit: return (Int(word.value), 1)
        case .teen, .tens: return (Int(word.value), 2)
        default:
            guard view.values[token].kind == .number else { return nil }
            let start = view.start(token)
            let end = DigitScanner(view.bytes).digitsEnd(start)
            guard end == view.end(token), end - start <= 9 else { return nil }
            var value = 0
            for offset in start..<end { value = value * 10 + Int(byte(offset) & 0x0F) }
            return (value, end - start)
        }
    }

    func isNumeralWord(_ token: Int) -> Bool {
        if view.values[token].kind == .number { return true }
        switch word(token).kind {
        case .zero, .unit, .teen, .tens, .hundred, .power, .multiple: return true
        default: return false
        }
    }

    // MARK: Numerator and denominator

    /// *three fifths*, *one third*, *twenty-three hundredths*; with a whole before it: *two and three fifths*.
    private func denominator(behind sum: NumeralSum) -> Numeral? {
        guard !sum.isOrdinal, !sum.isPlural, view.end(sum.last) == sum.end, let next = following(sum.last),
            let value = sum.value, let (below, last, isPlural) = denominatorWord(at: next)
        else { return nil }
        guard isPlural || (sum.tail ?? value) == .one else { return nil }
        if let tail = sum.tail, tail < below, let whole = value.subtracting(tail),
            let part = ExactNumber(tail, over: below)
        {
            return mixed(whole, part, sum, last: last)
        }
        return made(ExactNumber(value, over: below), sum.first, last, notation: sum.digits == nil ? .words : .mixed)
    }

    /// A whole number and a part: the part counts the power before it or behind it where there is one, as in
    /// *five billion and three quarters* and *one billion and a quarter million*.
    private func mixed(_ whole: ExactDecimal, _ part: ExactNumber, _ sum: NumeralSum, last: Int) -> Numeral? {
        let bare = made(part, sum.first, last, notation: sum.digits == nil ? .words : .mixed)
        let behind = scaled(bare)
        var added = part
        var result = bare
        if behind.span != bare.span, behind.scale < sum.tailScale, let value = behind.value {
            added = value
            result = behind
        } else if sum.tailScale > ExactDecimal(100) {
            added = part.multiplied(by: ExactNumber(sum.tailScale)) ?? part
        }
        guard let total = ExactNumber(whole).adding(added) else { return nil }
        result.value = total
        result.kind = .fraction
        if result.scale == .one { result.scale = sum.tailScale > ExactDecimal(100) ? sum.tailScale : .one }
        return result
    }

    /// A denominator in words: *half*, *fifths*, *twenty-firsts*, *hundredth*.
    private func denominatorWord(at token: Int) -> (ExactDecimal, Int, isPlural: Bool)? {
        let first = word(token)
        if first.kind == .part { return (ExactDecimal(Int(first.value)), token, first.isPlural) }
        if first.kind == .tens, !first.isOrdinal, token + 1 < view.count {
            // In a denominator *twenty firsts* is one word.
            let unit = word(token + 1)
            if unit.kind == .unit, unit.isOrdinal, unit.isPlural {
                return (ExactDecimal(Int(first.value + unit.value)), token + 1, true)
            }
        }
        guard first.isOrdinal || first.kind == .tens || first.kind == .unit || first.kind == .hundred,
            let sum = sum(at: token), sum.isOrdinal, sum.digits == nil, let value = sum.value, value > ExactDecimal(2)
        else { return nil }
        return (value, sum.last, sum.isPlural)
    }

    // MARK: Mixed numbers

    /// *one and a half*, *five and three quarters*, *two million and a half*, *3 and 1/2*.
    private func mixedNumber(behind sum: NumeralSum) -> Numeral? {
        guard !sum.isOrdinal, !sum.isPlural, view.end(sum.last) == sum.end, let and = following(sum.last),
            and == sum.last + 1, word(and).kind == .and, and + 1 < view.count, isAdjacent(and, and + 1),
            let value = sum.value
        else { return nil }
        let next = and + 1
        let part: Numeral?
        if word(next).kind == .article, let behind = following(next), behind == next + 1 {
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
    private func quotient(behind sum: NumeralSum) -> Numeral? {
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
    private func isQuotientEnd(_ offset: Int) -> Bool {
        switch byte(offset) {
        case 0, 0x0A, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: ")"):
            true
        default: false
        }
    }

    // MARK: Scales behind fractions

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
