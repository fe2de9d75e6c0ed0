/// A layer whose value type is known at run time only, for record writers, views and checks.
public protocol AnyLayer: Sendable {
    /// The spans, in document order.
    var spans: [Span] { get }

    /// The type of the annotation at `position`.
    func type(at position: Int) -> String?

    /// The features of the annotation at `position`.
    func features(at position: Int) -> [Feature]

    /// The rule of the annotation at `position`.
    func rule(at position: Int) -> RuleIdentifier

    /// The score of the annotation at `position`; nil where the layer has none.
    func score(at position: Int) -> Float?

    /// Whether the value at `position` comes back unchanged from its general form.
    func isRestored(at position: Int) -> Bool

    /// Whether `other` has the same annotations with values of the same type.
    func isEqual(to other: any AnyLayer) -> Bool

    /// Whether the annotation at `position` says the same as the one at `otherPosition` of `other`,
    /// wherever the two stand: their values, rules and scores are equal.
    func agrees(at position: Int, with other: any AnyLayer, at otherPosition: Int) -> Bool
}

extension Layer: AnyLayer {
    /// The type of the annotation at `position`.
    public func type(at position: Int) -> String? { values[position].type }

    /// The features of the annotation at `position`.
    public func features(at position: Int) -> [Feature] { values[position].features }

    /// The rule of the annotation at `position`.
    public func rule(at position: Int) -> RuleIdentifier { rules.isEmpty ? .unspecified : rules[position] }

    /// The score of the annotation at `position`; nil where the layer has none.
    public func score(at position: Int) -> Float? { scores.isEmpty ? nil : scores[position] }

    /// Whether the value at `position` comes back unchanged from its general form.
    public func isRestored(at position: Int) -> Bool {
        Value(type: values[position].type, features: values[position].features) == values[position]
    }

    /// Whether `other` has the same annotations with values of the same type.
    public func isEqual(to other: any AnyLayer) -> Bool { self == other as? Layer<Value> }

    /// Whether the annotation at `position` says the same as the one at `otherPosition` of `other`,
    /// wherever the two stand: their values, rules and scores are equal.
    public func agrees(at position: Int, with other: any AnyLayer, at otherPosition: Int) -> Bool {
        guard let other = other as? Layer<Value> else { return false }
        return values[position] == other.values[otherPosition] && rule(at: position) == other.rule(at: otherPosition)
            && score(at: position) == other.score(at: otherPosition)
    }
}
