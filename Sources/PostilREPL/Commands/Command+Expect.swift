import Glibc
import Postil

extension Command {
    static let expect = Command(
        name: "expect",
        arguments: "\(Reference.placeholder) [LAYER [TYPE]]",
        summary: "note that an annotation is right, for postil test",
        details: """
            Appends the case to the file that .set examples=FILE names: the paragraph, the place, what is to be there.
            With a stretch of text and a LAYER, something is expected that is not there yet. .test, and 'postil test
            FILE', tell whether the cases hold.

            EXAMPLE
              .expect 2
              .expect 12:24 sentences
            """,
        topic: .teaching,
        arity: 1...3,
        completions: [.number, .layer]
    ) { session, arguments throws(CommandError) in
        let word = arguments.words[0]
        if let layer = arguments[1], case .span(let start, let end) = Reference(word) {
            let name = try session.layerName(layer)
            let span = try session.span(from: start, to: end)
            try session.note(span: span, layer: name, type: arguments[2], features: [], isExpected: true)
            return
        }
        guard arguments.count == 1 else { throw .wrongArguments }
        for annotation in try session.annotations(word) { try session.note(annotation, isExpected: true) }
    }

    static let reject = Command(
        name: "reject",
        arguments: Reference.placeholder,
        summary: "note that an annotation is wrong, for postil test",
        details: """
            Appends the case that no annotation of the type is at the place to the file that .set examples=FILE names.

            EXAMPLE
              .reject 3
            """,
        topic: .teaching,
        arity: 1...1,
        completions: [.number]
    ) { session, arguments throws(CommandError) in
        for annotation in try session.annotations(arguments.words[0]) {
            try session.note(annotation, isExpected: false)
        }
    }

    static let test = Command(
        name: "test",
        arguments: "[FILE]",
        summary: "run the cases of an examples file with this pipeline",
        details: """
            Without FILE, those of the file that .set examples=FILE names.

            EXAMPLE
              .test dates.jsonl
            """,
        topic: .teaching,
        arity: 0...1,
        completions: [.file]
    ) { session, arguments throws(CommandError) in
        let path = UserFolder.expanded(arguments[0] ?? session.state.settings.examples)
        let report: ExampleTest.Report
        do throws(StreamError) {
            report = try ExampleTest(pipeline: session.state.pipeline).run(path: path)
        } catch {
            throw .failed("\(error)")
        }
        for failure in report.failures { session.console.line(failure) }
        guard report.failures.isEmpty else { throw .failed(report.summary) }
        session.console.line(report.summary)
    }
}

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
