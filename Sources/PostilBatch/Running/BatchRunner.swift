import PostilCore
import PostilFormats
import PostilThreads

/// Annotates inputs on several threads and writes their records, in input order unless another is asked for.
///
/// Output in input order is the same, byte for byte, for any number of workers. Memory is bounded by bytes: no input
/// is read while more than ``BatchOptions/bufferedBytes`` wait to be written, so the peak depends on the
/// largest document and not on the size of the corpus.
public struct BatchRunner: Sendable {
    private let pipeline: Pipeline
    private let options: BatchOptions

    /// A runner of one pipeline.
    public init(pipeline: Pipeline, options: BatchOptions = BatchOptions()) {
        self.pipeline = pipeline
        self.options = options
    }

    /// Annotates `inputs`.
    ///
    /// - Parameters:
    ///   - inputs: Where documents come from, in order.
    ///   - sink: Where records go; it is neither finished nor closed.
    ///   - stop: Asks the run to end early.
    ///   - progress: Called between chunks, on one thread at a time, with what was done so far.
    /// - Returns: What was done, and how the run ended.
    public func run(
        _ inputs: [BatchInput],
        to sink: ByteSink,
        stop: StopSignal = StopSignal(),
        progress: @escaping @Sendable (BatchReport) -> Void = { _ in }
    ) -> BatchReport {
        run(inputs, to: sink, after: BatchReport(), stop: stop, progress: progress)
    }

    /// Annotates `inputs` behind what an earlier run has done of them.
    ///
    /// - Parameters:
    ///   - output: Where records go.
    ///   - earlier: What that run has done; its documents are passed over.
    func run(
        _ inputs: [BatchInput],
        to output: any RecordOutput,
        after earlier: BatchReport,
        stop: StopSignal,
        progress: @escaping @Sendable (BatchReport) -> Void
    ) -> BatchReport {
        let output = OrderedOutput(output, options: options, stop: stop, after: earlier, progress: progress)
        let feeder = Monitor {
            InputFeeder(inputs, options: options, skipping: earlier.documents, wakeUp: stop.wakeUp) {
                output.isStopped || stop.signal != nil
            }
        }
        let worker = DocumentWorker(pipeline: pipeline, options: options)
        Threads.run(count: options.workerCount) {
            while output.waitForRoom(), let chunk = feeder.withLock({ output.admit($0.next()) }) {
                let block = output.block()
                worker.annotate(chunk, into: block)
                output.deliver(block, sequence: chunk.sequence, cost: chunk.cost)
            }
        }
        return output.report
    }
}
