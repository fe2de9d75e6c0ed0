import PostilFormats

/// The records of one chunk, in storage that is used again and again.
///
/// One thread at a time has a block: the worker that fills it, then the one that writes it. That is what
/// makes it safe to hand over.
final class OutputBlock: @unchecked Sendable {
    var writer = JSONWriter(capacity: 1 << 16)

    /// The documents of the chunk, as far as they are done.
    private(set) var documents: [DocumentResult] = []

    /// Storage beyond this is given back, so that one large document does not hold memory for good.
    private static let keptCapacity = 4 << 20

    /// Notes that the next document is done, and its record written if it has one.
    ///
    /// - Parameter longRecord: The record, where it is too long for memory.
    func finishDocument(_ report: BatchReport, longRecord: LongRecord? = nil) {
        documents.append(DocumentResult(end: writer.buffer.count, report: report, longRecord: longRecord))
    }

    /// Empties the block.
    func recycle() {
        if writer.buffer.count > OutputBlock.keptCapacity { writer = JSONWriter(capacity: 1 << 16) }
        writer.removeAll()
        documents.removeAll(keepingCapacity: true)
    }
}
