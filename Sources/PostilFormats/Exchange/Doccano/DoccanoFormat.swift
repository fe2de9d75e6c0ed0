import PostilCore

/// The JSON lines of doccano: `label` with start, end and type of each span; read in its form with `entities` and
/// `relations`, too.
///
/// Offsets count code points. Spans may overlap where the project allows it.
///
/// Source: doccano 1.8, *Dataset formats*; older versions name the text `data` and the spans `labels`.
struct DoccanoFormat: ExchangeFormat {
    let name = "doccano"
    let title = "doccano"
    let layout = ExchangeLayout.objects
    let suffixes = [".doccano.jsonl"]
    let offsetUnit: OffsetUnit? = .codepoint
    let needsTokens = false

    func write(
        _ record: AnnotatedRecord,
        layers: [LayerName]?,
        to output: inout ExchangeOutput
    ) throws(ExchangeError) {
        let places = ExchangePlaces(text: record.text, unit: .codepoint)
        // Layers are not in the file, so that their order cannot be that of spans at one place.
        let spans = record.spans(of: layers, omissions: &output.omissions)
            .sorted { ($0.span, $0.label) < ($1.span, $1.label) }
        output.addJSON { writer in
            writer.beginObject()
            writer.key("id")
            writer.string(record.identifier)
            writer.key("text")
            writer.string(record.text.bytes)
            writer.list("label", spans) { span, writer in
                let place = places.counted(span.span)
                writer.beginArray()
                writer.integer(place.start)
                writer.integer(place.end)
                writer.string(span.label)
                writer.endArray()
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
        let text = try input.text(of: object, keys: ["text", "data"])
        let places = ExchangePlaces(text: text, unit: .codepoint, line: input.line)
        var record = AnnotatedRecord(input, text: text, identifier: input.name(object["id"]), format: name)
        let known: Set<String> = ["id", "text", "data", "label", "labels", "entities", "relations", "meta"]
        record.keep((object["meta"]?.object?.members ?? []) + object.members.filter { !known.contains($0.key) })
        var spans: [ExchangeSpan] = []
        for value in try input.list(object["label"] ?? object["labels"], "label") {
            // Classes of documents stand under the same key.
            guard let triple = value.array, triple.count >= 3 else {
                omissions.add(.unknown)
                continue
            }
            let place = try places.span(triple[0], triple[1], of: "a label")
            spans.append(ExchangeSpan(span: place, label: triple[2].string ?? ""))
        }
        for value in try input.list(object["entities"], "entities") {
            let place = try places.span(value["start_offset"], value["end_offset"], of: "an entity")
            spans.append(ExchangeSpan(span: place, label: value["label"]?.string ?? ""))
        }
        omissions.add(.relations, try input.list(object["relations"], "relations").count)
        record.add(spans.filter { !$0.span.isEmpty })
        return record
    }
}
