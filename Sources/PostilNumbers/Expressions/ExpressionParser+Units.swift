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
            // *2day* is a word.
            if isJoined, match.unit.dimension == .time, byte(start - 1) != UInt8(ascii: "-"), byte(start - 1) != 0x20 {
                return false
            }
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
        return acceptsLetter(byte(start), amount, isJoined: isJoined)
    }

    /// Whether one letter behind digits is a unit.
    func acceptsLetter(_ letter: UInt8, _ amount: Amount, isJoined: Bool) -> Bool {
        switch letter {
        case UInt8(ascii: "m"), UInt8(ascii: "g"), UInt8(ascii: "l"), UInt8(ascii: "L"), UInt8(ascii: "W"),
            UInt8(ascii: "V"), UInt8(ascii: "K"), UInt8(ascii: "t"), UInt8(ascii: "s"), UInt8(ascii: "h"),
            UInt8(ascii: "d"):
            return true
        case UInt8(ascii: "A"), UInt8(ascii: "N"), UInt8(ascii: "J"):
            // Capitals behind a blank begin words and names as often.
            return isJoined || amount.numeral.decimals > 0
        case UInt8(ascii: "T"), UInt8(ascii: "M"), UInt8(ascii: "B"), UInt8(ascii: "S"), UInt8(ascii: "y"):
            return amount.numeral.decimals > 0
        default: return false
        }
    }

    /// Whether *in* is the inch: with a point, before a mark or the end, or before *wide* and the like.
    func isInch(_ start: Int, _ end: Int, _ isDigits: Bool, _ isJoined: Bool) -> Bool {
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
    func applyAge(_ amount: inout Amount) {
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
}
