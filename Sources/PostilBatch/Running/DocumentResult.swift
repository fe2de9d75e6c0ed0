/// What was done for one document.
struct DocumentResult: Sendable {
    /// Where its record ends in the bytes of its block; where the one before does, if it has none.
    var end: Int

    /// What was done for it alone.
    let report: BatchReport

    /// Its record, where that is too long for memory.
    var longRecord: LongRecord?
}
