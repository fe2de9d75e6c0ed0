/// In which order records come out.
public enum RecordOrder: String, Sendable, CaseIterable {
    /// As the documents stand in the input.
    case input
    /// As they are done, so that none waits for a slow one; each record says its place in the input (`seq`).
    case any
}
