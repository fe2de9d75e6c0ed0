import PostilCore

extension WebAnnoFormat {
    func read(
        _ input: ExchangeInput,
        omissions: inout ExchangeOmissions
    ) throws(ExchangeError) -> AnnotatedRecord {
        var reader = WebAnnoReader()
        for (index, line) in try input.lines().enumerated() {
            do throws(ExchangeError) {
                try reader.add(line)
            } catch {
                throw ExchangeError(line: input.line + index, error.message)
            }
        }
        guard reader.hasHeader else {
            throw ExchangeError(line: 1, "the file does not begin with '#FORMAT=WebAnno TSV 3'")
        }
        omissions.add(.relations, reader.relations)
        let text = Text(String(decoding: reader.units, as: UTF16.self))
        let places = ExchangePlaces(text: text, unit: .utf16)
        var record = AnnotatedRecord(input, text: text, identifier: nil, format: name)
        for sentence in reader.sentences {
            record.sentences.append(try span(sentence, places, line: input.line))
        }
        for token in reader.tokens {
            record.tokens.append(
                TokenRecord(
                    span: try span(token.place, places, line: token.line),
                    universal: token.features["coarseValue"] ?? nil,
                    penn: token.features["PosValue"] ?? nil,
                    lemma: token.features["lemma"] ?? nil
                )
            )
        }
        record.sortTokens()
        record.sentences = record.sentences.filter { !$0.isEmpty }.sorted()
        var spans: [ExchangeSpan] = []
        for mark in reader.marks {
            let place = try span(mark.place, places, line: mark.line)
            guard !place.isEmpty else {
                omissions.add(.empty)
                continue
            }
            let layer = WebAnnoFormat.layer(ofType: mark.type)
            let names = ["value", "label"]
            let labelKey = layer == LayerKey.entities.name ? "value" : names.last { mark.features[$0] != nil }
            let features = mark.keys.filter { $0 != labelKey }.compactMap { key in
                Feature(WebAnnoFormat.key(key), mark.features[key] ?? nil)
            }
            // Features of other programs are texts, also where their names are those of places.
            .filter { !$0.key.hasSuffix(OpenValue.spanSuffix) && !$0.key.hasSuffix(ExchangeSpan.listSuffix) }
            spans.append(
                ExchangeSpan(
                    span: place,
                    layer: layer,
                    label: labelKey.flatMap { mark.features[$0] ?? nil } ?? layer.rawValue,
                    features: features
                )
            )
        }
        record.add(spans)
        return record
    }

    private func span(_ place: Range<Int>, _ places: ExchangePlaces, line: Int) throws(ExchangeError) -> Span {
        guard let span = places.span(from: place.lowerBound, to: place.upperBound) else {
            throw ExchangeError(
                line: line,
                "\(place.lowerBound)-\(place.upperBound) is no span of the text, counted in UTF-16 units"
            )
        }
        return span
    }
}

/// Takes the lines of a file.
private struct WebAnnoReader {
    struct Token {
        let place: Range<Int>
        let line: Int
        var features: [String: String?] = [:]
    }

    /// An annotation, whose place grows with each line that it stands on.
    struct Mark {
        let type: String
        var place: Range<Int>
        let line: Int
        var keys: [String] = []
        var features: [String: String?] = [:]
    }

    private(set) var hasHeader = false
    private(set) var units: [UInt16] = []
    private(set) var sentences: [Range<Int>] = []
    private(set) var tokens: [Token] = []
    private(set) var marks: [Mark] = []
    /// How many relations and links of chains there are.
    private(set) var relations = 0

    private var columns: [Column] = []
    private var text: [UInt16]?
    private var numbered: [Numbered: Int] = [:]
    private var line = 0

    private enum Column {
        case feature(layer: Int, type: String, name: String)
        case relation
    }

    private struct Numbered: Hashable {
        let layer: Int
        let number: Int
    }

