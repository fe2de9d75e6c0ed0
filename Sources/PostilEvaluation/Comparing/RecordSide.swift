/// One of two runs that are compared.
public enum RecordSide: Sendable {
    /// The one before, or the gold.
    case first
    /// The one after, or what was found.
    case second
}
