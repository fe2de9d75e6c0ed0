/// What went wrong with a document or in an annotator, and where.
public struct AnnotationError: Error, Hashable, Sendable {
    /// What kind of failure it is.
    public let code: ErrorCode

    /// One line that says what happened and what to do.
    public let message: String

    /// The annotator in which it happened.
    public let annotator: AnnotatorName?

    /// The layer that it concerns.
    public let layer: LayerName?

    /// The bytes of the text that it concerns.
    public let span: Span?

    /// The offset in the input at which it was noticed, in bytes.
    public let byteOffset: Int?

    /// Makes an error.
    public init(
        code: ErrorCode,
        message: String,
        annotator: AnnotatorName? = nil,
        layer: LayerName? = nil,
        span: Span? = nil,
        byteOffset: Int? = nil
    ) {
        self.code = code
        self.message = message
        self.annotator = annotator
        self.layer = layer
        self.span = span
        self.byteOffset = byteOffset
    }

    /// The same error as one of `annotator`.
    func attributed(to annotator: AnnotatorName) -> AnnotationError {
        AnnotationError(
            code: code,
            message: message,
            annotator: annotator,
            layer: layer,
            span: span,
            byteOffset: byteOffset
        )
    }
}

extension AnnotationError: CustomStringConvertible {
    /// The error as one line: code, place and message.
    public var description: String {
        let place = [annotator.map { "annotator '\($0)'" }, layer.map { "layer '\($0)'" }, span.map { "bytes \($0)" }]
            .compactMap { $0 }
        return "\(code): " + (place.isEmpty ? "" : place.joined(separator: ", ") + ": ") + message
    }
}
