import PostilCore

extension QuoteRecord {
    /// The fields that have a value, under their names in the record, but for references to other annotations.
    var features: [Feature] {
        [
            Feature("parts.spans", parts == [span] ? nil : parts.map(\.description).joined(separator: " ")),
            Feature("content.span", content == span ? nil : content.description),
            Feature("closed", isClosed ? nil : "false"),
            Feature("speaker.span", speaker?.span.description), Feature("canonical", speaker?.canonical),
            Feature("cue.span", cue?.description), Feature("attribution", attribution),
            Feature("attitude", isAttitude ? "true" : nil),
        ].compactMap { $0 }
    }

    /// A quotation with the fields that features name.
    ///
    /// - Parameters:
    ///   - names: The identifiers of names by their spans, for speakers.
    init(_ span: ExchangeSpan, identifier: String, source: String, names: [Span: String]) {
        let parts = span["parts.spans"]?.split(separator: " ").compactMap { Span(String($0)) } ?? []
        self.init(
            identifier: identifier,
            span: span.span,
            kind: span.label,
            parts: parts.isEmpty ? [span.span] : parts,
            content: span["content.span"].flatMap { Span($0) } ?? span.span,
            isClosed: span["closed"] != "false",
            speaker: span["speaker.span"].flatMap { Span($0) }.map {
                QuoteSpeakerRecord(span: $0, entity: names[$0], canonical: span["canonical"])
            },
            cue: span["cue.span"].flatMap { Span($0) },
            attribution: span["attribution"],
            isAttitude: span["attitude"] == "true",
            evidence: RecordEvidence(score: span.score, source: source)
        )
    }
}
