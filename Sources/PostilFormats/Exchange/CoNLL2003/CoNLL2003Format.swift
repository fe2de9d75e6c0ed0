import PostilCore

/// The columns of the CoNLL-2003 shared task: word, Penn tag, chunk (unknown, `_`) and label in IOB2, documents behind
/// `-DOCSTART-`.
///
/// It has no offsets and no text: blanks between words are lost, and blanks inside of one become `_`. Read are two or
/// more columns, the word first and the label last, in IOB1, IOB2, IOBES or BILOU.
///
/// Source: Tjong Kim Sang and De Meulder, *Introduction to the CoNLL-2003 shared task*, 2003.
struct CoNLL2003Format: ExchangeFormat {
    let name = "conll2003"
    let title = "CoNLL-2003"
    let layout = ExchangeLayout.blocks
    let suffixes = [".conll"]
    let offsetUnit: OffsetUnit? = nil
    let needsTokens = true

    func beginsDocument(_ line: UnsafeBufferPointer<UInt8>) -> Bool { line.starts(with: "-DOCSTART-".utf8) }

    func write(
        _ record: AnnotatedRecord,
        layers: [LayerName]?,
        to output: inout ExchangeOutput
    ) throws(ExchangeError) {
        try record.requireTokens(for: self)
        let labels = IOBLabels(record, layers: layers, omissions: &output.omissions)
        var text = "-DOCSTART- -X- -X- O\n\n"
        for range in TokenSentences(record).ranges {
            for position in range {
                let token = record.tokens[position]
                let surface = record.text[token.span]
                let word = CoNLL2003Format.word(surface)
                if !word.utf8.elementsEqual(surface.utf8) { output.omissions.add(.blanks) }
                text += "\(word) \(token.penn ?? "_") _ \(CoNLL2003Format.word(labels.labels[position]))\n"
            }
            text += "\n"
        }
        output.addText(text)
    }

    /// A word without blanks, which would look like columns or lines.
    private static func word(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isBlank) else { return text }
        return String(text.unicodeScalars.map { isBlank($0) ? "_" : Character($0) })
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || BratFormat.isLineBreak(scalar)
    }

    func read(
        _ input: ExchangeInput,
        omissions: inout ExchangeOmissions
    ) throws(ExchangeError) -> AnnotatedRecord {
        var builder = TokenTextBuilder()
        for (index, line) in try input.lines().enumerated() {
            let fields = line.unicodeScalars.split { $0 == " " || $0 == "\t" }.map { Substring($0) }
            guard let word = fields.first, let last = fields.last else {
                builder.endSentence(separator: "\n")
                continue
            }
            if word == "-DOCSTART-" { continue }
            guard fields.count > 1 else {
                throw ExchangeError(line: input.line + index, "expected a word and a label, found '\(word)'")
            }
            let tag = fields.count > 3 ? String(fields[1]) : "_"
            builder.add(String(word), penn: ["_", "-X-"].contains(tag) ? nil : tag, label: String(last), gap: " ")
        }
        builder.endSentence(separator: "")
        return builder.record(input, identifier: nil, format: name)
    }
}
