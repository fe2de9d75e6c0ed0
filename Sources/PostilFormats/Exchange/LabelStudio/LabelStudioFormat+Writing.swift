import PostilCore

extension LabelStudioFormat {
    func write(
        _ record: AnnotatedRecord,
        layers: [LayerName]?,
        to output: inout ExchangeOutput
    ) throws(ExchangeError) {
        let places = ExchangePlaces(text: record.text, unit: .utf16)
        let spans = record.spans(of: layers, omissions: &output.omissions)
        output.addJSON { writer in
            writer.beginObject()
            writer.key("data")
            writer.beginObject()
            writer.key("text")
            writer.string(record.text.bytes)
            writer.key("id")
            writer.string(record.identifier)
            writer.key("meta")
            writer.value(.object(record.metaObject))
            writer.endObject()
            writer.key("predictions")
            writer.beginArray()
            writer.beginObject()
            writer.key("model_version")
            writer.string("postil")
            writer.list("result", Array(spans.enumerated())) { element, writer in
                write(element.element, number: element.offset + 1, places, into: &writer)
            }
            writer.endObject()
            writer.endArray()
            writer.endObject()
        }
    }

    private func write(_ span: ExchangeSpan, number: Int, _ places: ExchangePlaces, into writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("id")
        writer.string("s\(number)")
        writer.key("from_name")
        writer.string("label" as StaticString)
        writer.key("to_name")
        writer.string("text" as StaticString)
        writer.key("type")
        writer.string("labels" as StaticString)
        writer.key("value")
        writer.beginObject()
        writer.ends(places.counted(span.span))
        writer.key("text")
        writer.string(places.text[span.span])
        writer.key("labels")
        writer.beginArray()
        writer.string(span.label)
        writer.endArray()
        writer.endObject()
        if let score = span.score {
            writer.key("score")
            writer.double(score)
        }
        writer.key("meta")
        writer.beginObject()
        writer.key("layer")
        writer.string(span.layer.rawValue)
        writer.features(places.counted(featuresOf: span))
        writer.endObject()
        writer.endObject()
    }
}
