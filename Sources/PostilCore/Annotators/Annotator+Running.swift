extension Annotator {
    /// Runs the annotator on `document`.
    ///
    /// - Returns: The document with the layers of ``provides``.
    /// - Throws: The annotator's own ``AnnotationError`` with its name, or one of `undeclared-read`,
    ///   `undeclared-write`, `layer-exists`, `layer-not-provided`, `missing-layer`, `type-clash`.
    public func annotated(_ document: Document) throws(AnnotationError) -> Document {
        var output = LayerOutput(document, annotator: name, writable: provides)
        do throws(AnnotationError) {
            try annotate(view(of: document), into: &output)
        } catch {
            throw error.annotator == nil ? error.attributed(to: name) : error
        }
        for key in provides where output.document.provider(of: key.name) != name {
            throw AnnotationError(
                code: .layerNotProvided,
                message: "declares a layer but did not provide it; where it finds nothing it provides an empty layer",
                annotator: name,
                layer: key.name
            )
        }
        return output.document
    }

    /// Answers `question` about a document that this annotator has annotated.
    ///
    /// - Returns: What ``explain(_:in:)`` says; where that is nothing, the rule of the annotation asked
    ///   about; nil where there is none either.
    /// - Throws: ``AnnotationError`` as ``explain(_:in:)`` does.
    public func answer(to question: Question, about document: Document) throws(AnnotationError) -> Explanation? {
        if let explanation = try explain(question, in: view(of: document, explaining: true)) { return explanation }
        guard let position = question.position, let layer = document.layer(question.layer),
            layer.spans.indices.contains(position), let rule = rules[layer.rule(at: position)]
        else { return nil }
        return Explanation("\(rule.name): \(rule.summary)", span: question.span)
    }

    /// `document` as this annotator may see it: with the layers that it requires or consults.
    ///
    /// The layers that it provides itself are visible too when it explains them.
    func view(of document: Document, explaining: Bool = false) -> DocumentView {
        DocumentView(document, annotator: name, readable: requires + consults + (explaining ? provides : []))
    }
}
