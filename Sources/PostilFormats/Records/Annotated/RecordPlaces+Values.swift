import PostilCore

extension RecordPlaces {
    /// The span of an object with `start`, `end` and `text`.
    func surface(_ value: JSONRawValue) throws(RecordError) -> Span {
        var fields = try RecordFields(value, .surface)
        return try surface(&fields)
    }

    func writeObject(ofSurface span: Span, into writer: inout JSONWriter) {
        writer.beginObject()
        writeSurface(of: span, into: &writer)
        writer.endObject()
    }

    func writeContentEnds(of span: Span, into writer: inout JSONWriter) {
        let counted = counted(span)
        writer.key("content_start")
        writer.integer(counted.start)
        writer.key("content_end")
        writer.integer(counted.end)
    }

    /// The open value of the next two fields, `type` and `features`, places in it counted in bytes.
    func value(_ fields: inout RecordFields) throws(RecordError) -> OpenValue {
        let type = fields.optionalString("type")
        let features = try fields.list("features") { value throws(RecordError) in
            var fields = try RecordFields(value, .feature)
            let key = fields.string("key")
            let text = fields.string("value")
            guard key.hasSuffix(OpenValue.spanSuffix), let counted = Span(text) else { return Feature(key, text) }
            return Feature(key, try span(Int(counted.start), Int(counted.end)).description)
        }
        return OpenValue(type: type, features: features)
    }

    func write(_ value: OpenValue, into writer: inout JSONWriter) {
        writer.key("type")
        writer.string(orNull: value.type)
        writer.key("features")
        writer.beginArray()
        for feature in value.mappingSpans(counted).features {
            writer.beginObject()
            writer.key("key")
            writer.string(feature.key)
            writer.key("value")
            writer.string(feature.value)
            writer.endObject()
        }
        writer.endArray()
    }
}
