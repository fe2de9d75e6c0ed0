extension ExactDecimal {
    /// The sum, or nil where it has more digits than fit.
    public func adding(_ other: ExactDecimal) -> ExactDecimal? {
        if isZero { return other }
        if other.isZero { return self }
        let low = min(exponent, other.exponent)
        guard let left = ExactDecimal.scaled(coefficient, by: exponent - low),
            let right = ExactDecimal.scaled(other.coefficient, by: other.exponent - low)
        else { return nil }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : ExactDecimal(coefficient: sum, exponent: low)
    }

    /// The difference, or nil where it has more digits than fit.
    public func subtracting(_ other: ExactDecimal) -> ExactDecimal? { adding(other.negated) }

    /// The product, or nil where it has more digits than fit.
    public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
        return overflow ? nil : ExactDecimal(coefficient: product, exponent: exponent + other.exponent)
    }

    /// The quotient where it is a decimal number of at most 38 digits; nil where it is not, and for a
    /// divisor of zero.
    public func divided(by other: ExactDecimal) -> ExactDecimal? {
        guard !other.isZero else { return nil }
        var numerator = coefficient
        var shift: Int32 = 0
        while numerator % other.coefficient != 0 {
            let (next, overflow) = numerator.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            numerator = next
            shift += 1
        }
        return ExactDecimal(coefficient: numerator / other.coefficient, exponent: exponent - other.exponent - shift)
    }

    /// The quotient cut after `digits` significant digits; nil for a divisor of zero.
    ///
    /// - Parameter digits: 1 to 30.
    public func quotient(by other: ExactDecimal, digits: Int32) -> ExactDecimal? {
        if let exact = divided(by: other) { return exact }
        guard !other.isZero else { return nil }
        let limit = ExactDecimal.scaled(1, by: min(max(digits, 1), 30)) ?? 1
        var quotient: Int128 = 0
        var rest = coefficient < 0 ? 0 - coefficient : coefficient
        let divisor = other.coefficient < 0 ? 0 - other.coefficient : other.coefficient
        var shift: Int32 = 0
        quotient = rest / divisor
        rest %= divisor
        while quotient < limit / 10, shift < 60 {
            let (next, overflow) = rest.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            quotient = quotient * 10 + next / divisor
            rest = next % divisor
            shift += 1
        }
        let (doubled, overflow) = rest.multipliedReportingOverflow(by: 2)
        if !overflow, doubled >= divisor { quotient += 1 }
        let isBelowZero = isNegative != other.isNegative
        return ExactDecimal(
            coefficient: isBelowZero ? 0 - quotient : quotient,
            exponent: exponent - other.exponent - shift
        )
    }

    /// The number to the power of `exponent`, or nil where the result does not fit exactly.
    public func raised(to exponent: Int) -> ExactDecimal? {
        var result = ExactDecimal.one
        guard abs(exponent) <= 1000 else { return nil }
        for _ in 0..<abs(exponent) {
            guard let next = result.multiplied(by: self) else { return nil }
            result = next
        }
        return exponent < 0 ? ExactDecimal.one.divided(by: result) : result
    }
}

extension ExactDecimal: Comparable {
    /// Compares the values, whatever their exponents.
    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        if left.isZero || right.isZero { return left.coefficient < right.coefficient }
        let leftSize = left.magnitudeOrder
        let rightSize = right.magnitudeOrder
        if leftSize != rightSize { return (leftSize < rightSize) != left.isNegative }
        let low = min(left.exponent, right.exponent)
        guard let first = scaled(left.coefficient, by: left.exponent - low),
            let second = scaled(right.coefficient, by: right.exponent - low)
        else { return left.approximate < right.approximate }
        return first < second
    }

    /// The power of ten of the first digit.
    private var magnitudeOrder: Int32 {
        var order = exponent
        var rest = coefficient
        while rest / 10 != 0 {
            rest /= 10
            order += 1
        }
        return order
    }
}
