import PostilCore

/// What went wrong with a document, as the fields `error` and `warnings` of a record say it.
public struct RecordFailure: Error, Hashable, Sendable {
    /// The kind, for programs.
    public let code: ErrorCode

    /// The annotator that failed; nil where the document could not be read.
    public let annotator: AnnotatorName?

    /// One line for people.
    public let message: String

    /// The line of the input, counted from 1; nil for an input that is one document.
    public let line: Int?

    /// Makes a failure.
    public init(code: ErrorCode, annotator: AnnotatorName? = nil, message: String, line: Int? = nil) {
        self.code = code
        self.annotator = annotator
        self.message = message
        self.line = line
    }

    /// The failure of an annotator.
    public init(_ error: AnnotationError, line: Int? = nil) {
        self.init(
            code: error.code,
            annotator: error.annotator,
            message: error.layer.map { "layer '\($0)': " + error.message } ?? error.message,
            line: line
        )
    }
}

extension RecordFailure {
    func write(into writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("code")
        writer.string(code.rawValue)
        writer.key("annotator")
        writer.string(orNull: annotator?.rawValue)
        writer.key("message")
        writer.string(message)
        writer.key("line")
        if let line { writer.integer(line) } else { writer.null() }
        writer.endObject()
    }
}
