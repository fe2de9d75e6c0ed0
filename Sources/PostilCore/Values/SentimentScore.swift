/// A sentiment, or a part of one, as a whole number of steps of 1/16,384.
///
/// The step is a power of two, so that sums of scores are exact: in these whole numbers, in binary
/// floating point and in the decimal numbers that records write.
public struct SentimentScore: RawRepresentable, Hashable, Sendable {
    /// The number of steps.
    public var rawValue: Int32

    /// Wraps a number of steps.
    @inlinable
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// The number of steps in 1.
    public static let stepsInOne: Int32 = 16384

    /// No sentiment.
    @inlinable public static var zero: SentimentScore { SentimentScore(rawValue: 0) }

    /// The score nearest to `value`, which lies in [-1, 1] for a whole sentiment.
    public init(_ value: Double) {
        self.init(rawValue: Int32((value * Double(SentimentScore.stepsInOne)).rounded()))
    }

    /// The score as a number, exactly.
    @inlinable
    public var value: Double { Double(rawValue) / Double(SentimentScore.stepsInOne) }
}

extension SentimentScore: Comparable {
    /// Whether `left` is the more negative.
    @inlinable
    public static func < (left: SentimentScore, right: SentimentScore) -> Bool { left.rawValue < right.rawValue }
}

extension SentimentScore: AdditiveArithmetic {
    /// The sum, exactly.
    @inlinable
    public static func + (left: SentimentScore, right: SentimentScore) -> SentimentScore {
        SentimentScore(rawValue: left.rawValue &+ right.rawValue)
    }

    /// The difference, exactly.
    @inlinable
    public static func - (left: SentimentScore, right: SentimentScore) -> SentimentScore {
        SentimentScore(rawValue: left.rawValue &- right.rawValue)
    }
}
