/// Which way a sentiment goes.
public enum SentimentPolarity: String, Hashable, Sendable, CaseIterable {
    /// The text speaks well of what it is about, or tells of good things.
    case positive
    /// The text speaks ill of what it is about, or tells of bad things.
    case negative
    /// The text does neither.
    case neutral
}
