import Postil

extension Command {
    static let why = Command(
        name: "why",
        arguments: "\(Reference.placeholder) [LAYER]",
        summary: "say why an annotation is there",
        details: """
            WHERE is a number, an offset or a stretch of text (.help where). With LAYER, only that layer is asked. The answer comes from looking at the document once more: what matched, what spoke for it
            and against it.

            EXAMPLE
              .why 2
              .why @8 tokens
            """,
        topic: .asking,
        arity: 1...2,
        completions: [.number, .layer]
    ) { session, arguments throws(CommandError) in
        let layer = try arguments[1].map { word throws(CommandError) in try session.layerName(word) }
        for annotation in try session.annotations(arguments.words[0], in: layer) {
            for line in try session.answer(why: annotation) { session.console.line(line) }
        }
    }

    static let whynot = Command(
        name: "whynot",
        arguments: "FROM:TO LAYER",
        summary: "say why there is no such annotation",
        details: """
            The answer names the nearest candidate and the first condition that failed, as far as the annotator
            knows.

            EXAMPLE
              .whynot 11:14 sentences
            """,
        topic: .asking,
        arity: 2...2,
        completions: [.words([]), .layer]
    ) { session, arguments throws(CommandError) in
        guard case .span(let start, let end) = Reference(arguments.words[0]) else {
            throw .wrongArguments
        }
        let name = try session.layerName(arguments.words[1])
        let span = try session.span(from: start, to: end)
        for line in try session.answer(whyNot: span, in: name) { session.console.line(line) }
    }
}

extension Session {
    /// Why `annotation` is there, as lines.
    func answer(why annotation: LayerAnnotation) throws(CommandError) -> [String] {
        let context = try viewContext()
        let question = Question.why(annotation.layerName, position: annotation.position, span: annotation.span)
        let label = configuration.view(of: annotation.layerName).label(of: annotation)
        let words = DisplayText.cut(DisplayText.oneLine(annotation.text), to: 48)
        let heading =
            context.title(of: annotation) + (label.isEmpty ? "" : " \(label)")
            + " \(context.place(annotation.span)) '\(words)'"
        return [context.style.paint(heading, context.color(of: annotation.layerName))]
            + (try answer(to: question, context))
    }

    /// Why no annotation of the layer `name` is at `span`, as lines.
    func answer(whyNot span: Span, in name: LayerName) throws(CommandError) -> [String] {
        let context = try viewContext()
        let words = DisplayText.cut(DisplayText.oneLine(context.document.text[span]), to: 48)
        if context.document.layer(name)?.spans.contains(span) == true {
            let place = context.place(span)
            return ["there is one: '\(words)' is annotated; .why \(place) \(name) says why"]
        }
        return ["no \(name) at \(context.place(span)) '\(words)'"]
            + (try answer(to: .whyNot(name, span: span), context))
    }

    private func answer(to question: Question, _ context: ViewContext) throws(CommandError) -> [String] {
        let explanation: Explanation?
        do throws(AnnotationError) {
            explanation = try state.pipeline.explain(question, in: context.document)
        } catch {
            throw .failed("\(error)")
        }
        guard let explanation else { throw .failed("no annotator makes the layer '\(question.layer)'") }
        let tree = ExplanationTree(
            explanation: explanation,
            document: context.document,
            offsets: context.offsets,
            style: context.style
        )
        return tree.lines
    }
}
