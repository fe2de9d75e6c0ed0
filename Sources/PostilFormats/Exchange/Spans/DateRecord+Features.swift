import PostilCore

extension DateRecord {
    /// The fields that have a value, under their names in the record.
    var features: [Feature] {
        [
            Feature("timex", expression), Feature("value", value), Feature("from", earliest), Feature("to", latest),
            Feature("grain", grain), Feature("mod", modifier), Feature("tz", zone),
            Feature("ambiguous", isAmbiguous ? "true" : nil),
            Feature("candidates", candidates.isEmpty ? nil : candidates.joined(separator: " ")),
        ].compactMap { $0 }
    }

    /// A date with the fields that features name.
    init(_ span: ExchangeSpan, identifier: String, source: String) {
        self.init(
            identifier: identifier,
            span: span.span,
            kind: span.label,
            expression: span["timex"],
            value: span["value"],
            earliest: span["from"],
            latest: span["to"],
            grain: span["grain"],
            modifier: span["mod"],
            zone: span["tz"],
            isAmbiguous: span["ambiguous"] == "true",
            candidates: span["candidates"]?.split(separator: " ").map(String.init) ?? [],
            evidence: RecordEvidence(score: span.score, source: source)
        )
    }
}

extension Feature {
    /// A feature, where there is a value.
    init?(_ key: String, _ value: String?) {
        guard let value else { return nil }
        self.init(key, value as String)
    }
}
