extension ExactDecimal: CustomStringConvertible {
    /// The number in digits, with a point where it has decimals and never with an exponent.
    public var description: String {
        let digits = String(coefficient.magnitude)
        let sign = isNegative ? "-" : ""
        if exponent >= 0 { return sign + digits + String(repeating: "0", count: isZero ? 0 : Int(exponent)) }
        let decimals = Int(-exponent)
        if digits.utf8.count > decimals {
            return sign + digits.dropLast(decimals) + "." + digits.suffix(decimals)
        }
        return sign + "0." + String(repeating: "0", count: decimals - digits.utf8.count) + digits
    }

    /// Reads what ``description`` writes: a sign perhaps, digits, and perhaps a point and digits.
    ///
    /// - Returns: nil for other text and for more digits than fit.
    /// - Complexity: O(n).
    public init?(text: some StringProtocol) {
        var coefficient: Int128 = 0
        var exponent: Int32 = 0
        var isNegative = false
        var hasPoint = false
        var hasDigit = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where index == 0: isNegative = true
            case UInt8(ascii: "+") where index == 0: break
            case UInt8(ascii: ".") where !hasPoint: hasPoint = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                hasDigit = true
                guard exponent > -ExactDecimal.maximumExponent else { return nil }
                let (product, first) = coefficient.multipliedReportingOverflow(by: 10)
                let (sum, second) = product.addingReportingOverflow(Int128(byte & 0x0F))
                if first || second {
                    // Zeros beyond the 38th digit only move the point.
                    guard byte == UInt8(ascii: "0"), !first || coefficient != 0 else { return nil }
                    if !hasPoint { exponent += 1 }
                    continue
                }
                coefficient = sum
                if hasPoint { exponent -= 1 }
            default: return nil
            }
        }
        guard hasDigit else { return nil }
        self.init(coefficient: isNegative ? 0 - coefficient : coefficient, exponent: exponent)
    }
}
