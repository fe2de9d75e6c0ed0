import PostilCore
import PostilText

extension ExpressionParser {
    /// Whether letters follow directly, so that the number is part of a name unless they are a unit.
    func isGluedToLetters(_ end: Int, _ numeral: Numeral) -> Bool {
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
