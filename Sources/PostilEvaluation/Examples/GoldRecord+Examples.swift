import PostilCore
import PostilFormats

extension GoldRecord {
    /// The example as gold: the expression that is marked, beside which there may be others. Its type is not judged.
    public init(_ example: DateExample) {
        var record = AnnotatedRecord(identifier: example.place, text: Text(example.text), pipeline: "gold")
        record.context.anchor = example.anchor
        record.context.anchorSource = example.anchor.map { _ in "option" }
        if let span = example.span {
            record.dates = [
                DateRecord(
                    identifier: "d1",
                    span: span,
                    kind: "",
                    value: example.value == "-" ? nil : example.value,
                    evidence: RecordEvidence(source: "gold")
                )
            ]
        }
        self.init(record: record, layers: [LayerKey.dates.name], isPartial: true)
        dateStyle = example.style
        dateOrder = example.order
    }

    /// The example as gold: the number that is marked, beside which there may be others.
    ///
    /// - Parameter identifier: A name for it.
    public init(_ example: NumberExample, identifier: String) {
        var record = AnnotatedRecord(identifier: identifier, text: Text(example.text), pipeline: "gold")
        let properties = example.properties
        if let span = example.span, let kind = properties["kind"] {
            record.numbers = [
                NumberRecord(
                    identifier: "n1",
                    span: span,
                    kind: kind,
                    value: properties["value"],
                    low: properties["low"],
                    high: properties["high"],
                    unit: properties["unit"],
                    currency: properties["currency"],
                    evidence: RecordEvidence(source: "gold")
                )
            ]
        }
        self.init(record: record, layers: [LayerKey.numbers.name], isPartial: true)
    }

    /// The quotations of a text, all of them.
    public init(_ example: QuoteExample) {
        var record = AnnotatedRecord(identifier: example.place, text: Text(example.text), pipeline: "gold")
        let text = record.text
        let quotes = example.quotes.filter { !$0.parts.isEmpty }.map { expected in
            let span = expected.parts.dropFirst().reduce(expected.parts[0]) { $0.union($1) }
            return QuoteRecord(
                identifier: "",
                span: span,
                kind: expected.kind.name,
                parts: expected.parts,
                content: ExtentTrimmer.quotation(span, in: text),
                speaker: expected.speaker.map { QuoteSpeakerRecord(span: $0, canonical: expected.name) },
                cue: expected.cue,
                isAttitude: expected.isAttitude,
                evidence: RecordEvidence(source: "gold")
            )
        }
        record.quotes = quotes.sorted { $0.span < $1.span }
        self.init(record: record, layers: [LayerKey.quotes.name])
    }

    /// A line of opinions as gold: a polarity, a tab, a sentence; a `?` before the polarity of one that is known to be
    /// misread.
    ///
    /// - Parameter identifier: A name for it.
    /// - Returns: nil for other lines.
    public init?(opinion line: Substring, identifier: String) {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard columns.count == 2, let polarity = columns.first.map({ $0.hasPrefix("?") ? $0.dropFirst() : $0 }),
            SentimentPolarity(rawValue: String(polarity)) != nil
        else { return nil }
        var record = AnnotatedRecord(identifier: identifier, text: Text(String(columns[1])), pipeline: "gold")
        record.sentiment = [
            SentimentRecord(
                identifier: "s1",
                level: SentimentLevel.document.rawValue,
                span: record.text.span,
                polarity: String(polarity),
                score: 0,
                source: "gold"
            )
        ]
        self.init(record: record, layers: [LayerKey.sentiment.name])
    }
}
