import PostilCore

/// A document as it came in, or the reason why it cannot be annotated, with what must be handed on.
public struct InputDocument: Sendable {
    /// The caller's name for it, or one made from its place.
    public var identifier: String

    /// The text, or why there is none.
    public var text: Result<Text, RecordFailure>

    /// What annotators are to know besides the text.
    public var context: DocumentContext

    /// What was noticed while reading and did no harm.
    public var warnings: [RecordFailure]

    /// The caller's other fields as members of a JSON object, without the braces, each as it was
    /// written.
    public var meta: [UInt8]

    /// The line of the input, counted from 1; nil for an input that is one document.
    public var line: Int?

    /// Its place in all inputs, counted from 0, where its record is to say it.
    public var sequence: Int?

    /// Makes an input document.
    public init(
        identifier: String,
        text: Result<Text, RecordFailure>,
        context: DocumentContext = DocumentContext(),
        warnings: [RecordFailure] = [],
        meta: [UInt8] = [],
        line: Int? = nil
    ) {
        self.identifier = identifier
        self.text = text
        self.context = context
        self.warnings = warnings
        self.meta = meta
        self.line = line
    }
}

extension ErrorCode {
    /// A line is not a JSON object.
    public static let invalidJSON: ErrorCode = "invalid-json"
    /// A line has no field of the name under which the text is to be.
    public static let missingText: ErrorCode = "missing-text"
    /// The field of the text is not a string.
    public static let textNotString: ErrorCode = "text-not-string"
    /// A string has half of a surrogate pair.
    public static let loneSurrogate: ErrorCode = "lone-surrogate"
    /// Two members of an object have one key.
    public static let duplicateKey: ErrorCode = "duplicate-key"
    /// A line has nothing in it.
    public static let emptyLine: ErrorCode = "empty-line"
    /// Bytes or surrogates were replaced by U+FFFD, as asked.
    public static let replacedCharacters: ErrorCode = "replaced-characters"
    /// A reference date is not in ISO 8601.
    public static let invalidAnchor: ErrorCode = "invalid-anchor"
}
