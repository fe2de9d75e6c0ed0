import PostilCore

extension CoNLLUFormat {
    func read(
        _ input: ExchangeInput,
        omissions: inout ExchangeOmissions
    ) throws(ExchangeError) -> AnnotatedRecord {
        var reader = CoNLLUReader()
        for (index, line) in try input.lines().enumerated() {
            do throws(ExchangeError) {
                try reader.add(line)
            } catch {
                throw ExchangeError(line: input.line + index, error.message)
            }
        }
        reader.endSentence()
        omissions.add(.words, reader.splitWords)
        var record = reader.builder.record(input, identifier: reader.identifier, format: name, keepsEnd: true)
        if !reader.paragraphStarts.isEmpty { addParagraphs(startingAt: reader.paragraphStarts, to: &record) }
        return record
    }

    private func addParagraphs(startingAt starts: [Int], to record: inout AnnotatedRecord) {
        // Sentences before the first mark are in no paragraph of their own.
        let ends = starts.dropFirst() + [record.sentences.count]
        let annotations = zip(starts, ends).compactMap { start, end -> AnnotationRecord? in
            guard start < end, end <= record.sentences.count else { return nil }
            let span = Span(start: record.sentences[start].start, end: record.sentences[end - 1].end)
            return AnnotationRecord(
                span: span,
                value: OpenValue(type: nil),
                evidence: RecordEvidence(source: name)
            )
        }
        record.layers.insert(LayerRecord(name: LayerKey.paragraphs.name, annotations: annotations), at: 0)
    }
}

/// Takes the lines of one document.
private struct CoNLLUReader {
    private(set) var builder = TokenTextBuilder()
    private(set) var identifier: String?
    /// The numbers of the sentences with which paragraphs begin.
    private(set) var paragraphStarts: [Int] = []
    /// How many words stand in tokens whose text is not that of their words.
    private(set) var splitWords = 0
    /// A token of several words, whose lines are still to come.
    private var range: WordRange?
    private var isBeforeSpaced = false

    private struct WordRange {
        let surface: String
        let last: Int
        let miscellaneous: [Substring]
        var words: [[Substring]] = []
    }

    mutating func add(_ line: Substring) throws(ExchangeError) {
        if line.unicodeScalars.allSatisfy({ $0 == " " || $0 == "\t" }) { return endSentence() }
        if line.unicodeScalars.first == "#" { return addComment(line) }
        let columns = line.fields("\t")
        guard columns.count == 10 else {
            throw ExchangeError("expected 10 columns between tabs, found \(columns.count)")
        }
        if columns[0].contains(".") { return }
        let miscellaneous = columns[9].fields("|")
        let ends = columns[0].fields("-").map { Int($0) }
        guard let first = ends.first ?? nil, ends.count < 3, let last = ends.last ?? nil, last >= first else {
            throw ExchangeError("'\(columns[0])' is no number of a word")
        }
        if ends.count == 2 {
            finishRange()
            range = WordRange(surface: String(columns[1]), last: last, miscellaneous: miscellaneous)
            return
        }
        if range != nil, first <= range?.last ?? 0 {
            range?.words.append(columns)
            if first == range?.last { finishRange() }
            return
        }
        finishRange()
        addWord(columns, surface: String(columns[1]), miscellaneous)
    }

    mutating func endSentence() {
        finishRange()
        builder.endSentence(separator: nil)
    }

    private mutating func addComment(_ line: Substring) {
        let parts = line.dropFirst().fields("=", limit: 1)
        let key = parts[0].fields(" ", keepsEmpty: false).joined(separator: " ")
        let value = parts.count > 1 ? parts[1].fields(" ", keepsEmpty: false).joined(separator: " ") : nil
        switch key {
        case "newdoc id": identifier = value
        case "newpar", "newpar id":
            paragraphStarts.append(builder.finishedSentences.count)
            if builder.count > 0, !isBeforeSpaced { builder.addText("\n\n") }
        default: break
        }
    }

    /// Adds the words of a token: each by itself where their texts make that of the token, or else the token with what
    /// is known of the first.
    private mutating func finishRange() {
        guard let range else { return }
        self.range = nil
        guard let first = range.words.first else { return }
        let texts = range.words.map { String($0[1]) }
        guard texts.joined().utf8.elementsEqual(range.surface.utf8) else {
            splitWords += range.words.count
            return addWord(first, surface: range.surface, range.miscellaneous)
        }
        for (position, word) in range.words.enumerated() {
            let isLast = position == range.words.count - 1
            var miscellaneous = word[9].fields("|").filter { !$0.hasPrefix("Space") }
            miscellaneous += isLast ? range.miscellaneous.filter { $0.hasPrefix("Space") } : ["SpaceAfter=No"]
            addWord(word, surface: texts[position], miscellaneous)
        }
    }

    private mutating func addWord(_ columns: [Substring], surface: String, _ miscellaneous: [Substring]) {
        func value(_ key: String) -> Substring? {
            miscellaneous.first { $0.hasPrefix(key + "=") }?.dropFirst(key.count + 1)
        }
        func column(_ index: Int) -> String? { columns[index] == "_" ? nil : String(columns[index]) }
        if let spaces = value("SpacesBefore"), !isBeforeSpaced { builder.addText(CoNLLUFormat.unescaped(spaces)) }
        let spaces = value("SpacesAfter").map(CoNLLUFormat.unescaped)
        isBeforeSpaced = spaces != nil
        let label = value("NE") ?? value("name")
        builder.add(
            value("SpacesInToken").map(CoNLLUFormat.unescaped) ?? surface,
            universal: column(3),
            penn: column(4),
            lemma: surface == "_" ? String(columns[2]) : column(2),
            label: label.map(CoNLLUFormat.unescaped) ?? "O",
            gap: spaces ?? (value("SpaceAfter") == "No" ? "" : " ")
        )
    }
}
