/// One way to read a stretch of digits, with how well form and context bear it out.
public struct Reading: Hashable, Sendable {
    /// What a stretch of digits can be.
    public enum Kind: String, Sendable {
        case cardinal, fraction, ratio, score, range, date, time, year, yearRange, phone, version, identifier, citation,
            address
        case label
    }

    /// What it would be.
    public let kind: Kind
    /// How well form and context bear it out, in [0, 1].
    public let score: Float
    /// What speaks for it.
    public let reason: String

    /// Makes a reading.
    public init(_ kind: Kind, _ score: Float, _ reason: String) {
        self.kind = kind
        self.score = score
        self.reason = reason
    }
}
