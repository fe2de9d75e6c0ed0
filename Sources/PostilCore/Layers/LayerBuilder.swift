/// Collects annotations in any order and makes a layer of them.
public struct LayerBuilder<Value: LayerValue>: Sendable {
    private var spans: [Span] = []
    private var values: [Value] = []
    private var rules: [RuleIdentifier] = []
    private var scores: [Float] = []
    private var hasScores = false
    private var isSorted = true

    /// A builder with nothing in it.
    public init() {}

    /// The number of annotations so far.
    public var count: Int { spans.count }

    /// Adds an annotation.
    ///
    /// - Parameters:
    ///   - span: Where it stands, in UTF-8 bytes.
    ///   - value: What it says.
    ///   - rule: The rule that made it.
    ///   - score: How sure the annotator is, in [0, 1]; nil counts as 1 in a layer that has scores.
    public mutating func append(
        _ span: Span,
        _ value: Value,
        rule: RuleIdentifier = .unspecified,
        score: Float? = nil
    ) {
        if let last = spans.last, span < last { isSorted = false }
        spans.append(span)
        values.append(value)
        rules.append(rule)
        scores.append(score ?? 1)
        hasScores = hasScores || score != nil
    }

    /// The layer of all annotations added, in document order; equal spans keep the order in which they
    /// were added.
    ///
    /// - Complexity: O(n), or O(n log n) where they were not added in order.
    public consuming func build() -> Layer<Value> {
        if isSorted {
            return Layer(spans: spans, values: values, rules: rules, scores: hasScores ? scores : [])
        }
        let order = spans.indices.sorted { spans[$0] != spans[$1] ? spans[$0] < spans[$1] : $0 < $1 }
        return Layer(
            spans: order.map { spans[$0] },
            values: order.map { values[$0] },
            rules: order.map { rules[$0] },
            scores: hasScores ? order.map { scores[$0] } : []
        )
    }
}

extension LayerBuilder where Value == Unvalued {
    /// Adds an annotation without a value.
    public mutating func append(_ span: Span, rule: RuleIdentifier = .unspecified, score: Float? = nil) {
        append(span, Unvalued(), rule: rule, score: score)
    }
}
