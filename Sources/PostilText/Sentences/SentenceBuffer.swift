import PostilCore

/// The sentences of a text as columns, and the rule that ended each.
struct SentenceBuffer {
    private(set) var spans: [Span] = []
    private(set) var rules: [RuleIdentifier] = []

    mutating func append(_ span: Span, rule: BoundaryRule) {
        spans.append(span)
        rules.append(rule.identifier)
    }

    mutating func reserveCapacity(_ count: Int) {
        spans.reserveCapacity(count)
        rules.reserveCapacity(count)
    }
}
