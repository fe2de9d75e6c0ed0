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
    public mutating func double(_ value: Double) {
        guard value.isFinite else { return null() }
        separate()
        var digits = value.description
        digits.withUTF8 { buffer.append($0) }
        needsComma = true
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
