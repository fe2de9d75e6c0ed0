import PostilCore

extension LabelStudioFormat {
    func read(
        _ input: ExchangeInput,
        omissions: inout ExchangeOmissions
    ) throws(ExchangeError) -> AnnotatedRecord {
        let object = try input.object()
        let data = object["data"]?.object ?? object
        let results = try self.results(of: object, input, &omissions)
        let text = try self.text(of: data, results, input)
        var record = AnnotatedRecord(
            input,
            text: text,
            identifier: input.name(data["id"]) ?? input.name(object["id"]),
            format: name
        )
        record.keep(data["meta"]?.object?.members ?? [])
        let unit = LabelStudioFormat.unit(of: results, in: text)
        let places = ExchangePlaces(text: text, unit: unit, line: input.line)
        var spans: [ExchangeSpan] = []
        for result in results {
            guard let value = result["value"], result["type"]?.string != "relation" else {
                omissions.add(.relations)
                continue
            }
            guard let labels = LabelStudioFormat.labels(of: value, type: result["type"]?.string) else {
                omissions.add(.unknown)
                continue
            }
            let place = try places.span(value["start"], value["end"], of: "a result")
            for label in labels where !place.isEmpty {
                var span = ExchangeSpan(span: place, label: label, score: result["score"]?.double)
                let meta = result["meta"]
                if let layer = meta?["layer"]?.string { span.layer = LayerName(rawValue: layer) }
                spans.append(try places.span(span, counting: Feature.list(meta?["features"])))
            }
        }
        record.add(spans)
        return record
    }

    /// The results of the first annotation that was not cancelled, or else of the first prediction.
    private func results(
        of object: JSONObject,
        _ input: ExchangeInput,
        _ omissions: inout ExchangeOmissions
    ) throws(ExchangeError) -> [JSONValue] {
        let annotations = try input.list(object["annotations"] ?? object["completions"], "annotations")
            .filter { $0["was_cancelled"]?.bool != true }
        let predictions = try input.list(object["predictions"], "predictions")
        let all = annotations + predictions
        omissions.add(.alternatives, max(0, all.count - 1))
        return try input.list(all.first?["result"], "result")
    }

    /// The text: under the key of the labelling configuration where it is known, or else the only string that is named
    /// so or so long that it can be meant.
    private func text(
        of data: JSONObject,
        _ results: [JSONValue],
        _ input: ExchangeInput
    ) throws(ExchangeError) -> Text {
        let names = ["text"] + results.compactMap { $0["to_name"]?.string }
        if let name = names.first(where: { data[$0]?.string != nil }) {
            return try input.text(of: data, keys: [name])
        }
        let strings = data.members.filter { $0.value.string != nil && $0.key != "id" }
        guard strings.count == 1, let text = strings.first?.value.string else {
            throw ExchangeError(line: input.line, "the task's data have no field 'text'")
        }
        return Text(text)
    }

    /// The unit in which the results' own texts stand at their offsets.
    private static func unit(of results: [JSONValue], in text: Text) -> OffsetUnit {
        guard !text.isASCII else { return .utf16 }
        let units: [OffsetUnit] = [.utf16, .codepoint]
        return units.first { unit in
            let places = ExchangePlaces(text: text, unit: unit)
            return results.allSatisfy { result in
                guard let value = result["value"], let surface = value["text"]?.string,
                    let start = value["start"]?.integer, let end = value["end"]?.integer
                else { return true }
                guard let span = places.span(from: start, to: end) else { return false }
                return text[span].utf8.elementsEqual(surface.utf8)
            }
        } ?? .utf16
    }

    /// The labels of a span, which stand under the name of their kind; nil for results that are no spans.
    private static func labels(of value: JSONValue, type: String?) -> [String]? {
        guard value["start"]?.integer != nil, value["end"]?.integer != nil else { return nil }
        let keys = [type ?? "labels", "labels", "hypertextlabels"]
        return keys.lazy.compactMap { value[$0]?.array?.compactMap(\.string) }.first
    }
}
