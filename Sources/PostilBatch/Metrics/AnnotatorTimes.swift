import PostilCore
import Synchronization

/// How long the annotators of a pipeline take, added up over all workers.
public final class AnnotatorTimes: Sendable {
    private let histograms: Mutex<[TimeHistogram]>

    /// The annotators, in the order in which they run.
    public let names: [AnnotatorName]

    /// Prepares for a pipeline.
    public init(_ pipeline: Pipeline) {
        names = pipeline.steps.map(\.name)
        histograms = Mutex(Array(repeating: TimeHistogram(), count: pipeline.steps.count))
    }

    /// The times so far, in the order of ``names``.
    public var current: [TimeHistogram] { histograms.withLock { $0 } }

    /// Runs `body` and adds its time to that of the annotator `index`.
    func measure<Result, Failure: Error>(
        _ index: Int,
        documents: Int = 1,
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let start = ContinuousClock.now
        defer {
            let time = start.duration(to: .now).components
            let nanoseconds = Int(time.seconds) * 1_000_000_000 + Int(time.attoseconds / 1_000_000_000)
            histograms.withLock { $0[index].add(nanoseconds, dividedBy: documents) }
        }
        return try body()
    }

    /// The pipeline with its annotators measured; its output and its fingerprint are the same.
    public func measuring(_ pipeline: Pipeline) -> Pipeline {
        let steps = pipeline.steps.enumerated().map { index, step -> any Annotator in
            if let step = step as? any BatchAnnotator {
                return MeasuredBatchAnnotator(base: step, index: index, times: self)
            }
            return MeasuredAnnotator(base: step, index: index, times: self)
        }
        // What one pipeline was made of makes the same again.
        return (try? Pipeline(name: pipeline.name, steps: steps)) ?? pipeline
    }
}
