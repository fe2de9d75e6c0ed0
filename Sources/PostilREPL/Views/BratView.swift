import Postil

/// The annotations in brat's standoff format, for an `.ann` file beside the text. Offsets count code
/// points, as brat's do, whatever the session's unit is.
struct BratView: DocumentDrawing {
    func draw(_ context: ViewContext, write: (String) -> Bool) {
        let offsets = OffsetMap(text: context.document.text, unit: .codepoint)
        for (index, annotation) in context.annotations.enumerated() where !annotation.span.isEmpty {
            let number = index + 1
            let parts = BratView.parts(of: annotation.span, in: context.document.text)
            let places = parts.map { "\(offsets.offset(of: $0.start)) \(offsets.offset(of: $0.end))" }
            let text = parts.map { context.document.text[$0] }.joined(separator: " ")
            let type = BratView.identifier(annotation.type ?? annotation.layerName.rawValue)
            var lines = "T\(number)\t\(type) \(places.joined(separator: ";"))\t\(text)\n"
            let note = context.features(of: annotation)
            if !note.isEmpty {
                lines += "#\(number)\tAnnotatorNotes T\(number)\t\(DisplayText.oneLine(note))\n"
            }
            guard write(lines) else { return }
        }
    }

    /// The parts of `span` between line breaks, which brat's text may not have.
    private static func parts(of span: Span, in text: Text) -> [Span] {
        var parts: [Span] = []
        var start = Int(span.start)
        for index in span.range where text.bytes[index] == 0x0A || text.bytes[index] == 0x0D {
            if index > start { parts.append(Span(start..<index)) }
            start = index + 1
        }
        if start < Int(span.end) { parts.append(Span(start..<Int(span.end))) }
        return parts
    }

    private static func identifier(_ name: String) -> String {
        String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "_" })
    }
}
