import PostilCore

extension WebAnnoFormat {
    func write(
        _ record: AnnotatedRecord,
        layers: [LayerName]?,
        to output: inout ExchangeOutput
    ) throws(ExchangeError) {
        try record.requireTokens(for: self)
        let layers = (layers ?? record.exchangeLayers).filter { $0 != LayerKey.sentences.name }
        let spans = record.spans(of: layers, omissions: &output.omissions)
        let used = layers.filter { layer in spans.contains { $0.layer == layer } }
        let grid = WebAnnoGrid(record, spans, &output.omissions)
        let hasTags = record.tokens.contains { $0.penn != nil || $0.universal != nil }
        let hasLemmas = record.tokens.contains { $0.lemma != nil }
        var text = WebAnnoFormat.header + "\n"
        if hasTags { text += "#T_SP=\(UIMAType.tag)|PosValue|coarseValue\n" }
        if hasLemmas { text += "#T_SP=\(UIMAType.lemma)|value\n" }
        for layer in used {
            let column = WebAnnoFormat.column(of: layer)
            text += "#T_SP=\(column.type)|\(column.features.joined(separator: "|"))\n"
        }
        text += "\n"
        let places = ExchangePlaces(text: record.text, unit: .utf16)
        for (number, range) in TokenSentences(record).ranges.enumerated() {
            text += "\n#Text=\(WebAnnoText.escaped(text: record.text[record.span(ofTokens: range)]))\n"
            for position in range {
                let token = record.tokens[position]
                for (part, unit) in grid.units[position].enumerated() {
                    let place = places.counted(unit)
                    var columns = [
                        "\(number + 1)-\(position - range.lowerBound + 1)" + (part == 0 ? "" : ".\(part)"),
                        "\(place.start)-\(place.end)", WebAnnoText.escaped(text: record.text[unit]),
                    ]
                    // What belongs to the token does not stand on the lines of its parts.
                    if hasTags { columns += part == 0 ? tags(of: token) : ["_", "_"] }
                    if hasLemmas { columns.append(part == 0 ? value(token.lemma) : "_") }
                    for layer in used {
                        columns += cells(grid.marks(on: position, part).filter { $0.span.layer == layer }, layer)
                    }
                    text += columns.joined(separator: "\t") + "\t\n"
                }
            }
        }
        output.addText(text)
    }

    private func tags(of token: TokenRecord) -> [String] {
        guard token.penn != nil || token.universal != nil else { return ["_", "_"] }
        return [
            token.penn.map { WebAnnoText.escaped(value: $0) } ?? "*",
            token.universal.map { WebAnnoText.escaped(value: $0) } ?? "*",
        ]
    }

    private func value(_ text: String?) -> String { text.map { WebAnnoText.escaped(value: $0) } ?? "_" }

    private func cells(_ marks: [WebAnnoGrid.Mark], _ layer: LayerName) -> [String] {
        WebAnnoFormat.column(of: layer).features.enumerated().map { index, feature in
            guard !marks.isEmpty else { return "_" }
            return marks.map { mark in
                let text = index == 0 ? mark.span.label : mark.span[WebAnnoFormat.key(feature)]
                return (text.map { WebAnnoText.escaped(value: $0) } ?? "*") + (mark.number.map { "[\($0)]" } ?? "")
            }
            .joined(separator: "|")
        }
    }
}

/// The lines that a document has, and which spans stand on each.
private struct WebAnnoGrid {
    /// A span on a line, with a number where it has several lines or is not alone.
    struct Mark {
        let span: ExchangeSpan
        let number: Int?
    }

    /// For each token the token and those parts of it that spans begin or end in.
    private(set) var units: [[Span]]

    private var marksByLine: [Line: [Mark]] = [:]

    private struct Line: Hashable {
        let token: Int
        let part: Int
    }

    init(_ record: AnnotatedRecord, _ spans: [ExchangeSpan], _ omissions: inout ExchangeOmissions) {
        units = record.tokens.map { [$0.span] }
        let alignment = TokenAlignment(record.tokens.map(\.span))
        var lines: [(span: ExchangeSpan, places: [(token: Int, unit: Span)])] = []
        for span in spans {
            var places: [(token: Int, unit: Span)] = []
            for position in alignment.tokens(touching: span.span) {
                let token = record.tokens[position].span
                let unit = Span(start: max(token.start, span.span.start), end: min(token.end, span.span.end))
                if unit != token, !units[position].contains(unit) { units[position].append(unit) }
                places.append((position, unit))
            }
            guard let first = places.first?.unit, let last = places.last?.unit else {
                omissions.add(.outside)
                continue
            }
            if first.start != span.span.start || last.end != span.span.end { omissions.add(.cutting) }
            lines.append((span, places))
        }
        for position in units.indices { units[position] = [units[position][0]] + units[position].dropFirst().sorted() }
        mark(lines)
    }

    private mutating func mark(_ lines: [(span: ExchangeSpan, places: [(token: Int, unit: Span)])]) {
        var crowds: [LayerLine: Int] = [:]
        for line in lines {
            for place in line.places {
                crowds[LayerLine(layer: line.span.layer, token: place.token, unit: place.unit), default: 0] += 1
            }
        }
        var last = 0
        for line in lines {
            let isAlone = line.places.allSatisfy { place in
                crowds[LayerLine(layer: line.span.layer, token: place.token, unit: place.unit)] == 1
            }
            var number: Int?
            if line.places.count > 1 || !isAlone {
                last += 1
                number = last
            }
            for place in line.places {
                let part = units[place.token].firstIndex(of: place.unit) ?? 0
                marksByLine[Line(token: place.token, part: part), default: []].append(
                    Mark(span: line.span, number: number)
                )
            }
        }
    }

    private struct LayerLine: Hashable {
        let layer: LayerName
        let token: Int
        let unit: Span
    }

    func marks(on token: Int, _ part: Int) -> [Mark] { marksByLine[Line(token: token, part: part)] ?? [] }
}
