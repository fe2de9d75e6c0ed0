import PostilCore
import PostilText

extension ExpressionParser {
    /// Whether a unit that was read is one here, and not the word that looks like it.
    func accepts(_ match: UnitParser.Match, _ start: Int, _ amount: Amount, isDigits: Bool, isJoined: Bool) -> Bool {
        let length = match.end - start
        if isLetter(match.end - 1), isLetter(match.end) || isDigit(match.end) { return false }
        // *L-202* is a name.
        if match.isSymbol, length == 1, byte(match.end) == UInt8(ascii: "-"), isDigit(match.end + 1) { return false }
        if match.unit.code == "[in_i]", units.hasWord("in", at: start) {
            return isInch(start, match.end, isDigits, isJoined)
        }
        guard match.isSymbol else {
            if match.unit.code == "deg", units.hasWord("degrees", at: start) || units.hasWord("degree", at: start) {
                return true
            }
            if match.unit.isWord, !isDigits, match.unit.code == "bar" || match.unit.code == "bit" { return false }
            // *3 Teslas* and *5 Henry* are names.
            let isCapital = byte(start) >= 0x41 && byte(start) <= 0x5A && byte(start + 1) >= 0x61
            if isCapital, ["T", "H", "Gy", "[stone_av]", "S", "N", "F"].contains(match.unit.code) { return false }
            return true
        }
        guard isDigits else { return length > 1 && byte(start) != UInt8(ascii: "'") && match.unit.code != "[in_i]" }
        guard length == 1, isLetter(start) else { return length > 1 || !isLetter(start) }
        return acceptsLetter(byte(start), match, amount, isJoined: isJoined)
    }

    /// Whether one letter behind digits is a unit.
    private func acceptsLetter(_ letter: UInt8, _ match: UnitParser.Match, _ amount: Amount, isJoined: Bool) -> Bool {
        switch letter {
        case UInt8(ascii: "m"), UInt8(ascii: "g"), UInt8(ascii: "l"), UInt8(ascii: "L"), UInt8(ascii: "W"),
            UInt8(ascii: "V"),
            UInt8(ascii: "K"), UInt8(ascii: "t"), UInt8(ascii: "s"), UInt8(ascii: "h"), UInt8(ascii: "d"):
            return true
        case UInt8(ascii: "N"), UInt8(ascii: "J"), UInt8(ascii: "A"), UInt8(ascii: "T"), UInt8(ascii: "M"),
            UInt8(ascii: "B"),
            UInt8(ascii: "S"), UInt8(ascii: "y"):
            // Capitals behind a blank begin words and names as often.
            return isJoined
                ? letter == UInt8(ascii: "A") || letter == UInt8(ascii: "N") || letter == UInt8(ascii: "J")
                    || amount.numeral.decimals > 0
                : amount.numeral.decimals > 0
        default: return false
        }
    }

