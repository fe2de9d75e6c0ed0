import Postil

extension Command {
    static let dropped = Command(
        name: "dropped",
        arguments: "LAYER [FROM:TO]",
        summary: "list candidates that did not become annotations",
        details: """
            Each with what it would have said and why it lost, in all of the text or a stretch. An annotator that
            cannot list its candidates is asked .whynot at each token, of which there may be 1,000 at once.

            EXAMPLE
              .dropped sentences
            """,
        topic: .asking,
        arity: 1...2,
        completions: [.layer, .words([])]
    ) { session, arguments throws(CommandError) in
        let context = try session.viewContext()
        let name = try session.layerName(arguments.words[0])
        var part = context.document.text.span
        if let word = arguments[1] {
            guard case .span(let start, let end) = Reference(word) else { throw .wrongArguments }
            part = try session.span(from: start, to: end)
        }
        let candidates: [Candidate]
        if let listed = try session.candidates(for: name, in: part) {
            candidates = listed.filter { !$0.isLatent }
        } else {
            candidates = try CandidateSurvey(
                of: name,
                in: part,
                document: context.document,
                pipeline: session.state.pipeline
            ).candidates
        }
        for candidate in candidates {
            let words = DisplayText.cut(DisplayText.oneLine(context.document.text[candidate.span]), to: 48)
            let reading = candidate.reading.map { " \(DisplayText.oneLine($0))" } ?? ""
            let heading = "\(context.place(candidate.span)) '\(words)'\(reading)"
            session.console.line(context.style.paint(heading, .bold))
            let tree = ExplanationTree(
                explanation: candidate.explanation,
                offsets: context.offsets,
                style: context.style
            )
            for line in tree.lines {
                guard session.console.line(line) else { return }
            }
        }
        if candidates.isEmpty { session.console.line("no candidate was dropped") }
    }
}

extension Session {
    /// The candidates of a layer in a stretch of the document; nil where its annotator cannot list them.
    func candidates(for layer: LayerName, in span: Span) throws(CommandError) -> [Candidate]? {
        let document = try document()
        do throws(AnnotationError) {
            return try state.pipeline.candidates(for: layer, in: span, of: document)
        } catch {
            throw .failed("\(error)")
        }
    }
}
