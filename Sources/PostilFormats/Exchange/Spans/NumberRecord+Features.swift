import PostilCore

extension NumberRecord {
    /// The fields that have a value, under their names in the record.
    var features: [Feature] {
        [
            Feature("value", value), Feature("low", low), Feature("high", high), Feature("approx", approximation),
            Feature("unit", unit), Feature("currency", currency), Feature("base_value", baseValue),
            Feature("base_unit", baseUnit),
        ].compactMap { $0 }
    }

    /// A number with the fields that features name.
    init(_ span: ExchangeSpan, identifier: String, source: String) {
        self.init(
            identifier: identifier,
            span: span.span,
            kind: span.label,
            value: span["value"],
            low: span["low"],
            high: span["high"],
            approximation: span["approx"],
            unit: span["unit"],
            currency: span["currency"],
            baseValue: span["base_value"],
            baseUnit: span["base_unit"],
            evidence: RecordEvidence(score: span.score, source: source)
        )
    }
}
