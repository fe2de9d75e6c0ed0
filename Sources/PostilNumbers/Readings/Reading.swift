/// One way to read a stretch of digits, with how well form and context bear it out.
public struct Reading: Hashable, Sendable {
    /// What a stretch of digits can be.
    public enum Kind: String, Sendable {
        /// A plain number.
        case cardinal
        /// A numerator over a denominator.
        case fraction
        /// One number to another.
        case ratio
        /// The points of two sides.
        case score
        /// Two ends.
        case range
        /// A day, or a month and a day.
        case date
        /// A time of day.
        case time
        /// A year.
        case year
        /// A year and a later one.
        case yearRange
        /// A telephone number.
        case phone
        /// A version or a network address.
        case version
        /// A code, a name or a model.
        case identifier
        /// A place in a law report.
        case citation
        /// The number of a house.
        case address
        /// The number of a figure, page or room.
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
