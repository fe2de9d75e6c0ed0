/// A document as one annotator may see it: the text, the context, and the layers that it declares.
public struct DocumentView: Sendable {
    private let document: Document
    private let annotator: AnnotatorName
    private let readable: [AnyLayerKey]
    private let cancellation: (@Sendable () -> Bool)?

    init(
        _ document: Document,
        annotator: AnnotatorName,
        readable: [AnyLayerKey],
        cancellation: (@Sendable () -> Bool)? = nil
    ) {
        self.document = document
        self.annotator = annotator
        self.readable = readable
        self.cancellation = cancellation
    }

    /// The text.
    public var text: Text { document.text }

    /// What is known besides the text.
    public var context: DocumentContext { document.context }

    /// Whether the result is not wanted any more: then what a loop has found so far may be given up.
    ///
    /// - Complexity: O(1); a call where somebody may cancel, else nothing.
    public var isCancelled: Bool { cancellation?() ?? false }

    /// Ends the work where its result is not wanted any more.
    ///
    /// - Throws: ``AnnotationError`` with the code `cancelled`.
    public func checkCancellation() throws(AnnotationError) {
        if isCancelled { throw AnnotationError(code: .cancelled, message: "was stopped", annotator: annotator) }
    }

    /// A layer that the annotator declares.
    ///
    /// - Throws: ``AnnotationError`` with the code `undeclared-read` for a layer that the annotator does
    ///   not declare with this type, `missing-layer` for one whose own annotator failed, `type-clash`
    ///   for one that the document's maker provided with values of another type.
    public subscript<Value>(key: LayerKey<Value>) -> Layer<Value> {
        get throws(AnnotationError) {
            try checkDeclaration(of: key)
            guard let layer = document[key] else {
                guard document.hasLayer(key.name) else { throw missing(key.name) }
                throw AnnotationError(
                    code: .typeClash,
                    message: "the document's layer holds no values of type \(Value.self): use one key for both",
                    annotator: annotator,
                    layer: key.name
                )
            }
            return layer
        }
    }

    /// A layer that the annotator consults; nil where no annotator has made it.
    ///
    /// - Throws: ``AnnotationError`` with the code `undeclared-read` for a layer that the annotator does
    ///   not declare with this type.
    public subscript<Value>(ifPresent key: LayerKey<Value>) -> Layer<Value>? {
        get throws(AnnotationError) {
            try checkDeclaration(of: key)
            return document[key]
        }
    }

    /// A layer that the annotator declares, whatever its values are.
    ///
    /// - Throws: ``AnnotationError`` with the code `undeclared-read` for a layer that the annotator does not
    ///   declare, `missing-layer` for one whose own annotator failed.
    public func layer(_ name: LayerName) throws(AnnotationError) -> any AnyLayer {
        guard let layer = try layer(ifPresent: name) else { throw missing(name) }
        return layer
    }

    /// A layer that the annotator consults, whatever its values are; nil where no annotator has made it.
    ///
    /// - Throws: ``AnnotationError`` with the code `undeclared-read` for a layer that the annotator does not
    ///   declare.
    public func layer(ifPresent name: LayerName) throws(AnnotationError) -> (any AnyLayer)? {
        guard readable.contains(where: { $0.name == name }) else {
            throw AnnotationError(
                code: .undeclaredRead,
                message: "reads a layer that it does not declare: add its key to 'requires' or 'consults'",
                annotator: annotator,
                layer: name
            )
        }
        return document.layer(name)
    }

    private func missing(_ name: LayerName) -> AnnotationError {
        AnnotationError(
            code: .missingLayer,
            message: "the document has no such layer, since the annotator that makes it failed",
            annotator: annotator,
            layer: name
        )
    }

    private func checkDeclaration<Value>(of key: LayerKey<Value>) throws(AnnotationError) {
        guard readable.contains(where: { $0.name == key.name && $0.valueType == Value.self }) else {
            throw AnnotationError(
                code: .undeclaredRead,
                message: "reads a layer that it does not declare with values of type \(Value.self): "
                    + "add its key to 'requires' or 'consults'",
                annotator: annotator,
                layer: key.name
            )
        }
    }
}
