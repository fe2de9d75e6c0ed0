import PostilCore

/// A unit that was read: one of the catalogue, or a product of powers of them.
struct Unit: Sendable {
    /// The UCUM code.
    var code: String
    /// How many base units one is.
    var factor: ExactNumber
    /// What is added to a value before the factor is applied.
    var offset: ExactDecimal?
    var dimension: UnitDimension
    /// Whether it is also a common word.
    var isWord = false

    /// The value in base units, rounded to 15 digits where it is no decimal.
    func baseValue(of value: ExactNumber) -> ExactDecimal? {
        let shifted = offset.map { value.adding(ExactNumber($0)) } ?? value
        return shifted?.multiplied(by: factor)?.rounded(digits: 15)
    }

    /// The unit to a power.
    func raised(to power: Int8) -> Unit {
        guard power != 1 else { return self }
        var factor = ExactNumber(1)
        for _ in 0..<abs(power) { factor = factor.multiplied(by: self.factor) ?? factor }
        if power < 0 { factor = ExactNumber(1).divided(by: factor) ?? factor }
        return Unit(
            code: code + "\(power)",
            factor: factor,
            offset: nil,
            dimension: UnitDimension.none.multiplied(by: dimension, power: power)
        )
    }

    /// The product with another, or the quotient.
    func combined(with other: Unit, isDivided: Bool) -> Unit {
        let product = isDivided ? factor.divided(by: other.factor) : factor.multiplied(by: other.factor)
        return Unit(
            code: code + (isDivided ? "/" : ".") + other.code,
            factor: product ?? factor,
            offset: nil,
            dimension: dimension.multiplied(by: other.dimension, power: isDivided ? -1 : 1)
        )
    }
}
