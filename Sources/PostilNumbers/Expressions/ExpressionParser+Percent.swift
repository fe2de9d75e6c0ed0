import PostilCore
import PostilText

extension ExpressionParser {
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

    func hasWords(_ word: StaticString, at offset: Int) -> Bool { units.hasWord(word, at: offset) }

    private static let percentWords: [(StaticString, Int)] = [
        ("percentage", 10), ("percent", 7), ("pct", 3), ("percents", 8),
    ]
}
