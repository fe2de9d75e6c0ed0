/// A layer whose value type is known at run time only, for record writers, views and checks.
public protocol AnyLayer: Sendable {
    /// The spans, in document order.
    var spans: [Span] { get }

    /// The type of the annotation at `position`.
    func type(at position: Int) -> String?

    /// The features of the annotation at `position`.
    func features(at position: Int) -> [Feature]

    /// The features of the annotation at `position` with `transform` of each span that its value holds.
    func features(at position: Int, mappingSpans transform: (Span) -> Span) -> [Feature]

    /// The spans that the value of the annotation at `position` holds besides the annotation's own.
    func spansOfValue(at position: Int) -> [Span]

    /// The rule of the annotation at `position`.
    func rule(at position: Int) -> RuleIdentifier

    /// The score of the annotation at `position`; nil where the layer has none.
    func score(at position: Int) -> Float?

    /// Whether the value at `position` comes back unchanged from its general form.
    func isRestored(at position: Int) -> Bool

    /// The layer with the annotations at `positions` only.
    func slice(_ positions: Range<Int>) -> any AnyLayer

    /// Whether `other` has the same annotations with values of the same type.
    func isEqual(to other: any AnyLayer) -> Bool

    /// Whether the annotation at `position` says the same as the one at `otherPosition` of `other`,
    /// wherever the two stand: their values, rules and scores are equal once the spans that the value here
    /// holds are `distance` bytes further on.
    func agrees(at position: Int, with other: any AnyLayer, at otherPosition: Int, movedBy distance: Int) -> Bool
}

extension Layer: AnyLayer {
    /// The type of the annotation at `position`.
    public func type(at position: Int) -> String? { values[position].type }

    /// The features of the annotation at `position`.
    public func features(at position: Int) -> [Feature] { values[position].features }

    /// The features of the annotation at `position` with `transform` of each span that its value holds.
    public func features(at position: Int, mappingSpans transform: (Span) -> Span) -> [Feature] {
        values[position].mappingSpans(transform).features
    }

    /// The spans that the value of the annotation at `position` holds besides the annotation's own.
    public func spansOfValue(at position: Int) -> [Span] { values[position].spans }

    /// The rule of the annotation at `position`.
    public func rule(at position: Int) -> RuleIdentifier { rules.isEmpty ? .unspecified : rules[position] }

    /// The score of the annotation at `position`; nil where the layer has none.
    public func score(at position: Int) -> Float? { scores.isEmpty ? nil : scores[position] }

    /// Whether the value at `position` comes back unchanged from its general form.
    public func isRestored(at position: Int) -> Bool {
        Value(type: values[position].type, features: values[position].features) == values[position]
    }

    /// The layer with the annotations at `positions` only.
    public func slice(_ positions: Range<Int>) -> any AnyLayer {
        Layer(
            spans: Array(spans[positions]),
            values: Array(values[positions]),
            rules: rules.isEmpty ? [] : Array(rules[positions]),
            scores: scores.isEmpty ? [] : Array(scores[positions])
        )
    }

    /// Whether `other` has the same annotations with values of the same type.
    public func isEqual(to other: any AnyLayer) -> Bool { self == other as? Layer<Value> }

    /// Whether the annotation at `position` says the same as the one at `otherPosition` of `other`,
    /// wherever the two stand: their values, rules and scores are equal once the spans that the value here
    /// holds are `distance` bytes further on.
    public func agrees(
        at position: Int,
        with other: any AnyLayer,
        at otherPosition: Int,
        movedBy distance: Int
    ) -> Bool {
        guard let other = other as? Layer<Value> else { return false }
        let value = values[position].mappingSpans { $0.moved(by: distance) }
        return value == other.values[otherPosition] && rule(at: position) == other.rule(at: otherPosition)
            && score(at: position) == other.score(at: otherPosition)
    }
}
