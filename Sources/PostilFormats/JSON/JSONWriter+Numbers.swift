extension JSONWriter {
    /// Writes a whole number.
    public mutating func integer(_ value: Int) {
        buffer.reserve(21)
        separate()
        if value < 0 { buffer.append(UInt8(ascii: "-")) }
        appendDigits(UInt64(value.magnitude))
        needsComma = true
    }

    /// Writes a whole number.
    public mutating func integer(_ value: UInt32) {
        buffer.reserve(21)
        separate()
        appendDigits(UInt64(value))
        needsComma = true
    }

    /// Writes the shortest decimal that reads back as the same double; `null` where it is no number.
    ///
    /// Hundredths and the steps of scores, of which records are full, are written in whole numbers; their
    /// decimals have at most 15 digits, so that no shorter one reads back as the same double.
    public mutating func double(_ value: Double) {
        guard value.isFinite else { return null() }
        separate()
        needsComma = true
        if (1e-4..<10).contains(value.magnitude) {
            let hundredths = UInt64(value.magnitude * 100 + 0.5)
            if Double(hundredths) / 100 == value.magnitude {
                return appendDecimal(hundredths, digits: 2, isNegative: value < 0)
            }
            let steps = UInt64(value.magnitude * 16384)
            if Double(steps) / 16384 == value.magnitude {
                // One step is 5^14 / 10^14.
                return appendDecimal(steps &* 6_103_515_625, digits: 14, isNegative: value < 0)
            }
        }
        var digits = value.description
        digits.withUTF8 { buffer.append($0) }
    }

    /// Appends `number` / 10^`digits`, a whole number with one zero behind the point.
    private mutating func appendDecimal(_ number: UInt64, digits: Int, isNegative: Bool) {
        buffer.reserve(24)
        if isNegative { buffer.append(UInt8(ascii: "-")) }
        var rest = number
        var fraction = digits
        while fraction > 1, rest % 10 == 0 {
            rest /= 10
            fraction -= 1
        }
        // All digits behind the first move one place to the right, and the point comes between.
        let start = buffer.length
        var place = fraction + 1
        let out = buffer.base + start
        while place > 1 {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            out[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
            rest = quotient
            place -= 1
        }
        out[0] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest)
        out[1] = UInt8(ascii: ".")
        buffer.length = start + fraction + 2
    }

    /// Writes a number that is JSON text already, such as an exact decimal.
    ///
    /// - Parameter text: A number as JSON writes it.
    public mutating func number(_ text: String) {
        separate()
        var text = text
        text.withUTF8 { buffer.append($0) }
        needsComma = true
    }

    /// Writes a number as a string of hexadecimal digits in lower case, where a value is due: behind
    /// ``members(_:)`` that end with a colon.
    public mutating func hexadecimal(_ value: UInt64) {
        buffer.reserve(18)
        buffer.append(UInt8(ascii: "\""))
        var shift = max(0, 60 - value.leadingZeroBitCount / 4 * 4)
        while shift >= 0 {
            let digit = UInt8(truncatingIfNeeded: value >> UInt64(shift) & 0xF)
            buffer.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            shift -= 4
        }
        buffer.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// Appends decimal digits, two a step from the right.
    private mutating func appendDigits(_ value: UInt64) {
        var count = 1
        var bound: UInt64 = 10
        while value >= bound, count < 20 {
            count += 1
            let (next, overflow) = bound.multipliedReportingOverflow(by: 10)
            bound = overflow ? .max : next
        }
        buffer.reserve(count)
        let out = buffer.base + buffer.length
        var rest = value
        var place = count
        while place >= 2 {
            let (quotient, pair) = rest.quotientAndRemainder(dividingBy: 100)
            let (tens, units) = UInt8(truncatingIfNeeded: pair).quotientAndRemainder(dividingBy: 10)
            out[place - 1] = UInt8(ascii: "0") &+ units
            out[place - 2] = UInt8(ascii: "0") &+ tens
            rest = quotient
            place -= 2
        }
        if place == 1 { out[0] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest) }
        buffer.length += count
    }
}
