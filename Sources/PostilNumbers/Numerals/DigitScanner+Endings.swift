import PostilCore

extension DigitScanner {
    /// Reads an exponent behind digits: *1e6*, *1.3x10^6*, *5 × 10⁻³*, *2.5^-1*.
    func scanExponent(_ numeral: inout DigitNumeral) {
        if let (exponent, end) = letterExponent(numeral.end) ?? tenExponent(numeral.end) {
            guard let value = numeral.value, let power = ExactDecimal.powerOfTen(exponent) else { return }
            numeral.value = value.multiplied(by: power)
            numeral.end = end
            numeral.hasExponent = true
        } else if let (exponent, end) = twoExponent(numeral.end) {
            let power = ExactDecimal(2).raised(to: Int(exponent))
            numeral.value = power.flatMap { numeral.value?.multiplied(by: $0) }
            numeral.end = end
            numeral.hasExponent = true
        } else if let (exponent, end) = power(numeral) {
            numeral.value = numeral.value.flatMap { $0.raised(to: Int(exponent)) }
            numeral.end = end
            numeral.hasExponent = true
        }
    }

    private func letterExponent(_ start: Int) -> (Int32, Int)? {
        guard byte(start) | 0x20 == UInt8(ascii: "e"), let (value, end) = signedInteger(start + 1, limit: 3) else {
            return nil
        }
        return isWordByte(end) ? nil : (value, end)
    }

    /// *x2^10*: a power of two with a caret.
    private func twoExponent(_ start: Int) -> (Int32, Int)? {
        var offset = skipBlanks(start)
        if byte(offset) == 0xC3, byte(offset + 1) == 0x97 {
            offset += 2
        } else if byte(offset) | 0x20 == UInt8(ascii: "x") {
            offset += 1
        } else {
            return nil
        }
        offset = skipBlanks(offset)
        guard byte(offset) == UInt8(ascii: "2"), byte(offset + 1) == UInt8(ascii: "^") else { return nil }
        return signedInteger(offset + 2, limit: 2)
    }

    /// *x 10* or *×10* with an exponent that is raised, marked by a caret, or signed.
    private func tenExponent(_ start: Int) -> (Int32, Int)? {
        var offset = skipBlanks(start)
        let isCross = byte(offset) == 0xC3 && byte(offset + 1) == 0x97
        let isDot = byte(offset) == 0xC2 && byte(offset + 1) == 0xB7 || byte(offset) == 0xE2 && byte(offset + 1) == 0x8B
        if isCross || isDot {
            offset += isCross || byte(offset) == 0xC2 ? 2 : 3
        } else if byte(offset) | 0x20 == UInt8(ascii: "x") || byte(offset) == UInt8(ascii: "*") {
            offset += 1
        } else {
            return nil
        }
        offset = skipBlanks(offset)
        guard byte(offset) == UInt8(ascii: "1"), byte(offset + 1) == UInt8(ascii: "0") else { return nil }
        offset += 2
        if let raised = raisedInteger(offset) { return raised }
        if byte(offset) == UInt8(ascii: "^") { return signedInteger(offset + 1, limit: 3) }
        let hasSign = !isDigit(offset)
        guard hasSign || isCross && byte(offset) != UInt8(ascii: "0"),
            let (value, end) = signedInteger(offset, limit: hasSign ? 3 : 2)
        else { return nil }
        return isDigit(end) ? nil : (value, end)
    }

    /// *^23* directly behind a number, or raised digits behind a ten.
    private func power(_ numeral: DigitNumeral) -> (Int32, Int)? {
        if byte(numeral.end) == UInt8(ascii: "^") { return signedInteger(numeral.end + 1, limit: 4) }
        return numeral.value == ExactDecimal(10) ? raisedInteger(numeral.end) : nil
    }

    /// A whole number in raised digits, as in 10⁻³.
    private func raisedInteger(_ start: Int) -> (Int32, Int)? {
        var offset = start
        var isNegative = false
        if byte(offset) == 0xE2, byte(offset + 1) == 0x81, byte(offset + 2) == 0xBB || byte(offset + 2) == 0xBA {
            isNegative = byte(offset + 2) == 0xBB
            offset += 3
        }
        var value: Int32 = 0
        var count = 0
        while count < 4, let (digit, width) = raisedDigit(offset) {
            value = value * 10 + digit
            offset += width
            count += 1
        }
        return count == 0 ? nil : (isNegative ? -value : value, offset)
    }

