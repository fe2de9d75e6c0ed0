/// Who is quoted: the words that name the source, and what they refer to.
public struct QuoteSpeaker: Hashable, Sendable {
    /// The words that name the source, such as *the minister*, *he* or *according to* **two officials**.
    public var span: Span

    /// The position in the layer of names of the name that the source is; nil where it is none.
    public var entity: Int?

    /// The fullest name or noun phrase in the document for the same source; nil where none is certain.
    public var canonical: String?

    /// Makes a speaker.
    public init(span: Span, entity: Int? = nil, canonical: String? = nil) {
        self.span = span
        self.entity = entity
        self.canonical = canonical
    }
}
