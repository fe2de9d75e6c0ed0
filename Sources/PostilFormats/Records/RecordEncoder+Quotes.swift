import PostilCore

extension RecordEncoder {
    /// Writes the objects of the quotations of a document.
    func writeQuotes(of document: Document, at place: RecordPlace, into writer: inout JSONWriter) {
        guard let quotes = document[.quotes], let provider = document.provider(of: LayerKey.quotes.name) else { return }
        guard !quotes.isEmpty else { return }
        // Speakers and cues stand before and behind what they belong to, so offsets are asked for in no order.
        let map = OffsetMap(text: document.text, unit: options.offsetUnit, base: place.offset)
        let rules = rules[provider]
        for (position, quote) in quotes.enumerated() {
            writer.beginObject()
            writer.key("id")
            writer.string("q", place.quotes + position + 1)
            writeSurface(of: quote.span, in: document, map: map, into: &writer)
            write(quote.value, of: document, at: place, map: map, into: &writer)
            writer.key("score")
            writer.float(quote.score ?? 1)
            writer.key("source")
            writer.string(provider.rawValue)
            writer.key("rule")
            writer.string(orNull: rules?[quote.rule]?.name)
            writer.endObject()
        }
    }

    private func write(
        _ value: QuoteValue,
        of document: Document,
        at place: RecordPlace,
        map: OffsetMap,
        into writer: inout JSONWriter
    ) {
        writer.key("kind")
        writer.string(value.kind.name)
        writer.key("parts")
        writer.beginArray()
        for part in value.parts {
            writer.beginObject()
            writeEnds(of: part, map: map, into: &writer)
            writer.endObject()
        }
        writer.endArray()
        writer.key("content_start")
        writer.integer(map.offset(of: value.content.start))
        writer.key("content_end")
        writer.integer(map.offset(of: value.content.end))
        writer.key("closed")
        writer.bool(value.isClosed)
        writer.key("parent")
        writer.string(orNull: value.parent.map { "q\(place.quotes + $0 + 1)" })
        writer.key("speaker")
        if let speaker = value.speaker {
            writer.beginObject()
            writeSurface(of: speaker.span, in: document, map: map, into: &writer)
            writer.key("entity")
            // An object can refer only to what the same record holds.
            writer.string(orNull: writesEntities ? speaker.entity.map { "e\(place.entities + $0 + 1)" } : nil)
            writer.key("canonical")
            writer.string(orNull: speaker.canonical)
            writer.endObject()
        } else {
            writer.null()
        }
        writer.key("cue")
        if let cue = value.cue {
            writer.beginObject()
            writeSurface(of: cue, in: document, map: map, into: &writer)
            writer.endObject()
        } else {
            writer.null()
        }
        writer.key("attribution")
        writer.string(orNull: value.attribution)
        writer.key("attitude")
        writer.bool(value.isAttitude)
    }

    private func writeSurface(
        of span: Span,
        in document: Document,
        map: OffsetMap,
        into writer: inout JSONWriter
    ) {
        writeEnds(of: span, map: map, into: &writer)
        writer.key("text")
        writer.string(document.text[span])
    }

    private func writeEnds(of span: Span, map: OffsetMap, into writer: inout JSONWriter) {
        writer.key("start")
        writer.integer(map.offset(of: span.start))
        writer.key("end")
        writer.integer(map.offset(of: span.end))
    }
}
