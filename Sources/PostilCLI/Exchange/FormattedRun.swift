import Glibc
import Postil
import PostilThreads
import Synchronization

/// A run whose records go out in another format: the runner writes them into a pipe, from which they are converted.
struct FormattedRun {
    let runner: BatchRunner
    let inputs: [BatchInput]
    let place: ExchangeOutputPlace
    /// The layers that are written as spans; nil for those that the format writes by itself.
    let layers: [LayerName]?

    /// Annotates and converts.
    ///
    /// - Returns: What was annotated, what of it the format could not hold, and where an incomplete output is.
    func run(
        stop: StopSignal,
        progress: @escaping @Sendable (BatchReport) -> Void
    ) throws -> (report: BatchReport, exchange: ExchangeReport, keptPath: String?) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw CommandFailure(.outputFailed, "cannot make a pipe: \(String(cString: strerror(errno)))")
        }
        // Plugins that are started later are not to hold the ends open.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let (reading, writing) = (ends[0], ends[1])
        var converter = ExchangeConverter(from: ExchangeFormats.postil(), to: place.format, layers: layers)
        var keptPath: String?
        var failure: (any Error)?
        let (runner, inputs) = (runner, inputs)
        let box = ReportBox()
        Threads.runBoth(
            {
                defer { close(writing) }
                guard let sink = try? ByteSink(descriptor: writing, name: "pipe", closesDescriptor: false) else {
                    return
                }
                box.report.withLock { $0 = runner.run(inputs, to: sink, stop: stop, progress: progress) }
            },
            {
                do {
                    keptPath = try place.withTarget(stop: stop) { target throws(StreamError) in
                        let source = ByteSource(descriptor: reading, name: "records", closesDescriptor: false)
                        // Failed documents are the runner's to report.
                        try converter.convert(ExchangeSource(source, format: ExchangeFormats.postil()), to: target) {
                            _ in
                        }
                    }
                } catch {
                    failure = error
                }
                // The runner ends where nobody reads what it writes.
                close(reading)
            }
        )
        if let failure { throw failure }
        guard let report = box.report.withLock({ $0 }) else {
            throw CommandFailure(.outputFailed, "nothing was annotated: no pipe could be written")
        }
        return (report, converter.report, keptPath)
    }

    /// What the thread of the runner leaves behind.
    private final class ReportBox: Sendable {
        let report = Mutex<BatchReport?>(nil)
    }
}
