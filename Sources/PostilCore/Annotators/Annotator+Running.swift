extension Annotator {
    /// Runs the annotator on `document`.
    ///
    /// - Parameters:
    ///   - document: The document, with the layers of ``requires``.
    ///   - isCancelled: Says whether the result is not wanted any more; asked now and then.
    /// - Returns: The document with the layers of ``provides``.
    /// - Throws: The annotator's own ``AnnotationError`` with its name, `cancelled`, or one of `undeclared-read`,
    ///   `undeclared-write`, `layer-exists`, `layer-not-provided`, `missing-layer`, `type-clash`.
    public func annotated(
        _ document: Document,
        isCancelled: (@Sendable () -> Bool)? = nil
    ) throws(AnnotationError) -> Document {
        var output = LayerOutput(document, annotator: name, writable: provides)
        let view = DocumentView(document, annotator: name, readable: requires + consults, cancellation: isCancelled)
        do throws(AnnotationError) {
            try annotate(view, into: &output)
            try view.checkCancellation()
        } catch {
            throw attributed(error)
        }
        return try completed(output)
    }

    /// `error` as one of this annotator, unless it names another.
    func attributed(_ error: AnnotationError) -> AnnotationError {
        error.annotator == nil ? error.attributed(to: name) : error
    }

    /// The document with what the annotator has added to it, checked for completeness.
    func completed(_ output: LayerOutput) throws(AnnotationError) -> Document {
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
        if let explanation = try explain(question, in: explainingView(of: document)) { return explanation }
        guard let position = question.position, let layer = document.layer(question.layer),
            layer.spans.indices.contains(position), let rule = rules[layer.rule(at: position)]
        else { return nil }
        return Explanation("\(rule.name): \(rule.summary)", span: question.span)
    }

    /// Lists the candidates of a document that this annotator has annotated, as
    /// ``candidates(for:in:of:)-(_,_,DocumentView)`` does.
    ///
    /// - Throws: ``AnnotationError`` as that does.
    public func candidates(
        for layer: LayerName,
        in span: Span,
        of document: Document
    ) throws(AnnotationError) -> [Candidate]? {
        try candidates(for: layer, in: span, of: explainingView(of: document))
    }

    /// `document` as this annotator may see it when it explains: with the layers that it requires or
    /// consults and those that it provides.
    func explainingView(of document: Document) -> DocumentView {
        DocumentView(document, annotator: name, readable: requires + consults + provides)
    }
}
