import PostilCore

extension SpaCyFormat {
    func read(
        _ input: ExchangeInput,
        omissions: inout ExchangeOmissions
    ) throws(ExchangeError) -> AnnotatedRecord {
        let object = try input.object()
        let text = try input.text(of: object, keys: ["text"])
        let places = ExchangePlaces(text: text, unit: .codepoint, line: input.line)
        var record = AnnotatedRecord(input, text: text, identifier: input.name(object["id"]), format: name)
        record.keep((object["meta"]?.object?.members ?? []) + (object["_"]?.object?.members ?? []))
        try readTokens(of: object, input, places, into: &record)
        record.sentences = try sentences(of: object, input, places)
        var spans = try groups(of: object, input, places)
        let grouped = Set(spans.map { LabelledPlace(span: $0.span, label: $0.label) })
        for value in try input.list(object["ents"], "ents") {
            let span = try places.span(value["start"], value["end"], of: "an entity")
            let label = value["label"]?.string ?? ""
            if grouped.contains(LabelledPlace(span: span, label: label)) { continue }
            let link = value["kb_id"]?.string.flatMap { $0.isEmpty ? nil : $0 }
            spans.append(ExchangeSpan(span: span, label: label, features: [Feature("link", link)].compactMap { $0 }))
        }
        record.add(spans.filter { !$0.span.isEmpty })
        return record
    }

    private struct LabelledPlace: Hashable {
        let span: Span
        let label: String
    }

    /// Reads tokens, those of white space left out.
    private func readTokens(
        of object: JSONObject,
        _ input: ExchangeInput,
        _ places: ExchangePlaces,
        into record: inout AnnotatedRecord
    ) throws(ExchangeError) {
        for value in try input.list(object["tokens"], "tokens") {
            let span = try places.span(value["start"], value["end"], of: "a token")
            let surface = record.text[span]
            if surface.unicodeScalars.allSatisfy(\.properties.isWhitespace) { continue }
            // A stretch of text between tokens, which the writer has marked as such.
            if value["pos"]?.string == "SPACE" || value["tag"]?.string == "_SP" { continue }
            record.tokens.append(
                TokenRecord(
                    span: span,
                    universal: value["pos"]?.string.flatMap { $0.isEmpty ? nil : $0 },
                    penn: value["tag"]?.string.flatMap { $0.isEmpty ? nil : $0 },
                    lemma: value["lemma"]?.string.flatMap { $0.isEmpty ? nil : $0 }
                )
            )
        }
        record.sortTokens()
    }

    /// Reads sentences, whose white space at the ends is left out.
    private func sentences(
        of object: JSONObject,
        _ input: ExchangeInput,
        _ places: ExchangePlaces
    ) throws(ExchangeError) -> [Span] {
        var spans: [Span] = []
        for value in try input.list(object["sents"], "sents") {
            let span = try places.span(value["start"], value["end"], of: "a sentence").trimmed(in: places.text)
            if !span.isEmpty { spans.append(span) }
        }
        return spans.sorted()
    }

    private func groups(
        of object: JSONObject,
        _ input: ExchangeInput,
        _ places: ExchangePlaces
    ) throws(ExchangeError) -> [ExchangeSpan] {
        var spans: [ExchangeSpan] = []
        for group in object["spans"]?.object?.members ?? [] {
            let layer = LayerName(rawValue: group.key)
            for value in try input.list(group.value, "spans") {
                let span = try places.span(value["start"], value["end"], of: "a span")
                let link = value["kb_id"]?.string.flatMap { $0.isEmpty ? nil : $0 }
                let features = SpaCyFormat.valueKeys[layer].flatMap { Feature($0, link) }
                spans.append(
                    ExchangeSpan(
                        span: span,
                        layer: layer,
                        label: value["label"]?.string ?? "",
                        features: features.map { [$0] } ?? []
                    )
                )
            }
        }
        return spans
    }
}
