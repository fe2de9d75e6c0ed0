/// What a number says, in the types of OntoNotes.
public struct NumberKind: RawRepresentable, Hashable, Sendable {
    /// The name that records show.
    public let rawValue: String

    /// Wraps a name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// How many: *44*, *two thirds*, *a dozen*.
    public static let cardinal = NumberKind(rawValue: "CARDINAL")
    /// Which one in order: *third*, *the last*.
    public static let ordinal = NumberKind(rawValue: "ORDINAL")
    /// Hundredths: *12%*, *25 basis points*.
    public static let percent = NumberKind(rawValue: "PERCENT")
    /// An amount of money.
    public static let money = NumberKind(rawValue: "MONEY")
    /// A measure with its unit.
    public static let quantity = NumberKind(rawValue: "QUANTITY")

    /// All kinds.
    public static let all = [cardinal, ordinal, percent, money, quantity]
}
