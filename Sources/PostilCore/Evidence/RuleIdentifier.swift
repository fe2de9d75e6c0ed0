/// The number of a rule in its annotator's ``RuleTable``.
public struct RuleIdentifier: RawRepresentable, Hashable, Sendable {
    /// The rule's position in the table, counted from 1; 0 where no rule is named.
    public let rawValue: UInt16

    /// Wraps a number.
    @inlinable
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// No rule is named.
    @inlinable public static var unspecified: RuleIdentifier { RuleIdentifier(rawValue: 0) }
}
