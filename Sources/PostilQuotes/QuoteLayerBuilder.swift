import PostilCore
import PostilText

/// Makes the layer of quotations: in order, in bytes, each with the quotation that it stands in.
struct QuoteLayerBuilder {
    let text: QuoteText

    /// The layer of `found`.
    ///
    /// - Complexity: O(n log n) in the number of quotations.
    func layer(of found: [Quotation]) -> Layer<QuoteValue> {
        let sorted = found.filter { !$0.parts.isEmpty && !$0.extent.isEmpty }
            .map { (span: text.span($0.extent), quotation: $0) }
            .sorted { ($0.span, $0.quotation.kind.rawValue) < ($1.span, $1.quotation.kind.rawValue) }
        var builder = LayerBuilder<QuoteValue>()
        var open: [(position: Int, end: UInt32)] = []
        for (position, entry) in sorted.enumerated() {
            while let last = open.last, last.end < entry.span.end || last.end <= entry.span.start { open.removeLast() }
            var value = value(of: entry.quotation)
            value.parent = open.last?.position
            open.append((position, entry.span.end))
            builder.append(entry.span, value, rule: entry.quotation.rule.identifier, score: entry.quotation.score)
        }
        return builder.build()
    }

    private func value(of quotation: Quotation) -> QuoteValue {
        let content = quotation.content.isEmpty ? quotation.extent : quotation.content
        var value = QuoteValue(quotation.kind, parts: quotation.parts.map(text.span), content: text.span(content))
        value.isClosed = quotation.isClosed
        value.isAttitude = quotation.isAttitude
        value.cue = quotation.cue.map(text.span)
        value.speaker = quotation.speaker.map {
            QuoteSpeaker(
                span: text.span($0),
                entity: quotation.entity,
                canonical: quotation.canonical.map(text.oneLine)
            )
        }
        if quotation.kind.isSpeech {
            value.attribution = (quotation.attribution ?? .unattributed).rawValue
        }
        return value
    }
}
