extension Document {
    /// The document with those annotations only that start in `starts`, a stretch of the text in bytes.
    ///
    /// Sentences are cut to the stretch, so that those of stretches that follow one another leave nothing out. What
    /// refers to an annotation that is left out refers to nothing.
    ///
    /// - Complexity: O(annotations kept + log n).
    public func keeping(startsIn starts: Range<UInt32>) -> Document {
        let entities = kept(of: LayerKey.entities.name, starts)
        let quotes = kept(of: LayerKey.quotes.name, starts)
        return mappingLayers { name, layer in
            switch layer {
            case let sentences as Layer<Unvalued> where name == LayerKey.sentences.name:
                return cut(sentences, to: starts)
            case let layer as Layer<QuoteValue> where name == LayerKey.quotes.name:
                let values = layer.values[quotes].map { value in
                    var value = value
                    value.parent = value.parent.flatMap { quotes.contains($0) ? $0 - quotes.lowerBound : nil }
                    let entity = value.speaker?.entity
                    value.speaker?.entity = entity.flatMap {
                        entities.contains($0) ? $0 - entities.lowerBound : nil
                    }
                    return value
                }
                return Layer(
                    sorted: Array(layer.spans[quotes]),
                    values: values,
                    rules: layer.rules.isEmpty ? [] : Array(layer.rules[quotes]),
                    scores: layer.scores.isEmpty ? [] : Array(layer.scores[quotes])
                )
            default:
                return layer.slice(Document.positions(in: layer.spans, starts))
            }
        }
    }

    /// The document with the number of each name's cluster as `number` gives it.
    public func numberingClusters(_ number: (EntityValue) -> Int) -> Document {
        mappingLayers { name, layer in
            guard name == LayerKey.entities.name, let entities = layer as? Layer<EntityValue> else { return layer }
            let values = entities.values.map { value in
                var value = value
                value.cluster = number(value)
                return value
            }
            return Layer(sorted: entities.spans, values: values, rules: entities.rules, scores: entities.scores)
        }
    }

    private func kept(of name: LayerName, _ starts: Range<UInt32>) -> Range<Int> {
        layer(name).map { Document.positions(in: $0.spans, starts) } ?? 0..<0
    }

    /// The positions of the spans that start in `starts`.
    private static func positions(in spans: [Span], _ starts: Range<UInt32>) -> Range<Int> {
        func first(startingAtOrAfter offset: UInt32) -> Int {
            var (low, high) = (0, spans.count)
            while low < high {
                let middle = (low + high) / 2
                if spans[middle].start < offset { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return first(startingAtOrAfter: starts.lowerBound)..<first(startingAtOrAfter: starts.upperBound)
    }

    private func cut(_ sentences: Layer<Unvalued>, to stretch: Range<UInt32>) -> Layer<Unvalued> {
        var spans: [Span] = []
        var rules: [RuleIdentifier] = []
        for (position, span) in sentences.spans.enumerated()
        where span.end > stretch.lowerBound && span.start < stretch.upperBound {
            var start = max(span.start, stretch.lowerBound)
            var end = min(span.end, stretch.upperBound)
            while start < end, isBlank(start) { start += 1 }
            while end > start, isBlank(end - 1) { end -= 1 }
            guard start < end else { continue }
            spans.append(Span(start: start, end: end))
            if !sentences.rules.isEmpty { rules.append(sentences.rules[position]) }
        }
        return Layer(sorted: spans, rules: rules)
    }

    private func isBlank(_ offset: UInt32) -> Bool {
        let byte = text.bytes[Int(offset)]
        return byte == 0x20 || byte &- 0x09 < 5
    }
}
