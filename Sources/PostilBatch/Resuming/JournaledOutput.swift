/// Writes records to a file and its journal.
final class JournaledOutput: RecordOutput {
    private let sink: ByteSink
    private let progress: RunProgress

    init(_ sink: ByteSink, _ progress: RunProgress) {
        self.sink = sink
        self.progress = progress
    }

    func write(
        _ records: UnsafeBufferPointer<UInt8>,
        of documents: ArraySlice<DocumentResult>,
        after done: BatchReport
    ) throws(StreamError) {
        try sink.write(records)
        var done = done
        for document in documents { done.add(document.report) }
        try progress.note(sink, done)
    }

    func append(_ piece: UnsafeBufferPointer<UInt8>) throws(StreamError) { try sink.write(piece) }
}
