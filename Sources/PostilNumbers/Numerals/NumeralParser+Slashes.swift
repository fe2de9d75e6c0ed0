import PostilCore
import PostilText

extension NumeralParser {
    /// *3/4* or *1 3/4* in digits, or *2½*, that begins with the digits of `sum`.
    func slashFraction(behind sum: NumeralSum) -> Numeral? {
        guard let digits = sum.digits, !digits.isOrdinal, !digits.isPlural, !digits.hasExponent, digits.decimals == 0
        else {
            return nil
        }
        let scanner = DigitScanner(view.bytes)
        if let (below, end) = slashed(digits.end, scanner), let value = digits.value {
            return slashNumeral(ExactNumber(value, over: below), sum, end: end)
        }
        let gap = blanksEnd(digits.end)
        guard gap - digits.end <= 2, let value = digits.value else { return nil }
        if let part = vulgarValue(at: gap) {
            return slashNumeral(ExactNumber(value).adding(part.value), sum, end: part.end)
        }
        guard gap > digits.end || byte(gap) == UInt8(ascii: "-"), value < ExactDecimal(1000), digits.grouping == .none
        else {
            return nil
        }
        let start = byte(gap) == UInt8(ascii: "-") ? gap + 1 : gap
        guard scanner.isDigit(start), let top = scanner.scan(from: start), top.decimals == 0, top.integerDigits <= 2,
            let (below, end) = slashed(top.end, scanner), let numerator = top.value, numerator < below,
            let part = ExactNumber(numerator, over: below)
        else { return nil }
        return slashNumeral(ExactNumber(value).adding(part), sum, end: end)
    }

    private func slashNumeral(_ value: ExactNumber?, _ sum: NumeralSum, end: Int) -> Numeral {
        var result = finish(sum)
        result.kind = .fraction
        result.value = value
        result.span = Span(view.start(sum.first)..<end)
        result.tokens = sum.first..<token(endingAtOrAfter: end, from: sum.last) + 1
        return result
    }

    /// The denominator behind a slash at `offset`: digits that are not zero, not followed by another slash.
    private func slashed(_ offset: Int, _ scanner: DigitScanner) -> (ExactDecimal, Int)? {
        let isSlash = byte(offset) == UInt8(ascii: "/")
        let isFractionSlash = byte(offset) == 0xE2 && byte(offset + 1) == 0x81 && byte(offset + 2) == 0x84
        guard isSlash || isFractionSlash else { return nil }
        let start = offset + (isSlash ? 1 : 3)
        let end = scanner.digitsEnd(start)
        guard end > start, end - start <= 6, byte(end) != UInt8(ascii: "/"), byte(start) != UInt8(ascii: "0") else {
            return nil
        }
        if byte(end) == UInt8(ascii: "."), scanner.isDigit(end + 1) { return nil }
        var value = 0
        for digit in start..<end { value = value * 10 + Int(byte(digit) & 0x0F) }
        var last = end
        let ending = byte(end) | 0x20
        if ending == UInt8(ascii: "t") || ending == UInt8(ascii: "r") || ending == UInt8(ascii: "n")
            || ending == UInt8(ascii: "s"),
            let suffixed = scanner.scan(from: start), suffixed.isOrdinal || suffixed.isPlural
        {
            last = suffixed.end
        }
        return (ExactDecimal(value), last)
    }

    private func blanksEnd(_ offset: Int) -> Int {
        var end = offset
        while byte(end) == 0x20 { end += 1 }
        if byte(end) == 0xC2, byte(end + 1) == 0xA0 { end += 2 }
        return end
    }

    /// A fraction that is one character: *½*.
    func vulgarFraction(at token: Int) -> Numeral? {
        guard let part = vulgarValue(at: view.start(token)) else { return nil }
        return Numeral(
            kind: .fraction,
            notation: .digits,
            value: part.value,
            span: Span(view.start(token)..<part.end),
            tokens: token..<token + 1
        )
    }

    /// The value of a fraction that is one character at `offset`, and where it ends.
    func vulgarValue(at offset: Int) -> (value: ExactNumber, end: Int)? {
        let fraction: (Int, Int)?
        let width: Int
        switch (byte(offset), byte(offset + 1)) {
        case (0xC2, 0xBC): (fraction, width) = ((1, 4), 2)
        case (0xC2, 0xBD): (fraction, width) = ((1, 2), 2)
        case (0xC2, 0xBE): (fraction, width) = ((3, 4), 2)
        case (0xE2, 0x85): (fraction, width) = (NumeralParser.vulgarFractions[byte(offset + 2)], 3)
        default: return nil
        }
        guard let fraction, let value = ExactNumber(ExactDecimal(fraction.0), over: ExactDecimal(fraction.1)) else {
            return nil
        }
        return (value, offset + width)
    }

    /// The fractions U+2150 to U+215E by the last byte of their UTF-8 form.
    private static let vulgarFractions: [UInt8: (Int, Int)] = [
        0x90: (1, 7), 0x91: (1, 9), 0x92: (1, 10), 0x93: (1, 3), 0x94: (2, 3), 0x95: (1, 5), 0x96: (2, 5), 0x97: (3, 5),
        0x98: (4, 5), 0x99: (1, 6), 0x9A: (5, 6), 0x9B: (1, 8), 0x9C: (3, 8), 0x9D: (5, 8), 0x9E: (7, 8),
    ]
}
