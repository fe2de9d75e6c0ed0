import PostilCore

extension EntityRecord {
    /// The fields that have a value, under their names in the record.
    var features: [Feature] {
        [Feature("canonical", canonical), Feature("cluster", cluster), Feature("link", link)].compactMap { $0 }
    }

    /// A name with the fields that features name.
    init(_ span: ExchangeSpan, identifier: String, source: String) {
        self.init(
            identifier: identifier,
            span: span.span,
            kind: span.label,
            canonical: span["canonical"],
            cluster: span["cluster"],
            link: span["link"],
            evidence: RecordEvidence(score: span.score, source: source)
        )
    }
}
