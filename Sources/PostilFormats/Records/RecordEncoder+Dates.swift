import PostilCore

extension RecordEncoder {
    /// Writes the objects of the dates of a document.
    func writeDates(of document: Document, at place: RecordPlace, into writer: inout JSONWriter) {
        guard let dates = document[.dates], let provider = document.provider(of: LayerKey.dates.name) else { return }
        var cursor = OffsetCursor(text: document.text, unit: options.offsetUnit, base: place.offset)
        let rules = rules[provider]
        for (position, date) in dates.enumerated() {
            writer.beginObject()
            writer.key("id")
            writer.string("d", place.dates + position + 1)
            writeEnds(of: date.span, cursor: &cursor, into: &writer)
            writer.key("text")
            writer.string(document.text[date.span])
            write(date.value, into: &writer)
            writer.key("score")
            writer.float(date.score ?? 1)
            writer.key("source")
            writer.string(provider.rawValue)
            writer.key("rule")
            writer.string(orNull: rules?[date.rule]?.name)
            writer.endObject()
        }
    }

    private func write(_ value: DateValue, into writer: inout JSONWriter) {
        writer.key("type")
        writer.string(value.kind.rawValue)
        writer.key("timex")
        writer.string(orNull: value.expression)
        writer.key("value")
        writer.string(orNull: value.value)
        writer.key("from")
        writer.string(orNull: value.earliest)
        writer.key("to")
        writer.string(orNull: value.latest)
        writer.key("grain")
        writer.string(orNull: value.grain)
        writer.key("mod")
        writer.string(orNull: value.modifier)
        writer.key("tz")
        writer.string(orNull: value.zone)
        writer.key("ambiguous")
        writer.bool(value.isAmbiguous)
        writer.key("candidates")
        writer.beginArray()
        for candidate in value.candidates { writer.string(candidate) }
        writer.endArray()
    }
}
