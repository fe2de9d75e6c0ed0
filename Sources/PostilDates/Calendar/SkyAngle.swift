/// Angles in nanodegrees and their sines, in whole numbers, so that every machine reckons the same.
enum SkyAngle {
    /// Nanodegrees in a degree.
    static let degree = 1_000_000_000
    /// A full turn.
    static let turn = 360 * degree
    /// What sines are scaled by.
    static let unit = 1_000_000_000

    /// The angle between 0 and a full turn.
    static func normal(_ angle: Int) -> Int {
        let rest = angle % turn
        return rest < 0 ? rest + turn : rest
    }

    /// The angle between minus and plus half a turn.
    static func signed(_ angle: Int) -> Int {
        let positive = normal(angle)
        return positive > turn / 2 ? positive - turn : positive
    }

    /// The sine in billionths, by its series; exact to a hundred-thousandth.
    static func sine(_ angle: Int) -> Int {
        var rest = normal(angle)
        let isNegative = rest >= turn / 2
        if isNegative { rest -= turn / 2 }
        if rest > turn / 4 { rest = turn / 2 - rest }
        let radians = rest / 1000 * 31_415_926_536 / 1_800_000_000
        let square = radians * radians / unit
        var term = radians
        var sum = radians
        for divisor in [6, 20, 42, 72] {
            term = -(term * square / unit) / divisor
            sum += term
        }
        return isNegative ? -sum : sum
    }

    /// The cosine in billionths.
    static func cosine(_ angle: Int) -> Int { sine(angle + turn / 4) }
}
