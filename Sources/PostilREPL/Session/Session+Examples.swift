import Glibc
import Postil

extension Session {
    /// Appends a case about `annotation` to the examples file.
    func note(_ annotation: LayerAnnotation, isExpected: Bool) throws(CommandError) {
        try note(
            span: annotation.span,
            layer: annotation.layerName,
            type: annotation.type,
            features: isExpected ? configuration.view(of: annotation.layerName).features(of: annotation) : [],
            isExpected: isExpected
        )
    }

    /// Appends a case to the examples file, with as little text as shows it.
    func note(
        span: Span,
        layer: LayerName,
        type: String?,
        features: [Feature],
        isExpected: Bool
    ) throws(CommandError) {
        let document = try document()
        // What the whole text says of the annotation, its paragraph must say too, or it is no fair example.
        let whole = example(of: span, in: document.text.span, document, layer, type, features, isExpected)
        var example = whole
        if let paragraph = document[.paragraphs]?.covering(span).first, let spans = document[.paragraphs]?.spans {
            let part = self.example(of: span, in: spans[paragraph], document, layer, type, features, isExpected)
            let pipeline = state.pipeline
            if (part.fault(with: pipeline) == nil) == (whole.fault(with: pipeline) == nil) { example = part }
        }
        let path = state.settings.examples
        guard let stream = FileStream(path: UserFolder.expanded(path), appends: true) else {
            throw .failed("\(path): \(String(cString: strerror(errno)))")
        }
        let isWritten = stream.write(example.line + "\n")
        guard stream.close(), isWritten else { throw .failed("\(path): cannot be written") }
        console.line("\(path): \(isExpected ? "expect" : "reject") \(example.label)")
    }

    private func example(
        of span: Span,
        in part: Span,
        _ document: Document,
        _ layer: LayerName,
        _ type: String?,
        _ features: [Feature],
        _ isExpected: Bool
    ) -> ExampleCase {
        let offsets = OffsetMap(text: document.text, unit: .codepoint)
        let first = offsets.offset(of: part.start)
        return ExampleCase(
            text: document.text[part],
            anchor: document.context.referenceDate,
            layer: layer,
            start: Int(offsets.offset(of: span.start) - first),
            end: Int(offsets.offset(of: span.end) - first),
            type: type,
            features: features,
            isExpected: isExpected
        )
    }
}
