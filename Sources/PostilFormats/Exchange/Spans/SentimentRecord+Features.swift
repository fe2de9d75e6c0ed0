import PostilCore

extension SentimentRecord {
    /// The fields that have a value, under their names in the record, but for the ledger.
    var features: [Feature] {
        [Feature("level", level), Feature("target", target), Feature("score", String(score))].compactMap { $0 }
    }

    /// A judgement with the fields that features name; one without a score has that of its polarity.
    init(_ span: ExchangeSpan, identifier: String, source: String) {
        let extremes = ["positive": 1.0, "negative": -1.0]
        let score = span["score"].flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil }
        self.init(
            identifier: identifier,
            level: span["level"] ?? "target",
            span: span.span,
            target: span["target"],
            polarity: span.label,
            score: score ?? extremes[span.label] ?? 0,
            source: source
        )
    }
}
