import Glibc
import PostilCore
import PostilThreads
import Synchronization

/// Writes the metrics of a run now and then, on a thread of its own, and at its end.
public final class MetricsWriter: Sendable {
    private struct State {
        var report = BatchReport()
        var earlierDocuments: Int?
        var isFinished = false
        var failure: StreamError?
    }

    private let state = Mutex(State())
    /// Held while something is written, so that nothing is written after the end.
    private let writing = Mutex(())
    private let target: MetricsTarget
    private let times: AnnotatorTimes
    private let pipeline: Pipeline
    private let workerCount: Int
    private let programVersion: String
    private let begin = ContinuousClock.now

    /// Writes metrics until ``finish(_:)``.
    ///
    /// - Parameters:
    ///   - target: Where they go.
    ///   - interval: How often, besides once at the end.
    ///   - times: What measures the annotators.
    ///   - programVersion: The version that they show.
    /// - Throws: ``StreamError/Code/outputFailed`` where nothing can be written there.
    public init(
        to target: MetricsTarget,
        every interval: Duration,
        of pipeline: Pipeline,
        times: AnnotatorTimes,
        workerCount: Int,
        programVersion: String
    ) throws(StreamError) {
        self.target = target
        self.times = times
        self.pipeline = pipeline
        self.workerCount = workerCount
        self.programVersion = programVersion
        try write(isFinal: false)
        let milliseconds = max(1, min(RunMetrics.nanoseconds(interval) / 1_000_000, Int(Int32.max)))
        Threads.detach(blocking: [SIGINT, SIGTERM]) { [weak self] in
            while true {
                poll(nil, 0, Int32(milliseconds))
                guard let self, self.writeUnlessFinished() else { return }
            }
        }
    }

    /// Notes what was done so far; the first time, what earlier runs have done.
    public func note(_ report: BatchReport) {
        state.withLock { state in
            state.report = report
            state.earlierDocuments = state.earlierDocuments ?? report.documents
        }
    }

    /// Writes the last metrics.
    ///
    /// - Throws: Why they, or those before, could not be written.
    public func finish(_ report: BatchReport) throws(StreamError) {
        note(report)
        let failure = state.withLock { state in
            state.isFinished = true
            return state.failure
        }
        try write(isFinal: true)
        if let failure { throw failure }
    }

    /// - Returns: Whether to go on.
    private func writeUnlessFinished() -> Bool {
        guard state.withLock({ !$0.isFinished && $0.failure == nil }) else { return false }
        do throws(StreamError) { try write(isFinal: false) } catch { state.withLock { $0.failure = error } }
        return true
    }

    private func write(isFinal: Bool) throws(StreamError) {
        try writing.withLock { _ throws(StreamError) in
            let (report, earlier, isLate) = state.withLock {
                ($0.report, $0.earlierDocuments ?? 0, $0.isFinished && !isFinal)
            }
            guard !isLate else { return }
            let metrics = RunMetrics(
                report: report,
                earlierDocuments: earlier,
                isFinal: isFinal,
                elapsed: begin.duration(to: .now),
                pipeline: pipeline.label,
                countsTokens: pipeline.provides.contains { $0.name == LayerKey.tokens.name },
                workerCount: workerCount,
                programVersion: programVersion,
                annotators: Array(zip(times.names, times.current))
            )
            let line = Array((metrics.json.serialized() + "\n").utf8)
            switch target {
            case .file(let path):
                let file = try AtomicFile(path: path)
                try file.sink.write(line)
                try file.commit()
            case .descriptor(let descriptor):
                let sink = try ByteSink(descriptor: descriptor, name: target.description, closesDescriptor: false)
                try sink.write(line)
            }
        }
    }
}
