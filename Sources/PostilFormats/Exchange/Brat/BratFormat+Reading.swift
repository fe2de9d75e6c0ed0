import PostilCore

extension BratFormat {
    func read(
        _ input: ExchangeInput,
        omissions: inout ExchangeOmissions
    ) throws(ExchangeError) -> AnnotatedRecord {
        // Python, in which brat is written, counts a mark as a character.
        let text = Text(try input.string(keepsMark: true))
        var record = AnnotatedRecord(input, text: text, identifier: nil, format: name)
        let places = ExchangePlaces(text: text, unit: .codepoint)
        var spans: [ExchangeSpan] = []
        var positions: [Substring: Int] = [:]
        var notes: [(line: Int, target: Substring, feature: [Feature])] = []
        for (index, line) in try input.lines(ofPart: 1).enumerated() {
            let fields = line.fields("\t", limit: 2)
            guard let identifier = fields.first, let mark = identifier.first else { continue }
            guard fields.count > 1 else {
                throw ExchangeError(line: index + 1, "expected an identifier, a tab and an annotation")
            }
            let words = fields[1].fields(" ", keepsEmpty: false)
            switch mark {
            case "T":
                guard positions[identifier] == nil else {
                    throw ExchangeError(line: index + 1, "'\(identifier)' stands twice")
                }
                positions[identifier] = spans.count
                spans.append(try span(fields[1], places, line: index + 1, &omissions))
            case "N":
                if words.count > 2 { notes.append((index + 1, words[1], [Feature("link", String(words[2]))])) }
            case "A", "M":
                guard words.count > 1 else { continue }
                let value = words.count > 2 ? words[2...].joined(separator: " ") : "true"
                notes.append((index + 1, words[1], [Feature(String(words[0]), value)]))
            case "#":
                guard words.count > 1, fields.count > 2 else { continue }
                notes.append((index + 1, words[1], FeatureText.features(String(fields[2]))))
            case "E": omissions.add(.events)
            default: omissions.add(.relations)
            }
        }
        for note in notes {
            guard let position = positions[note.target] else {
                omissions.add(.unknown)
                continue
            }
            spans[position].features += note.feature
        }
        for position in spans.indices { spans[position] = try finished(spans[position], places) }
        record.add(spans)
        return record
    }

    /// The span of a line such as `GPE 0 4;5 9`.
    private func span(
        _ field: Substring,
        _ places: ExchangePlaces,
        line: Int,
        _ omissions: inout ExchangeOmissions
    ) throws(ExchangeError) -> ExchangeSpan {
        let parts = field.fields(" ", limit: 1)
        var pieces: [Span] = []
        for piece in parts.count == 2 ? parts[1].fields(";") : [] {
            let ends = piece.fields(" ").map { Int($0) }
            guard ends.count == 2, let start = ends[0], let end = ends[1],
                let span = places.span(from: start, to: end)
            else { throw ExchangeError(line: line, "'\(piece)' is no span of the text, counted in code points") }
            pieces.append(span)
        }
        guard let start = pieces.map(\.start).min(), let end = pieces.map(\.end).max(), start < end else {
            throw ExchangeError(line: line, "expected a type and offsets, found '\(field)'")
        }
        pieces.sort()
        for (left, right) in zip(pieces, pieces.dropFirst()) where left.end < right.start {
            let gap = places.text[Span(start: left.end, end: right.start)]
            if !gap.unicodeScalars.allSatisfy(BratFormat.isLineBreak) { omissions.add(.pieces) }
        }
        return ExchangeSpan(span: Span(start: start, end: end), label: String(parts[0]))
    }

    /// A span in the layer that its notes name, with its places in bytes.
    private func finished(_ span: ExchangeSpan, _ places: ExchangePlaces) throws(ExchangeError) -> ExchangeSpan {
        var span = span
        if let layer = span["layer"] {
            span.layer = LayerName(rawValue: layer)
            if span.label == BratFormat.type(layer) { span.label = layer }
            span.features.removeAll { $0.key == "layer" }
        }
        // The writer has the link before the notes, and the record behind other features.
        let links = span.features.filter { $0.key == "link" }
        return try places.span(span, counting: span.features.filter { $0.key != "link" } + links)
    }
}
