/// The annotations of one layer of one document, stored by column and never changed.
///
/// Annotations stand in document order (``Span``); a position in a layer is a stable reference to an
/// annotation. Overlap and nesting are allowed; a key whose layers have neither says so
/// (``LayerKey/neverOverlaps``).
public struct Layer<Value: LayerValue>: Sendable {
    /// The spans, in document order.
    public let spans: [Span]

    /// The values, one for each span.
    public let values: [Value]

    /// The rules that made the annotations: one for each span, or empty where the layer keeps none.
    public let rules: [RuleIdentifier]

    /// The scores: one for each span, or empty where the method has none.
    public let scores: [Float]

    /// For layers in which ends do not ascend: the greatest end of each aligned block of spans, level
    /// by level, so that a query can pass over blocks that end before it. Empty otherwise.
    let greatestEnds: [[UInt32]]

    /// The layer without an annotation.
    public init() {
        spans = []
        values = []
        rules = []
        scores = []
        greatestEnds = []
    }

    init(spans: [Span], values: [Value], rules: [RuleIdentifier], scores: [Float]) {
        self.spans = spans
        self.values = values
        self.rules = rules
        self.scores = scores
        greatestEnds = Layer.greatestEnds(of: spans)
    }

    /// A layer of annotations without values, taking over columns that are in document order already.
    ///
    /// - Precondition: `spans` ascend; `rules` is empty or as long as `spans`.
    public init(sorted spans: [Span], rules: [RuleIdentifier] = []) where Value == Unvalued {
        self.init(sorted: spans, values: Array(repeating: Unvalued(), count: spans.count), rules: rules)
    }

    /// A layer that takes over columns that are in document order already, as a scanner makes them.
    ///
    /// - Precondition: `spans` ascend; `values` is as long; `rules` and `scores` are as long or empty.
    public init(sorted spans: [Span], values: [Value], rules: [RuleIdentifier] = [], scores: [Float] = []) {
        assert(zip(spans, spans.dropFirst()).allSatisfy { $0 <= $1 }, "the spans are not in document order")
        assert(values.count == spans.count, "a span has no value")
        assert(rules.isEmpty || rules.count == spans.count, "a span has no rule")
        assert(scores.isEmpty || scores.count == spans.count, "a span has no score")
        self.init(spans: spans, values: values, rules: rules, scores: scores)
    }
}

extension Layer: RandomAccessCollection {
    /// The first position.
    @inlinable
    public var startIndex: Int { 0 }

    /// The position behind the last.
    @inlinable
    public var endIndex: Int { spans.count }

    /// The annotation at `position`.
    @inlinable
    public subscript(position: Int) -> Annotation<Value> {
        Annotation(
            span: spans[position],
            value: values[position],
            rule: rules.isEmpty ? .unspecified : rules[position],
            score: scores.isEmpty ? nil : scores[position]
        )
    }
}

extension Layer: Equatable {
    /// Whether both have the same annotations; a layer that keeps no rules equals one whose rules are
    /// all unspecified.
    public static func == (left: Layer, right: Layer) -> Bool {
        left.spans == right.spans && left.values == right.values && left.scores == right.scores
            && (left.rules == right.rules || left.namesNoRule && right.namesNoRule)
    }

    private var namesNoRule: Bool { rules.allSatisfy { $0 == .unspecified } }
}
