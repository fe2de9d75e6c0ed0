import PostilCore

extension RecordEncoder {
    /// Writes the spans of the sentences of a document.
    func writeSentences(of document: Document, at place: RecordPlace, into writer: inout JSONWriter) {
        guard let sentences = document[.sentences] else { return }
        var cursor = OffsetCursor(text: document.text, unit: options.offsetUnit, base: place.offset)
        for span in sentences.spans {
            writer.beginObject()
            writeEnds(of: span, cursor: &cursor, into: &writer)
            writer.endObject()
        }
    }

    @inline(__always)
    func writeEnds(of span: Span, cursor: inout OffsetCursor, into writer: inout JSONWriter) {
        writer.key("start")
        writer.integer(cursor.offset(of: span.start))
        writer.key("end")
        writer.integer(cursor.offset(of: span.end))
    }

    /// Writes the annotations of a layer that has no key of its own in the record, in the general form.
    func write(layer name: LayerName, of document: Document, at place: RecordPlace, into writer: inout JSONWriter) {
        guard let layer = document.layer(name), let provider = document.provider(of: name) else { return }
        let map = OffsetMap(text: document.text, unit: options.offsetUnit, base: place.offset)
        for (position, span) in layer.spans.enumerated() {
            writer.beginObject()
            writer.key("start")
            writer.integer(map.offset(of: span.start))
            writer.key("end")
            writer.integer(map.offset(of: span.end))
            writer.key("text")
            writer.string(document.text[span])
            writer.key("type")
            writer.string(orNull: layer.type(at: position))
            writer.key("features")
            writer.beginArray()
            let features = layer.features(at: position) { span in
                Span(start: map.offset(of: span.start), end: map.offset(of: span.end))
            }
            for feature in features {
                writer.beginObject()
                writer.key("key")
                writer.string(feature.key)
                writer.key("value")
                writer.string(feature.value)
                writer.endObject()
            }
            writer.endArray()
            writer.key("score")
            if let score = layer.score(at: position) { writer.double(Double(score)) } else { writer.null() }
            writer.key("source")
            writer.string(provider.rawValue)
            writer.key("rule")
            writer.string(orNull: rules[provider]?[layer.rule(at: position)]?.name)
            writer.endObject()
        }
    }
}
