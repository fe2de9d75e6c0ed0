import PostilCore

extension CoNLLUFormat {
    func write(
        _ record: AnnotatedRecord,
        layers: [LayerName]?,
        to output: inout ExchangeOutput
    ) throws(ExchangeError) {
        try record.requireTokens(for: self)
        let labels = IOBLabels(record, layers: layers, omissions: &output.omissions).labels
        let places = ExchangePlaces(text: record.text, unit: .codepoint)
        let name = CoNLLUFormat.column(record.identifier)
        let paragraphs = Set(
            record.layers.filter { $0.name == LayerKey.paragraphs.name }.flatMap(\.annotations).map(\.span.start)
        )
        var text = "# newdoc id = \(name)\n"
        // No blank line behind it, as readers take a block without words for a fault: the next sentence has the comment.
        if record.tokens.isEmpty, !record.text.isEmpty { output.omissions.add(.outside) }
        for (number, range) in TokenSentences(record).ranges.enumerated() {
            if paragraphs.contains(record.tokens[range.lowerBound].span.start) { text += "# newpar\n" }
            text += "# sent_id = \(name)-\(number + 1)\n# text = \(plainText(of: range, in: record))\n"
            for position in range {
                let token = record.tokens[position]
                let columns = [
                    String(position - range.lowerBound + 1), CoNLLUFormat.column(record.text[token.span]),
                    token.lemma.map(CoNLLUFormat.column) ?? "_", token.universal ?? "_", token.penn ?? "_", "_", "_",
                    "_", "_",
                    miscellaneous(of: position, in: record, label: labels[position], places),
                ]
                text += columns.joined(separator: "\t") + "\n"
            }
            text += "\n"
        }
        output.addText(text)
    }

    /// A sentence as its words and blanks give it.
    private func plainText(of range: Range<Int>, in record: AnnotatedRecord) -> String {
        var text = ""
        for position in range {
            text += CoNLLUFormat.column(record.text[record.tokens[position].span])
            if position + 1 < range.upperBound, !gap(behind: position, in: record).isEmpty { text += " " }
        }
        return text
    }

    private func gap(behind position: Int, in record: AnnotatedRecord) -> Span {
        let start = record.tokens[position].span.end
        let isLast = position + 1 == record.tokens.count
        let end = isLast ? record.text.span.end : record.tokens[position + 1].span.start
        return Span(start: start, end: max(start, end))
    }

    private func miscellaneous(
        of position: Int,
        in record: AnnotatedRecord,
        label: String,
        _ places: ExchangePlaces
    ) -> String {
        let span = record.tokens[position].span
        let surface = record.text[span]
        var values: [String] = []
        if label != "O" { values.append("NE=" + CoNLLUFormat.escaped(label)) }
        switch record.text[gap(behind: position, in: record)] {
        case " ": break
        case "": values.append("SpaceAfter=No")
        case let gap: values.append("SpacesAfter=" + CoNLLUFormat.escaped(gap))
        }
        if position == 0, span.start > 0 {
            values.append("SpacesBefore=" + CoNLLUFormat.escaped(record.text[Span(start: 0, end: span.start)]))
        }
        if !CoNLLUFormat.column(surface).utf8.elementsEqual(surface.utf8) {
            values.append("SpacesInToken=" + CoNLLUFormat.escaped(surface))
        }
        let place = places.counted(span)
        values.append("TokenRange=\(place.start):\(place.end)")
        return values.joined(separator: "|")
    }
}
