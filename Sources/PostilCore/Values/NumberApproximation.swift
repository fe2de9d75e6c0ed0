/// How the text limits or blurs a number.
public struct NumberApproximation: RawRepresentable, Hashable, Sendable {
    /// The name that records show.
    public let rawValue: String

    /// Wraps a name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// *at least*, *no fewer than*, *or more*: the value is the lower bound.
    public static let atLeast = NumberApproximation(rawValue: "at_least")
    /// *more than*, *over*: the lower bound, itself left out.
    public static let moreThan = NumberApproximation(rawValue: "more_than")
    /// *at most*, *up to*, *no more than*: the upper bound.
    public static let atMost = NumberApproximation(rawValue: "at_most")
    /// *less than*, *under*: the upper bound, itself left out.
    public static let lessThan = NumberApproximation(rawValue: "less_than")
    /// *about*, *around*, *or so*.
    public static let about = NumberApproximation(rawValue: "about")
    /// *nearly*, *almost*: a little less.
    public static let nearly = NumberApproximation(rawValue: "nearly")
    /// *exactly*, *precisely*.
    public static let exactly = NumberApproximation(rawValue: "exactly")
    /// *between 3 and 5*, *ten to eleven*.
    public static let range = NumberApproximation(rawValue: "range")
    /// *dozens*, *several hundred*: an order of magnitude.
    public static let vague = NumberApproximation(rawValue: "vague")
}
