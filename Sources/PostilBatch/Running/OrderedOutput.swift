import PostilFormats

/// Takes the workers' output in any order and writes it in input order, or as it comes where that is asked for.
///
/// The worker that delivers the block whose turn it is writes it, and those behind it that wait; no
/// thread exists for writing alone.
final class OrderedOutput: Sendable {
    private struct State {
        let output: any RecordOutput
        var report = BatchReport()
        var nextSequence = 0
        /// The chunks that were handed in.
        var delivered = 0
        var waiting: [Int: Delivery] = [:]
        var isWriting = false
        var isStopped = false
        /// The bytes of input that have been read and not yet written.
        var bufferedBytes = 0
        var freeBlocks: [OutputBlock] = []
    }

    private struct Delivery {
        let block: OutputBlock
        let cost: Int
    }

    private let monitor: Monitor<State>
    private let limit: Int
    private let errorLimit: ErrorLimit?
    private let order: RecordOrder
    private let stop: StopSignal
    private let progress: @Sendable (BatchReport) -> Void

    init(
        _ output: any RecordOutput,
        options: BatchOptions,
        stop: StopSignal,
        after earlier: BatchReport,
        progress: @escaping @Sendable (BatchReport) -> Void
    ) {
        monitor = Monitor { State(output: output, report: earlier) }
        limit = options.bufferedBytes
        errorLimit = options.errorLimit
        order = options.order
        self.stop = stop
        self.progress = progress
    }

    /// Whether no more input is wanted.
    var isStopped: Bool { monitor.withLock { $0.isStopped } }

    /// What was done, once all workers have ended.
    var report: BatchReport {
        monitor.withLock { state in
            guard state.report.end == .complete else { return state.report }
            let (failed, documents) = (state.report.failed, state.report.documents)
            if stop.signal != nil {
                state.report.end = .interrupted
            } else if let errorLimit, errorLimit.isExceeded(by: failed, of: documents, atEnd: true) {
                state.report.end = .tooManyErrors
            }
            return state.report
        }
    }

    /// Waits until input may be read; false where no more is wanted.
    func waitForRoom() -> Bool {
        monitor.wait(until: { $0.isStopped || $0.bufferedBytes < limit }) { !$0.isStopped }
    }

    /// Counts a chunk that was read; returns it.
    func admit(_ chunk: InputChunk?) -> InputChunk? {
        guard let chunk else { return nil }
        monitor.withLock { $0.bufferedBytes += chunk.cost }
        return chunk
    }

    /// An empty block to write to.
    func block() -> OutputBlock { monitor.withLock { $0.freeBlocks.popLast() } ?? OutputBlock() }

    /// Hands in the output of the chunk `sequence`.
    func deliver(_ block: OutputBlock, sequence: Int, cost: Int) {
        let isWriter = monitor.withLock { state in
            let sequence = order == .any ? state.delivered : sequence
            state.delivered += 1
            state.waiting[sequence] = Delivery(block: block, cost: cost)
            guard !state.isWriting, sequence == state.nextSequence else { return false }
            state.isWriting = true
            return true
        }
        if isWriter { writeWaiting() }
    }

    private func writeWaiting() {
        while let (delivery, output, before) = nextDelivery() {
            let documents = wanted(delivery.block.documents, after: before)
            // Only the thread that has set `isWriting` gets here, so the output has one user at a time.
            var failure: StreamError?
            do throws(StreamError) {
                try delivery.block.writer.buffer.withBytes { bytes throws(StreamError) in
                    let records = UnsafeBufferPointer(rebasing: bytes[..<(documents.last?.end ?? 0)])
                    try output.write(all: records, of: documents, after: before)
                }
            } catch { failure = error }
            finish(delivery, documents, failure: failure)
        }
    }

    /// The documents up to the one with which too many have failed.
    private func wanted(_ documents: [DocumentResult], after before: BatchReport) -> ArraySlice<DocumentResult> {
        guard let errorLimit else { return documents[...] }
        var (failed, count) = (before.failed, before.documents)
        let last = documents.firstIndex { document in
            failed += document.report.failed
            count += document.report.documents
            return errorLimit.isExceeded(by: failed, of: count, atEnd: false)
        }
        return last.map { documents[...$0] } ?? documents[...]
    }

    /// The block whose turn it is; nil, and the end of this thread's turn as the writer, where it has not
    /// been delivered yet.
    private func nextDelivery() -> (Delivery, any RecordOutput, BatchReport)? {
        monitor.withLock { state in
            // Behind the document with too many errors nothing is written, so that the output does not depend on
            // how far other workers were.
            guard !state.isStopped, let delivery = state.waiting.removeValue(forKey: state.nextSequence) else {
                state.isWriting = false
                return nil
            }
            state.nextSequence += 1
            return (delivery, state.output, state.report)
        }
    }

    private func finish(_ delivery: Delivery, _ documents: ArraySlice<DocumentResult>, failure: StreamError?) {
        let report = monitor.withLock { state in
            state.bufferedBytes -= delivery.cost
            defer {
                delivery.block.recycle()
                state.freeBlocks.append(delivery.block)
            }
            if let failure {
                state.report.end = .outputFailed
                state.report.outputError = failure
                state.isStopped = true
                return state.report
            }
            for document in documents { state.report.add(document.report) }
            let (failed, count) = (state.report.failed, state.report.documents)
            if let errorLimit, errorLimit.isExceeded(by: failed, of: count, atEnd: false) {
                state.report.end = .tooManyErrors
                state.isStopped = true
            }
            return state.report
        }
        monitor.notifyAll()
        progress(report)
    }
}
