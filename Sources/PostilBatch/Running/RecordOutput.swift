/// Takes the records of whole documents, in the order in which they come out.
///
/// Not `Sendable`: one thread at a time writes.
protocol RecordOutput: AnyObject {
    /// Writes records.
    ///
    /// - Parameters:
    ///   - records: Their bytes.
    ///   - documents: Where the record of each document ends in them, and what was done for it.
    ///   - done: What was done before.
    func write(
        _ records: UnsafeBufferPointer<UInt8>,
        of documents: ArraySlice<DocumentResult>,
        after done: BatchReport
    ) throws(StreamError)
}

extension ByteSink: RecordOutput {
    func write(
        _ records: UnsafeBufferPointer<UInt8>,
        of documents: ArraySlice<DocumentResult>,
        after done: BatchReport
    ) throws(StreamError) {
        try write(records)
    }
}
