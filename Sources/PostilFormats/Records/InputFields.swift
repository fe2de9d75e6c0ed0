import PostilCore

/// Where a line of JSONL input, or a row of a table, keeps what Postil reads of it.
///
/// In a table each is the name of a column. In a record a path with points names a field of an inner object:
/// `article.body`; a field whose own name is the whole path comes first.
public struct InputFields: Hashable, Sendable {
    /// The path of the text.
    public let textName: String

    /// The reference date of documents that bring none.
    public let defaultContext: DocumentContext

    /// All that is asked of records, as one text: the same for the same fields.
    public let summary: String

    /// Whether documents get the caller's other fields, as far as they are texts, numbers or truth values: for
    /// annotators that read ``DocumentContext/fields``.
    public let passesOthers: Bool

    /// The key of the identifier where nobody names another.
    public static let defaultIdentifier = "id"

    let anchorName: String?
    let textPath: FieldPath
    let identifierKey: [UInt8]
    let anchorPath: FieldPath?

    /// Names the fields.
    ///
    /// - Parameters:
    ///   - text: The path of the text.
    ///   - identifier: The key of the identifier.
    ///   - anchor: The path of the reference date.
    ///   - defaultContext: What is known of documents that say nothing themselves.
    ///   - passesOthers: Whether documents get the caller's other fields.
    public init(
        text: String = "text",
        identifier: String = InputFields.defaultIdentifier,
        anchor: String? = nil,
        defaultContext: DocumentContext = DocumentContext(),
        passesOthers: Bool = false
    ) {
        textName = text
        summary =
            "text \(text), id \(identifier), anchor \(anchor ?? ""), default \(defaultContext.referenceDate ?? "")"
        textPath = FieldPath(text)
        identifierKey = Array(identifier.utf8)
        anchorName = anchor
        anchorPath = anchor.map(FieldPath.init)
        self.defaultContext = defaultContext
        self.passesOthers = passesOthers
    }
}

/// The path of a field: the keys on the way to it.
struct FieldPath: Hashable, Sendable {
    /// The path as one key, points included.
    let whole: [UInt8]

    /// The keys.
    let parts: [[UInt8]]

    init(_ name: String) {
        whole = Array(name.utf8)
        parts = name.split(separator: ".", omittingEmptySubsequences: false).map { Array($0.utf8) }
    }
}
