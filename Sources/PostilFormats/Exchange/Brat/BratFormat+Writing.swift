import PostilCore

extension BratFormat {
    func write(
        _ record: AnnotatedRecord,
        layers: [LayerName]?,
        to output: inout ExchangeOutput
    ) throws(ExchangeError) {
        let places = ExchangePlaces(text: record.text, unit: .codepoint)
        var lines = ""
        var number = 0
        var links = 0
        for span in record.spans(of: layers, omissions: &output.omissions) {
            let pieces = BratFormat.pieces(of: span.span, in: record.text)
            guard !pieces.isEmpty else {
                output.omissions.add(.empty)
                continue
            }
            number += 1
            let type = BratFormat.type(span.label)
            let counted = pieces.map(places.counted).map { "\($0.start) \($0.end)" }.joined(separator: ";")
            let surface = pieces.map { record.text[$0] }.joined(separator: " ")
            lines += "T\(number)\t\(type) \(counted)\t\(surface)\n"
            var features = places.counted(featuresOf: span)
            if let position = features.firstIndex(where: { $0.key == "link" }),
                BratFormat.isReference(features[position].value)
            {
                links += 1
                lines += "N\(links)\tReference T\(number) \(features[position].value)\t\(surface)\n"
                features.remove(at: position)
            }
            if ExchangeSpan(span: span.span, label: type).layer != span.layer {
                features.insert(Feature("layer", span.layer.rawValue), at: 0)
            }
            if !features.isEmpty { lines += "#\(number)\tAnnotatorNotes T\(number)\t\(FeatureText.line(features))\n" }
        }
        output.parts.append(record.text.bytes)
        output.addText(lines)
    }

    /// Whether a link is a resource and an identifier, such as `geonames:99237`.
    private static func isReference(_ link: String) -> Bool {
        let parts = link.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && !link.unicodeScalars.contains { scalar in
                scalar.properties.isWhitespace || isLineBreak(scalar)
            }
    }

    /// The pieces of a span between line breaks.
    private static func pieces(of span: Span, in text: Text) -> [Span] {
        var pieces: [Span] = []
        var start = span.start
        var offset = span.start
        for scalar in text[span].unicodeScalars {
            let next = offset + UInt32(UTF8.width(scalar))
            if isLineBreak(scalar) {
                if start < offset { pieces.append(Span(start: start, end: offset)) }
                start = next
            }
            offset = next
        }
        if start < span.end { pieces.append(Span(start: start, end: span.end)) }
        return pieces
    }
}
