import Glibc
import PostilFormats

/// Writes records to parts, each of which appears under its name when it is full.
///
/// Where a part ends depends on the records alone, not on how they were handed in. No record is cut: a part is larger
/// than it may be only where one record is.
final class PartWriter: RecordOutput {
    private let names: PartNames
    private let limit: Int
    private let progress: RunProgress
    private let writesFailures: Bool
    private var file: AtomicFile

    /// What was done up to the end of the last document that was written.
    private var done: BatchReport

    /// The parts that are finished.
    private(set) var parts: [PartSummary]

    /// Goes on behind finished parts.
    ///
    /// - Parameters:
    ///   - file: The next part, begun or not.
    ///   - writesFailures: Whether documents that failed have records.
    init(
        _ names: PartNames,
        limit: Int,
        parts: [PartSummary],
        file: AtomicFile,
        after done: BatchReport,
        progress: RunProgress,
        writesFailures: Bool
    ) {
        self.names = names
        self.limit = limit
        self.parts = parts
        self.file = file
        self.done = done
        self.progress = progress
        self.writesFailures = writesFailures
    }

    /// The bytes of the records in the part at hand.
    var acceptedBytes: Int { file.sink.acceptedBytes }

    /// Where the part at hand is until it is finished.
    var temporaryPath: String? { file.temporaryPath }

    func write(
        _ records: UnsafeBufferPointer<UInt8>,
        of documents: ArraySlice<DocumentResult>,
        after done: BatchReport
    ) throws(StreamError) {
        self.done = done
        // Records from `start` to `end` are still to be written to the part at hand.
        var (start, end) = (0, 0)
        for document in documents {
            if document.end > end {
                // What is packed is known record by record, so that parts do not depend on how records come in.
                if file.sink.compression != .none { try send(records, &start, end) }
                if isFull(holding: end - start, adding: document.end - end) {
                    try send(records, &start, end)
                    try beginNextPart()
                }
                end = document.end
            }
            self.done.add(document.report)
        }
        try send(records, &start, end)
        try progress.note(file.sink, self.done)
    }

    func prepare(forRecordOf count: Int) throws(StreamError) {
        if isFull(holding: 0, adding: count) { try beginNextPart() }
    }

    func append(_ piece: UnsafeBufferPointer<UInt8>) throws(StreamError) { try file.sink.write(piece) }

    private func send(
        _ records: UnsafeBufferPointer<UInt8>,
        _ start: inout Int,
        _ end: Int
    ) throws(StreamError) {
        if end > start { try file.sink.write(UnsafeBufferPointer(rebasing: records[start..<end])) }
        start = end
    }

    /// Whether a record of `count` bytes, which may not get smaller by packing, would be too much for the part at hand
    /// and the bytes of `waiting` records before it.
    private func isFull(holding waiting: Int, adding count: Int) -> Bool {
        let sink = file.sink
        // A record that the file has already was in this part when it was written there.
        guard !sink.isBehindFile, sink.acceptedBytes + waiting > 0 else { return false }
        return sink.bytesWritten + sink.heldBytes + waiting + count > limit
    }

    /// Gives the part at hand its name.
    func finishPart(after done: BatchReport) throws(StreamError) {
        let (name, sink) = (names.name(of: parts.count), file.sink)
        // What may fail for want of room comes first: a part that cannot be completed is not given up, as the journal
        // says how far it is good.
        try sink.finishWriting()
        try sink.file.synchronize()
        try file.commit()
        let counts = PartWriter.counts(of: done, behind: parts, writesFailures: writesFailures)
        parts.append(
            PartSummary(
                name: name,
                records: counts.records,
                errors: counts.errors,
                bytes: sink.bytesWritten,
                unpackedBytes: sink.acceptedBytes,
                sha256: sink.checksum ?? ""
            )
        )
    }

    private func beginNextPart() throws(StreamError) {
        try finishPart(after: done)
        file = try PartWriter.newPart(names, index: parts.count)
        guard let partPath = file.temporaryPath else { return }
        try progress.beginPart(partPath, behind: parts, done)
    }

    /// Keeps the part at hand under another name, ending in `.partial`.
    ///
    /// - Returns: The name, and how far the part has come.
    func keepPart() throws(StreamError) -> (path: String, mark: (mark: SinkMark, report: BatchReport)?) {
        let path = names.folder + names.name(of: parts.count) + ".partial"
        let mark = progress.mark(of: file.sink)
        try file.commit(as: path)
        return (path, mark)
    }

    /// Leaves the part at hand where it is.
    func leavePart() { file.leave() }

    /// Begins a part.
    static func newPart(_ names: PartNames, index: Int) throws(StreamError) -> AtomicFile {
        let path = names.folder + names.name(of: index)
        if OpenFile.status(of: path) != nil {
            throw StreamError(code: .journalRefused, path: path, message: "is there already: begin anew with --restart")
        }
        let file = try AtomicFile(path: path)
        file.lock()
        try file.sink.beginChecksum()
        return file
    }

    /// The records and errors that `done` has beyond those of `parts`.
    private static func counts(
        of done: BatchReport,
        behind parts: [PartSummary],
        writesFailures: Bool
    ) -> (records: Int, errors: Int) {
        let records = done.documents - (writesFailures ? 0 : done.failed)
        let errors = writesFailures ? done.failed : 0
        return (
            records - parts.reduce(0) { $0 + $1.records }, errors - parts.reduce(0) { $0 + $1.errors }
        )
    }
}
