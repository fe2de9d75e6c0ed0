/// One annotation of a layer: a view of one row of its columns.
public struct Annotation<Value: LayerValue>: Sendable {
    /// Where it stands, in UTF-8 bytes.
    public let span: Span

    /// What it says.
    public let value: Value

    /// The rule that made it, an index into its annotator's table of rules.
    public let rule: RuleIdentifier

    /// How sure the annotator is, in [0, 1]; nil where the method has no score.
    public let score: Float?

    @usableFromInline
    init(span: Span, value: Value, rule: RuleIdentifier, score: Float?) {
        self.span = span
        self.value = value
        self.rule = rule
        self.score = score
    }
}

extension Annotation: Equatable {}
