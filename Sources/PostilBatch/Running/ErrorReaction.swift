/// What becomes of a document that cannot be annotated.
public enum ErrorReaction: String, Sendable, CaseIterable {
    /// A record with the error.
    case record
    /// No record; the report counts it.
    case skip
    /// A record with the error, behind which the run ends.
    case fail
}
