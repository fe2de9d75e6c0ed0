import PostilFormats

/// Takes the workers' output in any order and writes it in input order.
///
/// The worker that delivers the block whose turn it is writes it, and those behind it that wait; no
/// thread exists for writing alone.
final class OrderedOutput: Sendable {
    /// Notes how far the output has come.
    typealias Checkpoint = @Sendable (ByteSink, BatchReport) throws(StreamError) -> Void

    private struct State {
        let sink: ByteSink
        var report = BatchReport()
        var nextSequence = 0
        var waiting: [Int: Delivery] = [:]
        var isWriting = false
        var isStopped = false
        /// The bytes of input that have been read and not yet written.
        var bufferedBytes = 0
        var freeBlocks: [OutputBlock] = []
    }

    private struct Delivery {
        let block: OutputBlock
        let report: BatchReport
        let cost: Int
    }

    private let monitor: Monitor<State>
    private let limit: Int
    private let maximumErrors: Int?
    private let stop: StopSignal
    private let progress: @Sendable (BatchReport) -> Void
    private let checkpoint: Checkpoint?

    init(
        sink: ByteSink,
        options: BatchOptions,
        stop: StopSignal,
        after earlier: BatchReport,
        checkpoint: Checkpoint?,
        progress: @escaping @Sendable (BatchReport) -> Void
    ) {
        monitor = Monitor { State(sink: sink, report: earlier) }
        self.checkpoint = checkpoint
        limit = options.bufferedBytes
        maximumErrors = options.maximumErrors
        self.stop = stop
        self.progress = progress
    }

    /// Whether no more input is wanted.
    var isStopped: Bool { monitor.withLock { $0.isStopped } }

    /// What was done, once all workers have ended.
    var report: BatchReport {
        monitor.withLock { state in
            if state.report.end == .complete, stop.signal != nil { state.report.end = .interrupted }
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
    func deliver(_ block: OutputBlock, report: BatchReport, sequence: Int, cost: Int) {
        let isWriter = monitor.withLock { state in
            state.waiting[sequence] = Delivery(block: block, report: report, cost: cost)
            guard !state.isWriting, sequence == state.nextSequence else { return false }
            state.isWriting = true
            return true
        }
        if isWriter { writeWaiting() }
    }

    private func writeWaiting() {
        while let (delivery, sink) = nextDelivery() {
            // Only the thread that has set `isWriting` gets here, so the sink has one user at a time.
            var failure: StreamError?
            do throws(StreamError) {
                try delivery.block.writer.buffer.withBytes { bytes throws(StreamError) in try sink.write(bytes) }
                if let checkpoint {
                    var report = monitor.withLock { $0.report }
                    report.add(delivery.report)
                    try checkpoint(sink, report)
                }
            } catch { failure = error }
            finish(delivery, failure: failure)
        }
    }

    /// The block whose turn it is; nil, and the end of this thread's turn as the writer, where it has not
    /// been delivered yet.
    private func nextDelivery() -> (Delivery, ByteSink)? {
        monitor.withLock { state in
            // Behind the chunk with too many errors nothing is written, so that the output does not depend on
            // how far other workers were.
            guard !state.isStopped, let delivery = state.waiting.removeValue(forKey: state.nextSequence) else {
                state.isWriting = false
                return nil
            }
            state.nextSequence += 1
            return (delivery, state.sink)
        }
    }

    private func finish(_ delivery: Delivery, failure: StreamError?) {
        let report = monitor.withLock { state in
            state.bufferedBytes -= delivery.cost
            delivery.block.recycle()
            state.freeBlocks.append(delivery.block)
            if let failure {
                state.report.end = .outputFailed
                state.report.outputError = failure
                state.isStopped = true
                return state.report
            }
            state.report.add(delivery.report)
            if let maximumErrors, state.report.failed > maximumErrors {
                state.report.end = .tooManyErrors
                state.isStopped = true
            }
            return state.report
        }
        monitor.notifyAll()
        progress(report)
    }
}
