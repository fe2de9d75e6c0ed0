import PostilCore

/// Where a line of JSONL input keeps what Postil reads of it.
///
/// A path with points names a field of an inner object: `article.body`. A field whose own name is the
/// whole path comes first.
public struct InputFields: Hashable, Sendable {
    /// The path of the text.
    public let textName: String

    /// The reference date of documents that bring none.
    public let defaultContext: DocumentContext

    let textPath: [[UInt8]]
    let identifierKey: [UInt8]
    let anchorPath: [[UInt8]]

    /// Names the fields.
    ///
    /// - Parameters:
    ///   - text: The path of the text.
    ///   - identifier: The key of the identifier.
    ///   - anchor: The path of the reference date.
    ///   - defaultContext: What is known of documents that say nothing themselves.
    public init(
        text: String = "text",
        identifier: String = "id",
        anchor: String? = nil,
        defaultContext: DocumentContext = DocumentContext()
    ) {
        textName = text
        textPath = InputFields.path(text)
        identifierKey = Array(identifier.utf8)
        anchorPath = anchor.map(InputFields.path) ?? []
        self.defaultContext = defaultContext
    }

    private static func path(_ name: String) -> [[UInt8]] {
        name.split(separator: ".", omittingEmptySubsequences: false).map { Array($0.utf8) }
    }
}
