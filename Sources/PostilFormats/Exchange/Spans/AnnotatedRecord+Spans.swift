import PostilCore

extension AnnotatedRecord {
    /// The layers of the record that are written as spans where no others are asked for: names, dates, numbers,
    /// quotations, then those of plugins.
    public var exchangeLayers: [LayerName] {
        let unwanted: Set<LayerName> = [LayerKey.paragraphs.name, LayerKey.tags.name, LayerKey.lemmas.name]
        let own: [LayerName] = [
            LayerKey.entities.name, LayerKey.dates.name, LayerKey.numbers.name, LayerKey.quotes.name,
        ]
        return own + layers.map(\.name).filter { !unwanted.contains($0) }
    }

    /// Those of them that label words in formats with one label a word: all but quotations, which hold whole sentences.
    public var labelLayers: [LayerName] { exchangeLayers.filter { $0 != LayerKey.quotes.name } }

    /// The annotations of layers as spans, in document order and in that of the layers.
    ///
    /// - Parameters:
    ///   - layers: The layers; nil for ``exchangeLayers``.
    ///   - omissions: Counts spans without a character, which no format holds.
    /// - Complexity: O(n log n).
    public func spans(of layers: [LayerName]?, omissions: inout ExchangeOmissions) -> [ExchangeSpan] {
        var spans: [ExchangeSpan] = []
        for layer in layers ?? exchangeLayers { spans += self.spans(of: layer) }
        let all = spans.count
        spans.removeAll { $0.span.isEmpty }
        omissions.add(.empty, all - spans.count)
        return spans.enumerated()
            .sorted { ($0.element.span, $0.offset) < ($1.element.span, $1.offset) }
            .map(\.element)
    }

    private func spans(of layer: LayerName) -> [ExchangeSpan] {
        switch layer {
        case LayerKey.sentences.name:
            sentences.map { ExchangeSpan(span: $0, layer: layer, label: ExchangeSpan.sentenceLabel) }
        case LayerKey.dates.name:
            dates.map {
                ExchangeSpan(
                    span: $0.span,
                    layer: layer,
                    label: $0.kind,
                    features: $0.features,
                    score: $0.evidence.score
                )
            }
        case LayerKey.numbers.name:
            numbers.map {
                ExchangeSpan(
                    span: $0.span,
                    layer: layer,
                    label: $0.kind,
                    features: $0.features,
                    score: $0.evidence.score
                )
            }
        case LayerKey.entities.name:
            entities.map {
                ExchangeSpan(
                    span: $0.span,
                    layer: layer,
                    label: $0.kind,
                    features: $0.features,
                    score: $0.evidence.score
                )
            }
        case LayerKey.quotes.name:
            quotes.map {
                ExchangeSpan(
                    span: $0.span,
                    layer: layer,
                    label: $0.kind,
                    features: $0.features,
                    score: $0.evidence.score
                )
            }
        case LayerKey.sentiment.name:
            sentiment.map {
                ExchangeSpan(span: $0.span, layer: layer, label: $0.polarity, features: $0.features)
            }
        default:
            self.layers.filter { $0.name == layer }.flatMap(\.annotations).map {
                ExchangeSpan(
                    span: $0.span,
                    layer: layer,
                    label: $0.value.type ?? layer.rawValue,
                    features: $0.value.features,
                    score: $0.evidence.score
                )
            }
        }
    }

    /// Adds annotations to a record that has none, each to its layer, in document order and with identifiers.
    ///
    /// - Parameter spans: In any order; those at one place stay in theirs.
    /// - Complexity: O(n log n).
    mutating func add(_ spans: [ExchangeSpan]) {
        let spans = spans.enumerated()
            .sorted { ($0.element.span, $0.offset) < ($1.element.span, $1.offset) }
            .map(\.element)
        let source = pipeline
        var names: [Span: String] = [:]
        for span in spans where span.layer == LayerKey.entities.name {
            entities.append(EntityRecord(span, identifier: "e\(entities.count + 1)", source: source))
            if names[span.span] == nil { names[span.span] = "e\(entities.count)" }
        }
        for span in spans {
            switch span.layer {
            case LayerKey.entities.name: break
            case LayerKey.sentences.name: sentences.append(span.span)
            case LayerKey.dates.name:
                dates.append(DateRecord(span, identifier: "d\(dates.count + 1)", source: source))
            case LayerKey.numbers.name:
                numbers.append(NumberRecord(span, identifier: "n\(numbers.count + 1)", source: source))
            case LayerKey.quotes.name:
                quotes.append(QuoteRecord(span, identifier: "q\(quotes.count + 1)", source: source, names: names))
            case LayerKey.sentiment.name:
                sentiment.append(SentimentRecord(span, identifier: "s\(sentiment.count + 1)", source: source))
            default: addOpen(span)
            }
        }
        nestQuotes()
    }

    private mutating func addOpen(_ span: ExchangeSpan) {
        let annotation = AnnotationRecord(
            span: span.span,
            value: OpenValue(
                type: span.label == span.layer.rawValue ? nil : span.label,
                features: span.features
            ),
            evidence: RecordEvidence(score: span.score, source: pipeline)
        )
        if let position = layers.firstIndex(where: { $0.name == span.layer }) {
            layers[position].annotations.append(annotation)
        } else {
            layers.append(LayerRecord(name: span.layer, annotations: [annotation]))
        }
    }

    /// Gives each quotation the innermost one around it as its parent.
    private mutating func nestQuotes() {
        var open: [Int] = []
        for position in quotes.indices {
            while let last = open.last, quotes[last].span.end < quotes[position].span.end { open.removeLast() }
            quotes[position].parent = open.last.map { quotes[$0].identifier }
            open.append(position)
        }
    }
}
