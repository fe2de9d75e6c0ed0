import PostilCore

extension AnnotatedRecord {
    /// Writes the record and a line end, its offsets in ``offsetUnit``.
    ///
    /// - Complexity: O(length of the text + annotations).
    public func write(to writer: inout JSONWriter) {
        let places = RecordPlaces(text: text, unit: offsetUnit)
        writer.beginObject()
        writer.key("schema")
        writer.string(RecordSchema.version)
        writer.key("id")
        writer.string(identifier)
        writer.key("status")
        writer.string(error == nil ? "ok" as StaticString : "error")
        writer.key("text")
        writer.string(text.bytes)
        writer.key("offset_unit")
        writer.string(offsetUnit.rawValue)
        writer.key("context")
        context.write(into: &writer)
        writer.key("pipeline")
        writer.string(pipeline)
        writer.list("sentences", sentences) { places.write($0, into: &$1) }
        writer.list("dates", dates) { $0.write(into: &$1, places) }
        writer.list("numbers", numbers) { $0.write(into: &$1, places) }
        writer.list("entities", entities) { $0.write(into: &$1, places) }
        writer.list("quotes", quotes) { $0.write(into: &$1, places) }
        writer.list("sentiment", sentiment) { $0.write(into: &$1, places) }
        writer.list("tokens", tokens) { $0.write(into: &$1, places) }
        writer.list("layers", layers) { $0.write(into: &$1, places) }
        writer.list("warnings", warnings) { $0.write(into: &$1) }
        writer.key("error")
        if let error { error.write(into: &writer) } else { writer.null() }
        writer.key("meta")
        writer.beginObject()
        if !meta.isEmpty { meta.withUnsafeBufferPointer { writer.raw($0) } }
        writer.endObject()
        if let sequence {
            writer.key("seq")
            writer.integer(sequence)
        }
        writer.endObject()
        writer.newline()
    }
}

extension JSONWriter {
    /// Writes a key and an array, each element by `write`.
    mutating func list<Element>(
        _ name: StaticString,
        _ elements: [Element],
        _ write: (Element, inout JSONWriter) -> Void
    ) {
        key(name)
        beginArray()
        for element in elements { write(element, &self) }
        endArray()
    }
}
