import PostilCore
import PostilFormats

/// What one document may take, so that it harms no other.
struct DocumentLimits: Sendable {
    /// The bytes of text that are annotated at once.
    let windowBytes: Int

    /// Where parts of records are kept that do not fit in memory.
    let spoolFolder: String

    /// The bytes of a document's text at most; nil for any number.
    let maximumBytes: Int?
    private let timeout: Duration?

    init(_ options: BatchOptions) {
        windowBytes = options.windowBytes
        spoolFolder = options.spoolFolder
        maximumBytes = options.maximumDocumentBytes
        timeout = options.documentTimeout
    }

    /// Whether a text is annotated in windows.
    func isLong(_ text: Text) -> Bool { text.count > windowBytes }

    /// The document, or the failure that it is too large.
    func checked(_ input: InputDocument) -> InputDocument {
        guard let maximumBytes, case .success(let text) = input.text, text.count > maximumBytes else { return input }
        var input = input
        input.text = .failure(DocumentLimits.tooLarge(text.count, maximum: maximumBytes, line: input.line))
        return input
    }

    /// The failure of a document of `count` bytes, or of more than the maximum for nil.
    static func tooLarge(_ count: Int?, maximum: Int, line: Int?) -> RecordFailure {
        RecordFailure(
            code: .documentTooLarge,
            message: "the text has \(count.map(String.init) ?? "more") bytes, and \(maximum) are allowed: split it, or "
                + "raise --max-doc-bytes",
            line: line
        )
    }

    /// Says, from some time on, that a document has taken too long; nil where it may take any time.
    func deadline() -> (@Sendable () -> Bool)? {
        guard let timeout else { return nil }
        let end = ContinuousClock.now + timeout
        return { ContinuousClock.now >= end }
    }

    /// The failure of a document, or a part of one, that was stopped.
    func timeout(in document: Document, line: Int?) -> RecordFailure? {
        guard let timeout, let stopped = document.failures.first(where: { $0.code == .cancelled }) else { return nil }
        let seconds = Double(timeout.components.seconds) + Double(timeout.components.attoseconds) / 1e18
        return RecordFailure(
            code: .timeout,
            annotator: stopped.annotator,
            message: "annotating took longer than \(seconds) s (--doc-timeout)",
            line: line
        )
    }
}
