extension Annotator {
    /// Runs the annotator on `document`.
    ///
    /// - Returns: The document with the layers of ``provides``.
    /// - Throws: The annotator's own ``AnnotationError``, or one of `undeclared-read`,
    ///   `undeclared-write`, `layer-exists`, `layer-not-provided`, `missing-layer`.
    public func annotated(_ document: Document) throws(AnnotationError) -> Document {
        var output = LayerOutput(document, annotator: name, writable: provides)
        try annotate(view(of: document), into: &output)
        for key in provides where !output.document.hasLayer(key.name) {
            throw AnnotationError(
                code: .layerNotProvided,
                message: "declares a layer but did not provide it; where it finds nothing it provides an empty layer",
                annotator: name,
                layer: key.name
            )
        }
        return output.document
    }

    /// `document` as this annotator may see it: with the layers that it requires.
    ///
    /// The layers that it provides itself are visible too when it explains them.
    func view(of document: Document, explaining: Bool = false) -> DocumentView {
        DocumentView(document, annotator: name, readable: explaining ? requires + provides : requires)
    }
}
