/// A reading of a stretch of text that an annotator considered and made no annotation of.
public struct Candidate: Hashable, Sendable {
    /// The stretch.
    public let span: Span

    /// What the annotation would have said, in a few words; nil where it would have said no more than *here*.
    public let reading: String?

    /// Whether the reading stands ready and waits for a context, such as *eight* for a time of day; else it is
    /// dropped: another won, or a condition failed.
    public let isLatent: Bool

    /// Why it is no annotation.
    public let explanation: Explanation

    /// Makes a candidate.
    public init(_ span: Span, reading: String? = nil, isLatent: Bool = false, explanation: Explanation) {
        self.span = span
        self.reading = reading
        self.isLatent = isLatent
        self.explanation = explanation
    }
}