    mutating func add(_ text: Substring) throws(ExchangeError) {
        line += 1
        if text.unicodeScalars.first == "#" { return try addHeader(text) }
        guard !text.isEmpty else { return }
        guard hasHeader else { throw ExchangeError("the file does not begin with '#FORMAT=WebAnno TSV 3'") }
        let fields = text.fields("\t")
        let ends = fields.count > 2 ? fields[1].fields("-").map { Int($0) } : []
        guard ends.count == 2, let start = ends[0], let end = ends[1], start >= 0, start <= end else {
            throw ExchangeError("expected a number, offsets and a token between tabs")
        }
        let cells = fields.dropFirst(3)
        guard cells.count >= columns.count else {
            throw ExchangeError("expected \(columns.count) columns behind the token, found \(cells.count)")
        }
        let isPart = fields[0].contains(".")
        if !isPart {
            try place(WebAnnoText.unescaped(fields[2]), at: start, end: end)
            tokens.append(Token(place: start..<end, line: line))
        }
        try addCells(Array(cells), at: start..<end, isPart: isPart)
    }

    private mutating func addHeader(_ text: Substring) throws(ExchangeError) {
        let parts = text.fields("=", limit: 1)
        let value = parts.count > 1 ? parts[1] : ""
        switch parts[0] {
        case "#FORMAT":
            guard value.hasPrefix("WebAnno TSV 3") else {
                throw ExchangeError("'\(value)' is another format: WebAnno TSV 3 is read")
            }
            hasHeader = true
        case "#T_SP":
            let names = value.fields("|")
            let features = names.dropFirst().filter { !$0.isEmpty }
            let layer = columns.count
            for name in features.isEmpty ? [""] : features {
                // Features that are slots of others have a column more, for what fills them.
                if name.hasPrefix("ROLE_") {
                    columns += [.relation]
                } else {
                    columns.append(.feature(layer: layer, type: String(names[0]), name: String(name)))
                }
            }
        case "#T_RL":
            // Its features, and the number of the token at which it begins.
            columns += value.fields("|").dropFirst().map { _ in .relation }
        case "#T_CH": columns += [.relation, .relation]
        case "#Text": self.text = Array(WebAnnoText.unescaped(value).utf16)
        default: break
        }
    }

    /// Puts the text of a sentence, and its first token, at an offset.
    private mutating func place(_ surface: String, at start: Int, end: Int) throws(ExchangeError) {
        if let text {
            guard start >= units.count, start - units.count < 1 << 24 else {
                throw ExchangeError("the sentence begins at \(start), not behind the one before it")
            }
            units += repeatElement(0x20, count: start - units.count)
            sentences.append(start..<start + text.count)
            units += text
            self.text = nil
        }
        guard end <= units.count else {
            throw ExchangeError("'\(surface)' at \(start)-\(end) is beyond its sentence")
        }
        guard units[start..<end].elementsEqual(surface.utf16) else {
            throw ExchangeError("the text at \(start)-\(end) is not '\(surface)'")
        }
    }

    private mutating func addCells(
        _ cells: [Substring],
        at place: Range<Int>,
        isPart: Bool
    ) throws(ExchangeError) {
        /// The annotations of the layer at hand on this line, in the order in which its columns have them.
        var current: (layer: Int, marks: [Int])?
        for (column, cell) in zip(columns, cells) {
            guard case .feature(let layer, let type, let name) = column else {
                if cell != "_" { relations += 1 }
                continue
            }
            let values = WebAnnoText.values(cell)
            if type == UIMAType.tag || type == UIMAType.lemma {
                guard !isPart, let value = values.first?.value, !tokens.isEmpty else { continue }
                tokens[tokens.count - 1].features[type == UIMAType.lemma ? "lemma" : name] = value
                continue
            }
            if current?.layer != layer { current = (layer, values.map { mark(layer, type, $0.number, place) }) }
            for (position, value) in zip(current?.marks ?? [], values) where marks[position].features[name] == nil {
                marks[position].keys.append(name)
                marks[position].features[name] = value.value
            }
        }
    }

    /// The annotation with a number, made longer, or a new one.
    private mutating func mark(_ layer: Int, _ type: String, _ number: Int?, _ place: Range<Int>) -> Int {
        if let number, let position = numbered[Numbered(layer: layer, number: number)] {
            let known = marks[position].place
            marks[position].place =
                min(known.lowerBound, place.lowerBound)..<max(known.upperBound, place.upperBound)
            return position
        }
        marks.append(Mark(type: type, place: place, line: line))
        if let number { numbered[Numbered(layer: layer, number: number)] = marks.count - 1 }
        return marks.count - 1
    }
}