    /// Whether *in* is the inch: with a point, before a mark or the end, or before *wide* and the like.
    private func isInch(_ start: Int, _ end: Int, _ isDigits: Bool, _ isJoined: Bool) -> Bool {
        guard isDigits else { return false }
        if isJoined || byte(end - 1) == UInt8(ascii: ".") && byte(end) == 0x20 { return true }
        switch byte(end) {
        case 0, 0x0A, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "."): return true
        case 0x20:
            if byte(end + 1) == UInt8(ascii: "x"), byte(end + 2) == 0x20 { return true }
            return isExtent(at: end + 1)
        default: return false
        }
    }

    /// Whether *wide*, *long* or the like stands at `offset`.
    func isExtent(at offset: Int) -> Bool { ExpressionParser.extentWords.contains { units.hasWord($0, at: offset) } }

    private static let extentWords: [StaticString] = [
        "wide", "long", "high", "tall", "deep", "thick", "thin", "across", "round", "by", "diameter",
    ]

    /// Adds what completes a measure: *old*, *below zero*.
    func finishQuantity(_ amount: inout Amount) {
        guard let unit = amount.unit else { return }
        if unit.dimension == .time { applyAge(&amount) }
        if unit.dimension == .temperature || unit.code == "deg", units.hasWord("below", at: amount.end + 1),
            units.hasWord("zero", at: amount.end + 7)
        {
            amount.end += 11
            amount.value = amount.value?.negated
            amount.rule = .temperatureBelowZero
        }
    }

    /// *years old*, *-year-old*, *years of age*.
    private func applyAge(_ amount: inout Amount) {
        let end = amount.end
        var last: Int?
        if byte(end) == 0x20 || byte(end) == UInt8(ascii: "-") {
            if units.hasWord("old", at: end + 1) { last = end + 4 }
            if units.hasWord("olds", at: end + 1) { last = end + 5 }
            if units.hasWord("of", at: end + 1), units.hasWord("age", at: end + 4) { last = end + 7 }
        }
        guard let last else { return }
        amount.end = last
        amount.rule = .age
    }

    // MARK: Percent

    /// Applies a percent sign or word behind the number.
    func applyPercent(_ amount: inout Amount) -> Bool {
        var start = amount.end
        if byte(start) == UInt8(ascii: "-"), isLetter(start + 1) {
            start += 1
        } else {
            while byte(start) == 0x20, start - amount.end < 2 { start += 1 }
            if start == amount.end { start = skipBlank(start) }
        }
        func apply(_ length: Int, _ rule: NumberRule, unit: String, factor: String) -> Bool {
            amount.end = start + length
            amount.kind = .percent
            amount.rule = rule
            amount.unitName = unit
            amount.baseFactor = ExactNumber(text: factor)
            return true
        }
        if byte(start) == UInt8(ascii: "%") {
            if hasWords("points", at: start + 2) || hasWords("pts", at: start + 2) {
                return apply(1, .percent, unit: "%", factor: "0.01")
            }
            return apply(1, .percent, unit: "%", factor: "0.01")
        }
        if byte(start) == 0xEF, byte(start + 1) == 0xBC, byte(start + 2) == 0x85 {
            return apply(3, .percent, unit: "%", factor: "0.01")
        }
        for (word, length) in ExpressionParser.percentWords where units.hasWord(word, at: start) {
            if units.hasWord("points", at: start + length + 1) || units.hasWord("point", at: start + length + 1) {
                let plural = units.hasWord("points", at: start + length + 1) ? 7 : 6
                return apply(length + plural, .percentagePoints, unit: "{percentage_point}", factor: "0.01")
            }
            return apply(length, .percent, unit: "%", factor: "0.01")
        }
        if units.hasWord("per", at: start), units.hasWord("cent", at: start + 4) {
            return apply(8, .percent, unit: "%", factor: "0.01")
        }
        if byte(start) == UInt8(ascii: "p"), byte(start + 1) == UInt8(ascii: "."), byte(start + 2) == UInt8(ascii: "c"),
            byte(start + 3) == UInt8(ascii: ".")
        {
            return apply(4, .percent, unit: "%", factor: "0.01")
        }
        if units.hasWord("basis", at: start),
            units.hasWord("points", at: start + 6) || units.hasWord("point", at: start + 6)
        {
            return apply(
                units.hasWord("points", at: start + 6) ? 12 : 11,
                .basisPoints,
                unit: "{basis_point}",
                factor: "0.0001"
            )
        }
        let isDigits = amount.numeral.notation == .digits
        if isDigits, units.hasWord("bps", at: start) {
            return apply(3, .basisPoints, unit: "{basis_point}", factor: "0.0001")
        }
        if isDigits, units.hasWord("bp", at: start) {
            return apply(2, .basisPoints, unit: "{basis_point}", factor: "0.0001")
        }
        if isDigits, units.hasWord("pp", at: start) {
            return apply(2, .percentagePoints, unit: "{percentage_point}", factor: "0.01")
        }
        if isDigits, units.hasWord("ppt", at: start), byte(start - 1) == 0x20 { return false }
        return false
    }

    private func hasWords(_ word: StaticString, at offset: Int) -> Bool { units.hasWord(word, at: offset) }

    private static let percentWords: [(StaticString, Int)] = [
        ("percentage", 10), ("percent", 7), ("pct", 3), ("percents", 8),
    ]
}
