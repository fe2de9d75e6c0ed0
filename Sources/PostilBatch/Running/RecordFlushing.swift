/// When records are handed to the system.
public enum RecordFlushing: String, Sendable, CaseIterable {
    /// Some hundred at once, and all that were read where the input pauses.
    case block
    /// Each as soon as it is done, and those before it.
    case record
}
