import PostilCore

/// What a source says of a stretch of text that it marks.
public struct EntityMark: Hashable, Sendable {
    /// Where it stands, in UTF-8 bytes.
    public let span: Span

    /// The types that it may be of; none where the source says that it is no name.
    public let kinds: [EntityKind]

    /// Makes a mark.
    public init(_ span: Span, _ kinds: [EntityKind]) {
        self.span = span
        self.kinds = kinds
    }
}
