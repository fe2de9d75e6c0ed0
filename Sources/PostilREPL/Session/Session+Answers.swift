import Postil

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
            offsets: context.offsets,
            style: context.style
        )
        return tree.lines
    }
}
