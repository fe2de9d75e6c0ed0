import PostilCore
import PostilFormats

/// The annotations of one layer of a record, ready to be compared.
public struct ComparedLayer: Hashable, Sendable {
    /// The layer's name; each level of sentiment is a layer of its own, such as `sentiment/target`.
    public let name: LayerName

    /// Its annotations, in document order.
    public let annotations: [ComparedAnnotation]

    /// Makes a layer.
    public init(name: LayerName, annotations: [ComparedAnnotation]) {
        self.name = name
        self.annotations = annotations
    }

    /// The layer of records that it belongs to: `sentiment` for `sentiment/target`.
    public var recordLayer: LayerName {
        name.rawValue.hasPrefix("sentiment/") ? LayerKey.sentiment.name : name
    }
}

extension AnnotatedRecord {
    /// Its layers that hold something, the standard ones first.
    ///
    /// - Complexity: O(annotations).
    public var comparedLayers: [ComparedLayer] {
        var layers = [
            ComparedLayer(
                name: LayerKey.sentences.name,
                annotations: sentences.map(ComparedAnnotation.init(sentence:))
            ),
            ComparedLayer(name: LayerKey.tokens.name, annotations: tokens.map(ComparedAnnotation.init)),
            ComparedLayer(name: LayerKey.dates.name, annotations: dates.map(ComparedAnnotation.init)),
            ComparedLayer(name: LayerKey.numbers.name, annotations: numbers.map(ComparedAnnotation.init)),
            ComparedLayer(name: LayerKey.entities.name, annotations: entities.map(ComparedAnnotation.init)),
            ComparedLayer(name: LayerKey.quotes.name, annotations: comparedQuotes),
        ]
        var levels: [String] = []
        for judgement in sentiment where !levels.contains(judgement.level) { levels.append(judgement.level) }
        for level in levels.sorted() {
            layers.append(
                ComparedLayer(
                    name: LayerName(rawValue: "sentiment/\(level)"),
                    annotations: sentiment.filter { $0.level == level }.map(ComparedAnnotation.init)
                )
            )
        }
        layers += self.layers.map {
            ComparedLayer(name: $0.name, annotations: $0.annotations.map(ComparedAnnotation.init))
        }
        return layers.filter { !$0.annotations.isEmpty }
    }

    /// The quotations, what they refer to told by its place.
    private var comparedQuotes: [ComparedAnnotation] {
        guard !quotes.isEmpty else { return [] }
        let places = Dictionary(quotes.map { ($0.identifier, $0.span) }, uniquingKeysWith: { first, _ in first })
        return quotes.map { quote in
            var compared = ComparedAnnotation(
                quote.span,
                quote.kind,
                quote.evidence,
                [
                    "speaker": quote.speaker?.canonical,
                    "speaker.span": quote.speaker.map { "\($0.span)" },
                    "cue.span": quote.cue.map { "\($0)" },
                    "attribution": quote.attribution,
                    "attitude": quote.isAttitude ? "true" : nil,
                    "closed": quote.isClosed ? nil : "false",
                    "content.span": "\(quote.content)",
                    "parent.span": quote.parent.flatMap { places[$0] }.map { "\($0)" },
                ]
            )
            if quote.parts.count > 1 { compared.features += quote.parts.map { Feature("part.span", "\($0)") } }
            return compared
        }
    }
}

extension ComparedAnnotation {
    fileprivate init(sentence: Span) { self.init(span: sentence, evidence: RecordEvidence(source: "")) }

    fileprivate init(_ token: TokenRecord) {
        self.init(
            token.span,
            token.penn,
            RecordEvidence(source: ""),
            ["kind": token.kind, "upos": token.universal, "lemma": token.lemma]
        )
    }

    fileprivate init(_ date: DateRecord) {
        self.init(
            date.span,
            date.kind,
            date.evidence,
            [
                "value": date.value, "timex": date.expression, "from": date.earliest, "to": date.latest,
                "grain": date.grain, "mod": date.modifier, "tz": date.zone,
                "ambiguous": date.isAmbiguous ? "true" : nil,
                "candidates": date.candidates.isEmpty ? nil : date.candidates.joined(separator: " "),
            ]
        )
    }

    fileprivate init(_ number: NumberRecord) {
        self.init(
            number.span,
            number.kind,
            number.evidence,
            [
                "value": number.value, "low": number.low, "high": number.high, "approx": number.approximation,
                "unit": number.unit, "currency": number.currency, "base_value": number.baseValue,
                "base_unit": number.baseUnit,
            ]
        )
    }

    fileprivate init(_ entity: EntityRecord) {
        self.init(
            entity.span,
            entity.kind,
            entity.evidence,
            ["canonical": entity.canonical, "link": entity.link]
        )
    }

    fileprivate init(_ judgement: SentimentRecord) {
        self.init(
            judgement.span,
            judgement.polarity,
            RecordEvidence(source: judgement.source, rule: judgement.rule),
            ["score": "\(judgement.score)", "target": judgement.target]
        )
    }

    fileprivate init(_ annotation: AnnotationRecord) {
        self.init(
            span: annotation.span,
            type: annotation.value.type,
            features: annotation.value.features,
            evidence: annotation.evidence
        )
    }
}
