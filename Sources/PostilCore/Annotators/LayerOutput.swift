/// Takes the layers of one annotator for one document, those that it declares and no others.
public struct LayerOutput: Sendable {
    private(set) var document: Document
    private let annotator: AnnotatorName
    private let writable: [AnyLayerKey]

    init(_ document: Document, annotator: AnnotatorName, writable: [AnyLayerKey]) {
        self.document = document
        self.annotator = annotator
        self.writable = writable
    }

    /// Adds `layer` to the document.
    ///
    /// - Throws: ``AnnotationError`` with the code `undeclared-write` for a layer that the annotator
    ///   does not declare with this type, `layer-exists` for one that it has provided already.
    @inlinable
    public mutating func provide<Value>(_ layer: Layer<Value>, for key: LayerKey<Value>) throws(AnnotationError) {
        try provide(layer, for: AnyLayerKey(key))
    }

    /// Notes something that the reader of the document's record should know, though the annotator did its work.
    public mutating func warn(_ code: ErrorCode, _ message: String) {
        document.note(AnnotationError(code: code, message: message, annotator: annotator))
    }

    /// Adds a layer of values of the key's type.
    @usableFromInline
    mutating func provide(_ layer: any AnyLayer, for key: AnyLayerKey) throws(AnnotationError) {
        guard writable.contains(key) else {
            throw AnnotationError(
                code: .undeclaredWrite,
                message: "writes a layer that it does not declare"
                    + (key.valueType.map { " with values of type \($0)" } ?? "") + ": add its key to 'provides'",
                annotator: annotator,
                layer: key.name
            )
        }
        try document.provide(layer, for: key, by: annotator)
    }
}
