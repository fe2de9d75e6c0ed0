import PostilCore

/// The tasks of Prodigy, an object a line, for `ner.manual` and `spans.manual`.
///
/// Offsets count code points; a span that begins and ends with tokens says which. Layers and values are fields of
/// spans besides, which Prodigy hands on.
///
/// Source: Prodigy 1.18, *Annotation interfaces* and *Annotation task formats*.
struct ProdigyFormat: ExchangeFormat {
    let name = "prodigy"
    let title = "Prodigy"
    let layout = ExchangeLayout.objects
    let suffixes = [".prodigy.jsonl"]
    let offsetUnit: OffsetUnit? = .codepoint
    let needsTokens = false
    let holdsTokens = true

    func write(
        _ record: AnnotatedRecord,
        layers: [LayerName]?,
        to output: inout ExchangeOutput
    ) throws(ExchangeError) {
        let places = ExchangePlaces(text: record.text, unit: .codepoint)
        let alignment = TokenAlignment(record.tokens.map(\.span))
        let spans = record.spans(of: layers, omissions: &output.omissions)
        output.addJSON { writer in
            writer.beginObject()
            writer.key("id")
            writer.string(record.identifier)
            writer.key("text")
            writer.string(record.text.bytes)
            if !record.tokens.isEmpty {
                writer.list("tokens", Array(record.tokens.enumerated())) { element, writer in
                    writer.beginObject()
                    writer.key("text")
                    writer.string(record.text[element.element.span])
                    writer.ends(places.counted(element.element.span))
                    writer.key("id")
                    writer.integer(element.offset)
                    writer.key("ws")
                    let end = Int(element.element.span.end)
                    writer.bool(end < record.text.count && record.text.bytes[end] == 0x20)
                    writer.endObject()
                }
            }
            writer.list("spans", spans) { span, writer in
                writer.beginObject()
                writer.ends(places.counted(span.span))
                if let tokens = alignment.tokens(of: span.span) {
                    writer.key("token_start")
                    writer.integer(tokens.lowerBound)
                    writer.key("token_end")
                    writer.integer(tokens.upperBound - 1)
                }
                writer.key("label")
                writer.string(span.label)
                writer.key("layer")
                writer.string(span.layer.rawValue)
                writer.features(places.counted(featuresOf: span))
                writer.endObject()
            }
            writer.key("meta")
            writer.value(.object(record.metaObject))
            writer.endObject()
        }
    }

    func read(
        _ input: ExchangeInput,
        omissions: inout ExchangeOmissions
    ) throws(ExchangeError) -> AnnotatedRecord {
        let object = try input.object()
        let text = try input.text(of: object, keys: ["text"])
        let places = ExchangePlaces(text: text, unit: .codepoint, line: input.line)
        var record = AnnotatedRecord(input, text: text, identifier: input.name(object["id"]), format: name)
        let known: Set<String> = ["id", "text", "tokens", "spans", "meta"]
        record.keep((object["meta"]?.object?.members ?? []) + object.members.filter { !known.contains($0.key) })
        for value in try input.list(object["tokens"], "tokens") {
            record.tokens.append(TokenRecord(span: try places.span(value["start"], value["end"], of: "a token")))
        }
        record.sortTokens()
        var spans: [ExchangeSpan] = []
        for value in try input.list(object["spans"], "spans") {
            let place = try places.span(value["start"], value["end"], of: "a span")
            var span = ExchangeSpan(span: place, label: value["label"]?.string ?? "")
            if let layer = value["layer"]?.string { span.layer = LayerName(rawValue: layer) }
            if !place.isEmpty { spans.append(try places.span(span, counting: Feature.list(value["features"]))) }
        }
        record.add(spans)
        return record
    }
}
