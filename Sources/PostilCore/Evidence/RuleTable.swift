/// The rules of one annotator, numbered from 1 in a stable order.
public struct RuleTable: Hashable, Sendable {
    /// The rules; the first has the number 1.
    public let rules: [Rule]

    /// Makes a table.
    public init(_ rules: [Rule]) { self.rules = rules }

    /// The rule with the number `identifier`; nil where none is named or the table does not have it.
    public subscript(identifier: RuleIdentifier) -> Rule? {
        let index = Int(identifier.rawValue) - 1
        return rules.indices.contains(index) ? rules[index] : nil
    }

    /// The number of the first rule called `name`; nil where there is none among the first 65,535.
    public func identifier(of name: String) -> RuleIdentifier? {
        rules.firstIndex { $0.name == name }
            .flatMap { UInt16(exactly: $0 + 1) }
            .map(RuleIdentifier.init(rawValue:))
    }
}
