/// An exact decimal number: a whole coefficient of up to 38 digits times a power of ten.
///
/// Two equal numbers have one form, so that `==` and hashing compare values: the coefficient never ends
/// in zero, and zero has the exponent 0. An operation whose result does not fit exactly returns nil; no
/// result is ever rounded without being asked for.
public struct ExactDecimal: Hashable, Sendable {
    /// The digits with the sign.
    public let coefficient: Int128

    /// The power of ten that the coefficient is multiplied by.
    public let exponent: Int32

    /// The greatest magnitude that an exponent may have: large enough for a centillion.
    public static let maximumExponent: Int32 = 1000

    /// Zero.
    public static let zero = ExactDecimal(0)

    /// One.
    public static let one = ExactDecimal(1)

    /// The whole number `value`.
    public init(_ value: Int) {
        var coefficient = Int128(value)
        var exponent: Int32 = 0
        ExactDecimal.normalize(&coefficient, &exponent)
        self.coefficient = coefficient
        self.exponent = exponent
    }

    /// `coefficient` times ten to the power of `exponent`; nil where the exponent is out of range.
    public init?(coefficient: Int128, exponent: Int32) {
        // The least integer has no positive counterpart.
        guard coefficient > .min else { return nil }
        var coefficient = coefficient
        var exponent = exponent
        ExactDecimal.normalize(&coefficient, &exponent)
        guard abs(exponent) <= ExactDecimal.maximumExponent else { return nil }
        self.coefficient = coefficient
        self.exponent = exponent
    }

    private init(normal coefficient: Int128, _ exponent: Int32) {
        self.coefficient = coefficient
        self.exponent = exponent
    }

    /// Ten to the power of `exponent`; nil where that is out of range.
    public static func powerOfTen(_ exponent: Int32) -> ExactDecimal? {
        ExactDecimal(coefficient: 1, exponent: exponent)
    }

    private static func normalize(_ coefficient: inout Int128, _ exponent: inout Int32) {
        guard coefficient != 0 else {
            exponent = 0
            return
        }
        while coefficient % 10 == 0 {
            coefficient /= 10
            exponent = exponent.addingReportingOverflow(1).partialValue
        }
    }

    /// Whether the number is below zero.
    public var isNegative: Bool { coefficient < 0 }

    /// Whether the number is zero.
    public var isZero: Bool { coefficient == 0 }

    /// Whether the number has no digits behind the point.
    public var isWhole: Bool { exponent >= 0 }

    /// The number with the other sign.
    public var negated: ExactDecimal { ExactDecimal(normal: 0 - coefficient, exponent) }

    /// The number without its sign.
    public var magnitude: ExactDecimal { isNegative ? negated : self }

    /// The number as an integer, where it is one and fits.
    public var integer: Int? {
        guard exponent >= 0, exponent <= 18, let scaled = ExactDecimal.scaled(coefficient, by: exponent) else {
            return nil
        }
        return Int(exactly: scaled)
    }

    /// The nearest floating-point number, for comparisons that need no exactness.
    public var approximate: Double {
        var result = Double(coefficient)
        var left = exponent
        while left > 0 {
            result *= 10
            left -= 1
        }
        var divisor = 1.0
        while left < 0 {
            divisor *= 10
            left += 1
        }
        return result / divisor
    }

    /// `value` times ten to the power of `exponent`, which is not negative; nil on overflow.
    static func scaled(_ value: Int128, by exponent: Int32) -> Int128? {
        guard exponent <= 38 else { return value == 0 ? 0 : nil }
        var result = value
        for _ in 0..<exponent {
            let (product, overflow) = result.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            result = product
        }
        return result
    }
}
