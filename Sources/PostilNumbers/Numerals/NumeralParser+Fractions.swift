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

    func made(_ value: ExactNumber?, _ first: Int, _ last: Int, notation: Numeral.Notation = .words) -> Numeral {
        Numeral(
            kind: .fraction,
            notation: notation,
            value: value,
            span: Span(view.start(first)..<view.end(last)),
            tokens: first..<last + 1
        )
    }

    /// *half*, *a half*, *half a*, *a third*, *a quarter*, *quarter million*.
    func leadingPart(at token: Int) -> Numeral? {
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
    func isHyphenated(_ token: Int) -> Bool {
        token + 2 < view.count && isHyphen(token + 1)
            && view.start(token + 2) == view.end(token) + view.length(token + 1)
    }

    /// The part that *a* or *one* counts: *a half*, *a twenty-fifth*, *a hundredth*.
    func partAfterArticle(first: Int, at token: Int) -> Numeral? {
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
    func isPartContext(_ token: Int) -> Bool {
        guard token + 1 < view.count else { return true }
        let next = token + 1
        if view.values[next].kind == .punctuation { return true }
        return word(next).kind == .of
    }

    /// *three fifths*, *one third*, *twenty-three hundredths*; with a whole before it: *two and three fifths*.
    func denominator(behind sum: NumeralSum) -> Numeral? {
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
    func mixed(_ whole: ExactDecimal, _ part: ExactNumber, _ sum: NumeralSum, last: Int) -> Numeral? {
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
    func denominatorWord(at token: Int) -> (ExactDecimal, Int, isPlural: Bool)? {
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
}