    private func raisedDigit(_ offset: Int) -> (Int32, Int)? {
        switch (byte(offset), byte(offset + 1), byte(offset + 2)) {
        case (0xC2, 0xB9, _): (1, 2)
        case (0xC2, 0xB2, _): (2, 2)
        case (0xC2, 0xB3, _): (3, 2)
        case (0xE2, 0x81, let last) where last == 0xB0 || last >= 0xB4 && last <= 0xB9: (Int32(last) - 0xB0, 3)
        default: nil
        }
    }

    /// Digits with signs before them; two minus signs make a plus.
    private func signedInteger(_ start: Int, limit: Int) -> (Int32, Int)? {
        var offset = start
        var isNegative = false
        signs: while offset - start < 4 {
            switch byte(offset) {
            case UInt8(ascii: "+"): offset += 1
            case UInt8(ascii: "-"):
                isNegative.toggle()
                offset += 1
            case 0xE2
            where byte(offset + 1) == 0x88 && byte(offset + 2) == 0x92
                || byte(offset + 1) == 0x80 && byte(offset + 2) == 0x93:
                isNegative.toggle()
                offset += 3
            default: break signs
            }
        }
        let end = digitsEnd(offset)
        guard end > offset, end - offset <= limit else { return nil }
        var value: Int32 = 0
        for digit in offset..<end { value = value * 10 + Int32(byte(digit) & 0x0F) }
        return (isNegative ? -value : value, end)
    }

    private func skipBlanks(_ start: Int) -> Int {
        var offset = start
        while offset - start < 3 {
            if byte(offset) == 0x20 {
                offset += 1
            } else if byte(offset) == 0xC2, byte(offset + 1) == 0xA0 {
                offset += 2
            } else if byte(offset) == 0xE2, byte(offset + 1) == 0x80,
                byte(offset + 2) == 0x89 || byte(offset + 2) == 0xAF
            {
                offset += 3
            } else {
                break
            }
        }
        return offset
    }

    private func isWordByte(_ offset: Int) -> Bool { isDigit(offset) || (byte(offset) | 0x20) &- 0x61 < 26 }

    /// Reads *st*, *nd*, *rd*, *th* or a plural *s* behind digits.
    func scanEnding(_ numeral: inout DigitNumeral) {
        let end = numeral.end
        let first = byte(end) | 0x20
        guard first &- 0x61 < 26, !numeral.hasExponent else { return }
        // *4.2s* are seconds.
        if first == UInt8(ascii: "s"), !isWordByte(end + 1), numeral.decimals == 0 {
            numeral.isPlural = true
            numeral.end = end + 1
            return
        }
        guard numeral.decimals == 0, isOrdinalEnding(first, byte(end + 1) | 0x20, behind: end) else { return }
        let hasS = byte(end + 2) | 0x20 == UInt8(ascii: "s")
        guard !isWordByte(end + (hasS ? 3 : 2)) else { return }
        numeral.isOrdinal = true
        numeral.isPlural = hasS
        numeral.end = end + (hasS ? 3 : 2)
    }

    /// Whether two letters end an ordinal whose last digits stand before `offset`: *12st* are stones.
    private func isOrdinalEnding(_ first: UInt8, _ second: UInt8, behind offset: Int) -> Bool {
        let digit = byte(offset - 2) == UInt8(ascii: "1") ? UInt8(ascii: "0") : byte(offset - 1)
        return switch (first, second) {
        case (UInt8(ascii: "s"), UInt8(ascii: "t")): digit == UInt8(ascii: "1")
        case (UInt8(ascii: "n"), UInt8(ascii: "d")): digit == UInt8(ascii: "2")
        case (UInt8(ascii: "r"), UInt8(ascii: "d")): digit == UInt8(ascii: "3")
        case (UInt8(ascii: "t"), UInt8(ascii: "h")): true
        default: false
        }
    }
}
