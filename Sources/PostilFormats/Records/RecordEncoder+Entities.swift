import PostilCore

extension RecordEncoder {
    /// Writes the objects of the names of a document.
    func writeEntities(of document: Document, at place: RecordPlace, into writer: inout JSONWriter) {
        guard let entities = document[.entities], let provider = document.provider(of: LayerKey.entities.name) else {
            return
        }
        var cursor = OffsetCursor(text: document.text, unit: options.offsetUnit, base: place.offset)
        let rules = rules[provider]
        for (position, entity) in entities.enumerated() {
            writer.beginObject()
            writer.key("id")
            writer.string("e", place.entities + position + 1)
            writeEnds(of: entity.span, cursor: &cursor, into: &writer)
            writer.key("text")
            writer.string(document.text[entity.span])
            writer.key("type")
            writer.string(entity.value.kind.name)
            writer.key("canonical")
            writer.string(entity.value.canonical)
            writer.key("cluster")
            writer.string("c", entity.value.cluster)
            writer.key("link")
            writer.string(orNull: entity.value.link)
            writer.key("score")
            writer.float(entity.score ?? 1)
            writer.key("source")
            writer.string(provider.rawValue)
            writer.key("rule")
            writer.string(orNull: rules?[entity.rule]?.name)
            writer.endObject()
        }
    }
}
