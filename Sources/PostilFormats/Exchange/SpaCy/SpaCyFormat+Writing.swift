import PostilCore

extension SpaCyFormat {
    func write(
        _ record: AnnotatedRecord,
        layers: [LayerName]?,
        to output: inout ExchangeOutput
    ) throws(ExchangeError) {
        try record.requireTokens(for: self)
        let places = ExchangePlaces(text: record.text, unit: .codepoint)
        let tokens = SpaCyToken.tokens(of: record)
        let alignment = TokenAlignment(tokens.map(\.span))
        var omissions = ExchangeOmissions()
        var spans = record.spans(of: layers, omissions: &omissions)
        let count = spans.count
        spans.removeAll { alignment.tokens(of: $0.span) == nil }
        omissions.add(.cutting, count - spans.count)
        let labels = layers ?? record.labelLayers
        let layers = layers ?? record.exchangeLayers
        // What `ents` cannot hold is in `spans`, so that nothing is left out.
        var unused = ExchangeOmissions()
        let flat = spans.filter { labels.contains($0.layer) }.withoutOverlaps(labels, omissions: &unused)
        output.omissions.add(omissions)
        output.addJSON { writer in
            writer.beginObject()
            writer.key("text")
            writer.string(record.text.bytes)
            writer.list("ents", flat) { span, writer in
                writer.beginObject()
                writer.ends(places.counted(span.span))
                writer.key("label")
                writer.string(span.label)
                writer.endObject()
            }
            writer.list("sents", record.sentences.filter { alignment.tokens(of: $0) != nil }) { span, writer in
                writer.beginObject()
                writer.ends(places.counted(span))
                writer.endObject()
            }
            write(tokens, of: record, places, into: &writer)
            writer.key("spans")
            writer.beginObject()
            for layer in layers {
                let group = spans.filter { $0.layer == layer }
                if !group.isEmpty { write(group, of: layer, places, into: &writer) }
            }
            writer.endObject()
            // Custom attributes would have to be registered before `from_json` reads them.
            writer.key("id")
            writer.string(record.identifier)
            writer.key("meta")
            writer.value(.object(record.metaObject))
            writer.endObject()
        }
    }

    /// Writes tokens with those attributes that all of them have, as spaCy takes no others.
    private func write(
        _ tokens: [SpaCyToken],
        of record: AnnotatedRecord,
        _ places: ExchangePlaces,
        into writer: inout JSONWriter
    ) {
        let hasTags = record.tokens.allSatisfy { $0.penn != nil }
        let hasKinds = record.tokens.allSatisfy { $0.universal != nil }
        let hasLemmas = record.tokens.allSatisfy { $0.lemma != nil }
        writer.list("tokens", Array(tokens.enumerated())) { element, writer in
            let token = element.element
            let own = token.position.map { record.tokens[$0] }
            writer.beginObject()
            writer.key("id")
            writer.integer(element.offset)
            writer.ends(places.counted(token.span))
            if hasTags {
                writer.key("tag")
                writer.string(own?.penn ?? "_SP")
            }
            if hasKinds {
                writer.key("pos")
                writer.string(own?.universal ?? "SPACE")
            }
            if hasLemmas {
                writer.key("lemma")
                writer.string(own?.lemma ?? record.text[token.span])
            }
            writer.endObject()
        }
    }

    private func write(
        _ spans: [ExchangeSpan],
        of layer: LayerName,
        _ places: ExchangePlaces,
        into writer: inout JSONWriter
    ) {
        writer.key(escaping: layer.rawValue)
        writer.beginArray()
        for span in spans {
            writer.beginObject()
            writer.ends(places.counted(span.span))
            writer.key("label")
            writer.string(span.label)
            writer.key("kb_id")
            writer.string(SpaCyFormat.valueKeys[layer].flatMap { span[$0] } ?? "")
            writer.endObject()
        }
        writer.endArray()
    }

    /// Which feature of a layer's spans stands in `kb_id`.
    static let valueKeys: [LayerName: String] = [
        LayerKey.entities.name: "link", LayerKey.dates.name: "value", LayerKey.numbers.name: "value",
    ]
}

extension JSONWriter {
    /// Writes the members `start` and `end`.
    mutating func ends(_ span: Span) {
        key("start")
        integer(span.start)
        key("end")
        integer(span.end)
    }
}
