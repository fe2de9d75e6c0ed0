import PostilCore

/// What a numeral in digits says, before any word behind it is looked at.
struct DigitNumeral {
    var value: ExactDecimal?
    var end: Int
    var integerDigits = 0
    var decimals = 0
    var leadingZeros = 0
    var grouping = Numeral.Grouping.none
    var isOrdinal = false
    var isPlural = false
    var hasExponent = false
}

/// Reads digits with their separators from bytes, wherever the tokeniser cut them.
struct DigitScanner {
    let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    @inline(__always)
    func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < bytes.count ? bytes[offset] : 0 }

    @inline(__always)
    func isDigit(_ offset: Int) -> Bool { byte(offset) &- 0x30 < 10 }

    /// The end of the digits from `offset` on.
    func digitsEnd(_ offset: Int) -> Int {
        var end = offset
        while isDigit(end) { end += 1 }
        return end
    }

    /// The numeral that begins at `start` with a digit, or with a point and a digit.
    func scan(from start: Int) -> DigitNumeral? {
        guard isDigit(start) || byte(start) == UInt8(ascii: ".") && isDigit(start + 1) else { return nil }
        var accumulator = DigitAccumulator()
        var numeral = DigitNumeral(value: nil, end: start)
        var end = digitsEnd(start)
        accumulator.append(bytes, start..<end)
        numeral.leadingZeros = leadingZeros(start, end)
        var integerDigits = end - start
        if end - start <= 3, end > start, byte(start) != UInt8(ascii: "0") {
            (numeral.grouping, end) = groups(start, end, into: &accumulator)
            if numeral.grouping != .none { integerDigits = accumulator.digits }
        }
        numeral.integerDigits = integerDigits
        let whole = end
        end = decimalsEnd(whole, numeral.grouping)
        if end > whole {
            accumulator.append(bytes, whole + 1..<end)
            numeral.decimals = end - whole - 1
            accumulator.decimals = numeral.decimals
        }
        numeral.value = accumulator.value
        numeral.end = end
        scanExponent(&numeral)
        scanEnding(&numeral)
        return numeral
    }

    private func leadingZeros(_ start: Int, _ end: Int) -> Int {
        var offset = start
        while offset + 1 < end, byte(offset) == UInt8(ascii: "0") { offset += 1 }
        return offset - start
    }

    /// The groups behind the first digits: their separator and where they end.
    private func groups(
        _ start: Int,
        _ first: Int,
        into accumulator: inout DigitAccumulator
    ) -> (Numeral.Grouping, Int) {
        switch byte(first) {
        case UInt8(ascii: ","): return commaGroups(first, into: &accumulator)
        case UInt8(ascii: "."):
            let end = groupsEnd(first, separator: UInt8(ascii: "."), width: 3)
            // One group alone is a decimal fraction, unless a comma with decimals follows it.
            let isGrouped = end - first > 4 || end > first && byte(end) == UInt8(ascii: ",") && isDigit(end + 1)
            guard isGrouped else { return (.none, first) }
            append(first..<end, into: &accumulator)
            return (.point, end)
        case 0x20:
            let end = groupsEnd(first, separator: 0x20, width: 3)
            guard end > first, !isLetter(end), isFree(before: start) else { return (.none, first) }
            append(first..<end, into: &accumulator)
            return (.space, end)
        case 0xC2 where byte(first + 1) == 0xA0:
            return wideGroups(first, width: 2, into: &accumulator)
        case 0xE2 where byte(first + 1) == 0x80 && (byte(first + 2) == 0xAF || byte(first + 2) == 0x89):
            return wideGroups(first, width: 3, into: &accumulator)
        default: return (.none, first)
        }
    }

    private func commaGroups(_ first: Int, into accumulator: inout DigitAccumulator) -> (Numeral.Grouping, Int) {
        var end = groupsEnd(first, separator: UInt8(ascii: ","), width: 3)
        if end == first {
            // Indian grouping: pairs, and three digits last.
            var pair = groupsEnd(first, separator: UInt8(ascii: ","), width: 2)
            guard pair > first, byte(pair) == UInt8(ascii: ","), digitsEnd(pair + 1) - pair == 4 else {
                return (.none, first)
            }
            pair += 4
            end = pair
        }
        append(first..<end, into: &accumulator)
        return (.comma, end)
    }

    private func wideGroups(
        _ first: Int,
        width: Int,
        into accumulator: inout DigitAccumulator
    ) -> (Numeral.Grouping, Int) {
        var end = first
        while byte(end) == byte(first), byte(end + 1) == byte(first + 1),
            width == 2 || byte(end + 2) == byte(first + 2), digitsEnd(end + width) - end - width == 3
        {
            end += width + 3
        }
        guard end > first else { return (.none, first) }
        append(first..<end, into: &accumulator)
        return (.space, end)
    }

    private func append(_ range: Range<Int>, into accumulator: inout DigitAccumulator) {
        for offset in range where isDigit(offset) { accumulator.append(byte(offset)) }
    }

    private func groupsEnd(_ first: Int, separator: UInt8, width: Int) -> Int {
        var end = first
        while byte(end) == separator, digitsEnd(end + 1) - end - 1 == width { end += width + 1 }
        return end
    }

    private func isLetter(_ offset: Int) -> Bool { (byte(offset) | 0x20) &- 0x61 < 26 }

    /// Whether digits at `start` are not the end of a longer run that a blank, a point or a dash joins.
    private func isFree(before start: Int) -> Bool {
        let last = byte(start - 1)
        if last == 0x20 { return !isDigit(start - 2) }
        return last != UInt8(ascii: ".") && last != UInt8(ascii: "/") && last != UInt8(ascii: ":")
    }

    /// The end of decimals behind a whole part that ends at `whole`; `whole` where there are none.
    private func decimalsEnd(_ whole: Int, _ grouping: Numeral.Grouping) -> Int {
        let mark = byte(whole)
        guard isDigit(whole + 1) else { return whole }
        let end = digitsEnd(whole + 1)
        if mark == UInt8(ascii: ".") {
            guard grouping != .point else { return whole }
            // More points make a version, a date or an address, not a decimal fraction.
            return byte(end) == UInt8(ascii: ".") && isDigit(end + 1) ? whole : end
        }
        guard mark == UInt8(ascii: ","), grouping != .comma else { return whole }
        if grouping == .none, end - whole > 3 { return whole }
        return byte(end) == UInt8(ascii: ",") && isDigit(end + 1) ? whole : end
    }
}

/// Adds up digits to an exact decimal.
struct DigitAccumulator {
    private var coefficient: Int128 = 0
    private var overflowed = false
    private(set) var digits = 0
    var decimals = 0

    mutating func append(_ digit: UInt8) {
        digits += 1
        let (product, first) = coefficient.multipliedReportingOverflow(by: 10)
        let (sum, second) = product.addingReportingOverflow(Int128(digit & 0x0F))
        overflowed = overflowed || first || second
        coefficient = sum
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        for offset in range { append(bytes[offset]) }
    }

    /// The number, or nil where it has too many digits.
    var value: ExactDecimal? {
        overflowed || decimals > 1000 ? nil : ExactDecimal(coefficient: coefficient, exponent: Int32(-decimals))
    }
}
