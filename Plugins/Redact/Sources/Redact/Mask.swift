import PostilCore

/// A stretch of text that is to be hidden, and what stands in its place.
public struct Mask: Hashable, Sendable {
    /// The stretch, in UTF-8 bytes of the original.
    public var span: Span

    /// What stands in its place, such as `[PERSON]`.
    public var replacement: String

    /// Makes a mask.
    public init(_ span: Span, replacement: String) {
        self.span = span
        self.replacement = replacement
    }
}
