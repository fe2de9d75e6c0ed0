import PostilCore

extension CoreNLPFormat {
    func read(
        _ input: ExchangeInput,
        omissions: inout ExchangeOmissions
    ) throws(ExchangeError) -> AnnotatedRecord {
        let object = try input.object()
        let sentences = try input.list(object["sentences"], "sentences")
        var tokens: [[JSONValue]] = []
        for sentence in sentences { tokens.append(try input.list(sentence["tokens"], "tokens")) }
        let own = object["text"]?.string.map { Text($0) }
        let text = if let own { own } else { try self.text(of: tokens.flatMap { $0 }, input) }
        let places = ExchangePlaces(text: text, unit: .utf16, line: input.line)
        var record = AnnotatedRecord(input, text: text, identifier: input.name(object["docId"]), format: name)
        if let date = object["docDate"]?.string, ReferenceDate.isWellFormed(date) {
            record.context = RecordContext(anchor: date, anchorSource: "field")
        }
        for sentence in tokens {
            let start = record.tokens.count
            for value in sentence {
                let span = try places.span(
                    value["characterOffsetBegin"],
                    value["characterOffsetEnd"],
                    of: "a token"
                )
                record.tokens.append(
                    TokenRecord(span: span, penn: value["pos"]?.string, lemma: value["lemma"]?.string)
                )
            }
            if record.tokens.count > start {
                record.sentences.append(record.span(ofTokens: start..<record.tokens.count))
            }
        }
        let tokenSpans = record.tokens.map(\.span)
        record.sortTokens()
        record.sentences.sort()
        var spans: [ExchangeSpan] = []
        for sentence in sentences {
            for value in try input.list(sentence["entitymentions"], "entitymentions") {
                spans.append(try mention(value, places))
            }
        }
        for value in try input.list(object["quotes"], "quotes") {
            spans.append(try quote(value, places, tokenSpans))
        }
        omissions.add(.relations, object["corefs"]?.object?.members.count ?? 0)
        record.add(spans.filter { !$0.span.isEmpty })
        return record
    }

    /// The text, put together of the tokens and what stands before and behind them.
    private func text(of tokens: [JSONValue], _ input: ExchangeInput) throws(ExchangeError) -> Text {
        var units = tokens.first?["before"]?.string.map { Array($0.utf16) } ?? []
        for token in tokens {
            guard let start = token["characterOffsetBegin"]?.integer, start >= 0,
                let surface = token["originalText"]?.string ?? token["word"]?.string
            else { throw ExchangeError(line: input.line, "a token has no offset or no text") }
            // The words of one token have its place in common.
            guard start + surface.utf16.count > units.count else { continue }
            guard start - units.count < 1 << 20 else {
                throw ExchangeError(line: input.line, "a token starts at \(start), far behind the one before it")
            }
            let gap = Array((token["before"]?.string ?? "").utf16)
            if gap.count == start - units.count { units += gap }
            units += repeatElement(0x20, count: max(0, start - units.count))
            units += Array(surface.utf16).dropFirst(max(0, units.count - start))
        }
        units += Array((tokens.last?["after"]?.string ?? "").utf16)
        return Text(String(decoding: units, as: UTF16.self))
    }

    private func mention(_ value: JSONValue, _ places: ExchangePlaces) throws(ExchangeError) -> ExchangeSpan {
        let span = try places.span(
            value["characterOffsetBegin"],
            value["characterOffsetEnd"],
            of: "an entity mention"
        )
        let label = value["ner"]?.string ?? ""
        var mention = ExchangeSpan(span: span, label: value["timex"]?["type"]?.string ?? label)
        let normal = value["timex"]?["value"]?.string ?? value["normalizedNER"]?.string
        mention.features = [Feature("value", normal)].compactMap { $0 }
        return mention
    }

    private func quote(
        _ value: JSONValue,
        _ places: ExchangePlaces,
        _ tokens: [Span]
    ) throws(ExchangeError) -> ExchangeSpan {
        let span = try places.span(value["beginIndex"], value["endIndex"], of: "a quotation")
        var features: [Feature] = []
        if let first = value["mentionBegin"]?.integer, let last = value["mentionEnd"]?.integer,
            tokens.indices.contains(first), tokens.indices.contains(last), first <= last
        {
            let speaker = Span(start: tokens[first].start, end: max(tokens[first].start, tokens[last].end))
            features.append(Feature("speaker.span", speaker.description))
            if let canonical = value["canonicalSpeaker"]?.string, canonical != "Unknown" {
                features.append(Feature("canonical", canonical))
            }
        }
        return ExchangeSpan(
            span: span,
            layer: LayerKey.quotes.name,
            label: value["kind"]?.string ?? "direct",
            features: features
        )
    }
}
