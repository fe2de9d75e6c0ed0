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

    /// Writes a piece of the record of the document that is told of next, with no bytes of its own.
    func append(_ piece: UnsafeBufferPointer<UInt8>) throws(StreamError)
}

extension RecordOutput {
    /// Writes the records of a block, those that are too long for memory among them.
    func write(
        all records: UnsafeBufferPointer<UInt8>,
        of documents: ArraySlice<DocumentResult>,
        after done: BatchReport
    ) throws(StreamError) {
        guard documents.contains(where: { $0.longRecord != nil }) else {
            return try write(records, of: documents, after: done)
        }
        var done = done
        var start = 0
        for document in documents {
            var document = document
            if let record = document.longRecord { try record.forEachPiece(append) }
            let bytes = UnsafeBufferPointer(rebasing: records[start..<document.end])
            start = document.end
            document.end = bytes.count
            try write(bytes, of: [document], after: done)
            done.add(document.report)
        }
    }
}

extension ByteSink: RecordOutput {
    func write(
        _ records: UnsafeBufferPointer<UInt8>,
        of documents: ArraySlice<DocumentResult>,
        after done: BatchReport
    ) throws(StreamError) {
        try write(records)
    }

    func append(_ piece: UnsafeBufferPointer<UInt8>) throws(StreamError) { try write(piece) }
}
