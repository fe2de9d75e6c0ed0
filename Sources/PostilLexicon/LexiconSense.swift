/// One meaning of a name: *Paris* is a city of France, another of Texas, a first name and a family name.
public struct LexiconSense: Hashable, Sendable {
    /// What it names.
    public let kind: LexiconKind

    /// How the text's capitals agree with the entry's.
    public let fit: LexiconCaseFit

    /// The name in its usual form; nil for parts of persons' names, which are their own form.
    public let canonical: String?

    /// What the name is known by elsewhere, as in `geonames:99237`.
    public let link: String?

    /// A detail of the kind: for places and nationalities the country's ISO 3166 code, for places in the
    /// United States `US-` and the state's code, for what the user adds whatever the table says.
    public let detail: String?

    /// How much the sense weighs, on a scale of which eight steps are a doubling.
    public let level: UInt8

    /// The weight that the table gave, such as a city's population, rounded down by an eighth at most.
    public var weight: UInt64 { LexiconWeight.weight(ofLevel: level) }
}

/// Weights on a scale of eight steps a doubling, with no logarithm to compute: the place of a number's
/// leading one, and three bits behind it.
enum LexiconWeight {
    /// The level of a weight; 255 from 15 · 2²⁸ - 1 on.
    static func level(of weight: UInt64) -> UInt8 {
        guard weight < UInt64(UInt32.max) else { return 255 }
        let number = weight + 1
        let exponent = 63 - number.leadingZeroBitCount
        let behind = number & ~(1 << UInt64(exponent))
        return UInt8(clamping: exponent * 8 + Int((behind << 3) >> UInt64(exponent)))
    }

    /// The least weight that has a level.
    static func weight(ofLevel level: UInt8) -> UInt64 {
        let scaled = (8 + UInt64(level & 7)) << UInt64(level >> 3)
        return (scaled + 7) / 8 - 1
    }
}
