/// What a person asks about a document's annotations.
public struct Question: Hashable, Sendable {
    /// The layer that the question is about.
    public let layer: LayerName

    /// The annotation asked about, or the stretch of text that has none.
    public let span: Span

    /// The position of the annotation in its layer; nil where the question is why there is none.
    public let position: Int?

    /// Why is the annotation at `position` of `layer` there?
    public static func why(_ layer: LayerName, position: Int, span: Span) -> Question {
        Question(layer: layer, span: span, position: position)
    }

    /// Why is no annotation of `layer` at `span`?
    public static func whyNot(_ layer: LayerName, span: Span) -> Question {
        Question(layer: layer, span: span, position: nil)
    }
}
