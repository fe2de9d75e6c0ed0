/// An exact number that a text can state: a decimal, or a quotient that is no decimal (*two thirds*).
///
/// The quotient is in lowest terms with a whole numerator and a denominator above 1; every number that
/// can be written as a decimal is one, so that equal numbers have one form.
public struct ExactNumber: Hashable, Sendable {
    /// The decimal, or the numerator of the quotient.
    public let numerator: ExactDecimal

    /// The denominator of the quotient; 1 for a decimal.
    public let denominator: UInt64

    /// A decimal.
    public init(_ decimal: ExactDecimal) {
        numerator = decimal
        denominator = 1
    }

    /// The whole number `value`.
    public init(_ value: Int) { self.init(ExactDecimal(value)) }

    /// `numerator` divided by `denominator`; nil for a denominator of zero and where the digits do not fit.
    public init?(_ numerator: ExactDecimal, over denominator: ExactDecimal) {
        if let decimal = numerator.divided(by: denominator) {
            self.init(decimal)
            return
        }
        guard !denominator.isZero else { return nil }
        let low = min(numerator.exponent, denominator.exponent)
        guard var top = ExactDecimal.scaled(numerator.coefficient, by: numerator.exponent - low),
            var bottom = ExactDecimal.scaled(denominator.coefficient, by: denominator.exponent - low)
        else { return nil }
        if bottom < 0 {
            top = 0 - top
            bottom = 0 - bottom
        }
        let divisor = ExactNumber.greatestCommonDivisor(top.magnitude, bottom.magnitude)
        top /= Int128(divisor)
        bottom /= Int128(divisor)
        guard let reduced = ExactDecimal(coefficient: top, exponent: 0), let below = UInt64(exactly: bottom) else {
            return nil
        }
        self.init(numerator: reduced, denominator: below)
    }

    private static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
        var (larger, smaller) = (left, right)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return max(larger, 1)
    }

    /// The decimal, where the number is one.
    public var decimal: ExactDecimal? { denominator == 1 ? numerator : nil }

    /// The number as an integer, where it is one and fits.
    public var integer: Int? { decimal?.integer }

    /// Whether the number is below zero.
    public var isNegative: Bool { numerator.isNegative }

    /// The number with the other sign.
    public var negated: ExactNumber { ExactNumber(numerator: numerator.negated, denominator: denominator) }

    private init(numerator: ExactDecimal, denominator: UInt64) {
        self.numerator = numerator
        self.denominator = denominator
    }

    private var bottom: ExactDecimal { ExactDecimal(coefficient: Int128(denominator), exponent: 0) ?? .one }

    /// The sum, or nil where the digits do not fit.
    public func adding(_ other: ExactNumber) -> ExactNumber? {
        if denominator == 1, other.denominator == 1 { return numerator.adding(other.numerator).map(ExactNumber.init) }
        guard let left = numerator.multiplied(by: other.bottom), let right = other.numerator.multiplied(by: bottom),
            let top = left.adding(right), let below = bottom.multiplied(by: other.bottom)
        else { return nil }
        return ExactNumber(top, over: below)
    }

    /// The product, or nil where the digits do not fit.
    public func multiplied(by other: ExactNumber) -> ExactNumber? {
        guard let top = numerator.multiplied(by: other.numerator), let below = bottom.multiplied(by: other.bottom)
        else {
            return nil
        }
        return ExactNumber(top, over: below)
    }

    /// The quotient; nil for a divisor of zero and where the digits do not fit.
    public func divided(by other: ExactNumber) -> ExactNumber? {
        guard let top = numerator.multiplied(by: other.bottom), let below = bottom.multiplied(by: other.numerator)
        else {
            return nil
        }
        return ExactNumber(top, over: below)
    }

    /// The decimal, or the quotient rounded to `digits` significant digits.
    public func rounded(digits: Int32) -> ExactDecimal? {
        denominator == 1 ? numerator : numerator.quotient(by: bottom, digits: digits)
    }
}

extension ExactNumber: Comparable {
    /// Compares the values.
    public static func < (left: ExactNumber, right: ExactNumber) -> Bool {
        if left.denominator == right.denominator { return left.numerator < right.numerator }
        guard let first = left.numerator.multiplied(by: right.bottom),
            let second = right.numerator.multiplied(by: left.bottom)
        else {
            return left.numerator.approximate / Double(left.denominator)
                < right.numerator.approximate / Double(right.denominator)
        }
        return first < second
    }
}

extension ExactNumber: CustomStringConvertible {
    /// The decimal, or numerator and denominator with a slash between them: `2/3`.
    public var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }

    /// Reads what ``description`` writes.
    public init?(text: some StringProtocol) {
        guard let slash = text.firstIndex(of: "/") else {
            guard let decimal = ExactDecimal(text: text) else { return nil }
            self.init(decimal)
            return
        }
        guard let top = ExactDecimal(text: text[..<slash]),
            let below = ExactDecimal(text: text[text.index(after: slash)...])
        else { return nil }
        self.init(top, over: below)
    }
}
