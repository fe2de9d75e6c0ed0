import PostilCore

extension UIMAFormat {
    func read(
        _ input: ExchangeInput,
        omissions: inout ExchangeOmissions
    ) throws(ExchangeError) -> AnnotatedRecord {
        let cas = UIMADocument(try input.object())
        guard let sofa = cas.sofa, let string = cas.structures[sofa]?["sofaString"]?.string else {
            throw ExchangeError(line: input.line, "the CAS has no view with a text")
        }
        let text = Text(string)
        let places = ExchangePlaces(text: text, unit: .utf16, line: input.line)
        var record = AnnotatedRecord(input, text: text, identifier: cas.documentIdentifier, format: name)
        var spans: [ExchangeSpan] = []
        for identifier in cas.order {
            guard let structure = cas.structures[identifier], structure["@sofa"]?.integer == sofa,
                let type = structure["%TYPE"]?.string, structure["begin"] != nil,
                type != UIMAType.metadata, !cas.isA(type, UIMAType.document), !cas.isA(type, UIMAType.tag),
                !cas.isA(type, UIMAType.lemma)
            else { continue }
            let span = try places.span(structure["begin"], structure["end"], of: "a '\(type)'")
            if cas.isA(type, UIMAType.sentence) {
                record.sentences.append(span)
            } else if cas.isA(type, UIMAType.token) {
                record.tokens.append(token(structure, at: span, cas))
            } else if !span.isEmpty {
                spans.append(try self.span(structure, type, at: span, cas, places, &omissions))
            } else {
                omissions.add(.empty)
            }
        }
        record.sentences = record.sentences.filter { !$0.isEmpty }.sorted()
        record.sortTokens()
        record.add(spans)
        return record
    }

    private func token(_ structure: JSONValue, at span: Span, _ cas: UIMADocument) -> TokenRecord {
        let tag = cas.target(of: structure, "@pos")
        return TokenRecord(
            span: span,
            universal: tag?["coarseValue"]?.string,
            penn: tag?["PosValue"]?.string,
            lemma: cas.target(of: structure, "@lemma")?["value"]?.string
        )
    }

    private func span(
        _ structure: JSONValue,
        _ type: String,
        at span: Span,
        _ cas: UIMADocument,
        _ places: ExchangePlaces,
        _ omissions: inout ExchangeOmissions
    ) throws(ExchangeError) -> ExchangeSpan {
        let strings = cas.target(of: structure, "@features")?["%ELEMENTS"]?.array ?? []
        var features = strings.compactMap(\.string).flatMap(FeatureText.features)
        let score = structure["score"]?.double
        if cas.isA(type, UIMAType.name) {
            if let link = structure["identifier"]?.string { features.append(Feature("link", link)) }
            let name = ExchangeSpan(
                span: span,
                layer: LayerKey.entities.name,
                label: structure["value"]?.string ?? "",
                score: score
            )
            return try places.span(name, counting: features)
        }
        if cas.isA(type, UIMAType.span) {
            let own = ExchangeSpan(
                span: span,
                layer: LayerName(rawValue: structure["layer"]?.string ?? type),
                label: structure["label"]?.string ?? "",
                score: score
            )
            return try places.span(own, counting: features)
        }
        return foreign(structure, type, at: span, &omissions)
    }

    /// An annotation of any other type: a layer named for the type, its features as they are.
    private func foreign(
        _ structure: JSONValue,
        _ type: String,
        at span: Span,
        _ omissions: inout ExchangeOmissions
    ) -> ExchangeSpan {
        var label: String?
        var features: [Feature] = []
        for member in structure.object?.members ?? [] {
            if member.key.hasPrefix("@") {
                if member.key != "@sofa" { omissions.add(.relations) }
                continue
            }
            if member.key.hasPrefix("%") || ["begin", "end"].contains(member.key) { continue }
            let value: String
            switch member.value {
            case .string(let text): value = text
            case .number(let number): value = number
            case .bool(let isTrue): value = String(isTrue)
            default: continue
            }
            if label == nil, ["value", "label", "kind", "category"].contains(member.key) {
                label = value
            } else if !member.key.hasSuffix(OpenValue.spanSuffix), !member.key.hasSuffix(ExchangeSpan.listSuffix) {
                features.append(Feature(member.key, value))
            }
        }
        return ExchangeSpan(span: span, layer: LayerName(rawValue: type), label: label ?? type, features: features)
    }
}
