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

    /// *tenth of a gallon*: a part of a unit.
    private func partOfUnit(_ numeral: Numeral) -> Amount? {
        let end = Int(numeral.span.end)
        guard units.hasWord("of", at: end + 1), let below = numeral.value?.decimal, below > ExactDecimal(2),
            let value = ExactNumber(.one, over: below)
        else { return nil }
        var part = numeral
        part.kind = .fraction
        var amount = Amount(numeral: part, value: value, start: Int(numeral.span.start), end: end, rule: .fraction)
        guard applySuffix(&amount), amount.kind == .quantity else { return nil }
        return amount
    }

    /// *a dollar*, *a litre*: one of something that is certainly a unit.
    private func articleAmount(at token: Int) -> Amount? {
        guard entry(token).numeral.kind == .article, token + 1 < view.count, view.values[token].kind == .word,
            view.start(token + 1) - view.end(token) == 1
        else { return nil }
        let numeral = Numeral(
            kind: .cardinal,
            notation: .words,
            value: ExactNumber(1),
            span: view.spans[token],
            tokens: token..<token + 1
        )
        var amount = Amount(
            numeral: numeral,
            value: ExactNumber(1),
            start: view.start(token),
            end: view.end(token),
            rule: .quantity
        )
        if let money = currencies.behind(view.end(token), isDigits: false), !money.isSign,
            money.currency.family == .dollar || money.currency.family == .none
                || units.hasWord("penny", at: money.range.lowerBound),
            view.start(token + 1) == money.range.lowerBound, view.length(token + 1) > 3
        {
            amount.currency = money.currency
            amount.end = money.range.upperBound
            amount.kind = .money
            amount.rule = money.currency.minor == nil ? .moneyName : .minorUnits
            amount.unitName = money.currency.minor
            finishMoney(&amount, token)
            return amount
        }
        guard let match = units.unit(at: view.start(token + 1)), !match.unit.isWord,
            !match.isSymbol || byte(view.start(token + 1)) >= 0x61,
            match.end - view.start(token + 1) > 1,
            match.unit.dimension == .length || match.unit.dimension == .volume || match.unit.dimension == .mass
                || match.unit.dimension == .information,
            isUnitEnd(match.end), match.unit.code != "[cup_us]", match.unit.code != "[pt_us]",
            !["m", "[bbl_us]", "pc", "[pnt]", "har", "[acr_us]"].contains(match.unit.code)
                || !match.isSymbol && match.unit.code == "[acr_us]"
        else { return nil }
        amount.unit = match.unit
        amount.end = match.end
        amount.kind = .quantity
        return amount
    }

    /// Whether what stands at the end of a unit is no noun that the unit describes.
    private func isUnitEnd(_ offset: Int) -> Bool {
        guard byte(offset) == 0x20 else { return true }
        let next = token(startingAtOrAfter: offset, from: 0 < view.count ? tokenIndex(at: offset) : 0)
        guard next < view.count else { return true }
        let entry = entry(next)
        for word in ExpressionParser.unitFollowers where units.hasWord(word, at: view.start(next)) { return true }
        return entry.numeral.kind == .of || entry.has(.in) || entry.has(.or) || view.values[next].kind == .punctuation
    }

    private static let unitFollowers: [StaticString] = [
        "is", "was", "away", "long", "equals", "from", "and", "or", "to", "at", "each",
    ]

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

    // MARK: Powers in letters

    /// Applies *k*, *M*, *bn* and the like behind digits.
    private func applyMagnitude(_ amount: inout Amount) {
        let end = amount.end
        let isJoined = isLetter(end)
        var start = isJoined ? end : skipBlank(end)
        if byte(start) == 0x20 { start += 1 }
        guard isLetter(start) else { return }
        var last = start
        while isLetter(last), last - start < 12 { last += 1 }
        guard !isLetter(last), !isDigit(last), byte(last) < 0x80 || currencies.signWidth(at: last) > 0 else { return }
        guard let power = magnitude(start..<last, isJoined: isJoined, amount),
            let factor = ExactDecimal.powerOfTen(power)
        else { return }
        amount.value = amount.value?.multiplied(by: ExactNumber(factor))
        amount.scale = factor
        amount.end = last
        if amount.rule == .digits { amount.rule = .magnitude }
        amount.numeral.notation = .mixed
    }

    /// The power of ten of the letters in `range`, where they are one here.
    private func magnitude(_ range: Range<Int>, isJoined: Bool, _ amount: Amount) -> Int32? {
        let isMoney = amount.kind == .money || currencies.behind(range.upperBound, isDigits: false) != nil
        let first = byte(range.lowerBound)
        let second = range.count > 1 ? byte(range.lowerBound + 1) : 0
        switch (range.count, first, second) {
        case (1, UInt8(ascii: "k"), _): return 3
        case (1, UInt8(ascii: "K"), _): return isJoined || isMoney || !speaksOfTemperature(near: amount.start) ? 3 : nil
        case (1, UInt8(ascii: "M"), _): return 6
        case (1, UInt8(ascii: "m"), _):
            return isMoney && amount.kind == .money || isJoined && countsThings(range.upperBound) ? 6 : nil
        case (1, UInt8(ascii: "B"), _): return isMoney || isJoined && amount.numeral.decimals > 0 ? 9 : nil
        case (1, UInt8(ascii: "b"), _): return isMoney || isJoined && amount.numeral.decimals > 0 ? 9 : nil
        case (1, UInt8(ascii: "G"), _):
            return isJoined && amount.numeral.integerDigits == 1 && amount.numeral.decimals == 0 ? nil : 9
        case (1, UInt8(ascii: "T"), _), (1, UInt8(ascii: "t"), _): return isMoney && amount.kind == .money ? 12 : nil
        case (2, UInt8(ascii: "M"), UInt8(ascii: "M")): return 6
        case (2, UInt8(ascii: "m"), UInt8(ascii: "m")): return amount.kind == .money ? 6 : nil
        case (2, _, _):
            switch (first | 0x20, second | 0x20) {
            case (UInt8(ascii: "m"), UInt8(ascii: "n")): return 6
            case (UInt8(ascii: "b"), UInt8(ascii: "n")): return 9
            case (UInt8(ascii: "t"), UInt8(ascii: "n")): return 12
            case (UInt8(ascii: "c"), UInt8(ascii: "r")): return 7
            default: return nil
            }
        case (3..., _, _):
            let hash = LowercaseHash(folding: UnsafeBufferPointer(rebasing: view.bytes[range]))
            let word = numerals.lexicon.entry(hash).numeral
            return word.kind == .power && !word.isOrdinal && isJoined ? Int32(word.value) : nil
        default: return nil
        }
    }

    /// Whether a plural noun stands at `offset`, so that *3.2m* counts things.
    private func countsThings(_ offset: Int) -> Bool {
        guard byte(offset) == 0x20, byte(offset + 1) >= 0x61 else { return false }
        var end = offset + 1
        while isLetter(end) { end += 1 }
        if units.hasWord("people", at: offset + 1) || units.hasWord("children", at: offset + 1) { return true }
        return byte(end - 1) == UInt8(ascii: "s") && end - offset > 4 && byte(end - 2) != UInt8(ascii: "s")
            && !units.hasWord("across", at: offset + 1)
    }

    /// Whether a degree sign or a word for heat stands near, so that K is kelvin.
    private func speaksOfTemperature(near place: Int) -> Bool {
        var offset = max(0, place - 200)
        while offset < min(view.bytes.count, place + 200) {
            switch byte(offset) {
            case 0xB0 where byte(offset - 1) == 0xC2: return true
            case UInt8(ascii: "t"), UInt8(ascii: "T"):
                if units.hasWord("temperature", at: offset) || units.hasWord("temperatures", at: offset) { return true }
            case UInt8(ascii: "k"), UInt8(ascii: "K"):
                if units.hasWord("kelvin", at: offset) { return true }
            default: break
            }
            offset += 1
        }
        return false
    }

    // MARK: Units, percent, currencies behind

    /// Whether letters follow directly, so that the number is part of a name unless they are a unit.
    private func isGluedToLetters(_ end: Int, _ numeral: Numeral) -> Bool {
        numeral.notation != .words
            && (isLetter(end) || byte(end) == UInt8(ascii: "_") || byte(end) == 0xCE || byte(end) == 0xCF)
    }

    /// Applies the percent, currency or unit behind the number; false where there is none.
    @discardableResult
    func applySuffix(_ amount: inout Amount) -> Bool {
        if applyPercent(&amount) { return true }
        let isDigits = amount.numeral.notation != .words
        if applyTemperatureLetter(&amount) { return true }
        let money = currencies.behind(amount.end, isDigits: isDigits)
        let unit = unitBehind(amount)
        if let money {
            let prefersUnit = unit.map { prefers($0, over: money, amount) } ?? false
            if !prefersUnit {
                amount.currency = money.currency
                amount.end = money.range.upperBound
                amount.kind = .money
                amount.rule = money.currency.minor == nil ? .moneyName : .minorUnits
                amount.unitName = money.currency.minor
                if money.power > 0, let factor = ExactDecimal.powerOfTen(money.power) {
                    amount.value = amount.value?.multiplied(by: ExactNumber(factor))
                    amount.scale = factor
                }
                finishMoney(&amount, 0)
                return true
            }
        }
        guard let unit else { return false }
        amount.unit = unit.unit
        amount.end = unit.end
        amount.kind = .quantity
        amount.rule = .quantity
        finishQuantity(&amount)
        return true
    }

    /// *168 F*, *- 27 c*: a letter for a scale of temperature at the end of a phrase.
    private func applyTemperatureLetter(_ amount: inout Amount) -> Bool {
        guard amount.numeral.notation == .digits else { return false }
        let start = skipBlank(amount.end)
        let letter = byte(start) | 0x20
        let isCapital = byte(start) & 0x20 == 0
        guard letter == UInt8(ascii: "c") || letter == UInt8(ascii: "f"), !isLetter(start + 1), !isDigit(start + 1)
        else { return false }
        let isFahrenheit = letter == UInt8(ascii: "f")
        guard
            isPhraseEnd(start + 1)
                && (isPhraseEnd(amount.start - 1) || start > amount.end || !isCapital || followsMeasureWord(amount))
                || isCapital && start == amount.end && byte(start + 1) == 0x20 && followsMeasureWord(amount)
        else { return false }
        guard isFahrenheit || isCapital || amount.numeral.hasSign, amount.numeral.integerDigits < 5 else {
            return false
        }
        guard let unit = units.table.unit(name: LowercaseHash(word: isFahrenheit ? "fahrenheit" : "celsius")) else {
            return false
        }
        amount.unit = unit
        amount.end = start + 1
        amount.kind = .quantity
        amount.rule = .quantity
        return true
    }

    /// Whether a word stands before the number behind which a temperature is told: *at*, *of*, *reached*.
    private func followsMeasureWord(_ amount: Amount) -> Bool {
        guard let before = token(endingAtOrBefore: amount.start) else { return true }
        return amount.numeral.hasSign
            || ExpressionParser.measureWords.contains { units.hasWord($0, at: view.start(before)) }
    }

    private static let measureWords: [StaticString] = [
        "at", "to", "of", "about", "around", "below", "above", "is", "was", "be", "reached", "hit", "and", "between",
        "over",
        "under", "by", "nearly", "from", "near", "its", "it's", "than", "least", "most", "approximately", "exactly",
        "until",
    ]

    private func prefers(_ unit: UnitParser.Match, over money: CurrencyParser.Match, _ amount: Amount) -> Bool {
        if unit.end > money.range.upperBound { return true }
        return money.currency.family == .pound && !money.isSign && resolver.poundsAreMass(amount, money.range, self)
    }

    /// The unit behind a number, where nothing speaks against it.
    private func unitBehind(_ amount: Amount) -> UnitParser.Match? {
        var start = amount.end
        let isDigits = amount.numeral.notation != .words
        var isJoined = true
        if byte(start) == UInt8(ascii: "-"), isLetter(start + 1) {
            start += 1
            isJoined = false
        } else if skipBlank(start) > start {
            start = skipBlank(start)
            if byte(start) == 0x20 { start += 1 }
            isJoined = false
        }
        // *half a litre*, *three fifths of an inch*.
        if amount.numeral.kind == .fraction {
            if units.hasWord("of", at: start) { start = skipBlank(start + 2) }
            if units.hasWord("a", at: start) {
                start = skipBlank(start + 1)
            } else if units.hasWord("an", at: start) {
                start = skipBlank(start + 2)
            }
        }
        if let feet = feetAndInches(amount, start) { return feet }
        if isDigits, let bracketed = bracketedUnit(start) { return bracketed }
        guard let match = units.unit(at: start), accepts(match, start, amount, isDigits: isDigits, isJoined: isJoined)
        else {
            return nil
        }
        return match
    }

    /// A unit in brackets: *20 (kg)*.
    private func bracketedUnit(_ start: Int) -> UnitParser.Match? {
        let close: UInt8
        switch byte(start) {
        case UInt8(ascii: "("): close = UInt8(ascii: ")")
        case UInt8(ascii: "["): close = UInt8(ascii: "]")
        case UInt8(ascii: "{"): close = UInt8(ascii: "}")
        default: return nil
        }
        guard var match = units.unit(at: start + 1), byte(match.end) == close, match.isSymbol,
            match.unit.dimension != .time,
            match.end - start > 2
        else { return nil }
        match.end += 1
        return match
    }

    /// *5'* before inches, and *9"* where no quotation is open.
    private func feetAndInches(_ amount: Amount, _ start: Int) -> UnitParser.Match? {
        guard amount.numeral.notation != .words else { return nil }
        if start > amount.end, byte(start) == UInt8(ascii: "\""), isExtent(at: start + 2) {
            return units.table.unit(name: LowercaseHash(word: "inch")).map {
                UnitParser.Match(unit: $0, end: start + 1, isSymbol: true)
            }
        }
        guard start == amount.end else { return nil }
        if byte(start) == UInt8(ascii: "'"), byte(start + 1) == UInt8(ascii: "'") {
            return units.table.unit(name: LowercaseHash(word: "inch")).map {
                UnitParser.Match(unit: $0, end: start + 2, isSymbol: true)
            }
        }
        if byte(start) == UInt8(ascii: "'"), isDigit(start + 1) {
            return units.table.unit(name: LowercaseHash(word: "foot")).map {
                UnitParser.Match(unit: $0, end: start + 1, isSymbol: true)
            }
        }
        if byte(start) == UInt8(ascii: "\""), !isLetter(start + 1) {
            var open = false
            var offset = start - 1
            while offset >= 0, byte(offset) != 0x0A, start - offset < 300 {
                if byte(offset) == UInt8(ascii: "\""), !isDigit(offset - 1) { open.toggle() }
                offset -= 1
            }
            guard !open else { return nil }
            return units.table.unit(name: LowercaseHash(word: "inch")).map {
                UnitParser.Match(unit: $0, end: start + 1, isSymbol: true)
            }
        }
        return nil
    }
}
