import ArgumentParser
import Postil

/// The options of a command that say how its work can be watched.
struct ProgressArguments: ParsableArguments {
    /// What standard error shows while a run goes on.
    enum Style: String, ExpressibleByArgument, CaseIterable {
        /// One line that is drawn again and again.
        case bar
        /// A JSON object a line, each second.
        case json
        /// Nothing.
        case none
    }

    @Option(
        help: "What standard error shows meanwhile: bar (the default on a terminal), json (a line each second), none."
    )
    var progress: Style?

    @Option(help: "A file, replaced each time, or an open descriptor (fd:3), a line each time, for figures as JSON.")
    var metrics: MetricsTarget?

    @Option(help: "How many seconds pass between two of them.")
    var metricsInterval = 5.0

    @Flag(help: "Say at the end what was done.")
    var summary = false

    func validate() throws {
        if !(metricsInterval > 0) { throw ValidationError("--metrics-interval takes a number of seconds above 0.") }
    }

    /// What shows the progress of a run over `inputs`; nil where nothing does.
    func view(of inputs: [BatchInput]) -> ProgressView? {
        let style = progress ?? (StandardError.isTerminal ? .bar : .none)
        return style == .none ? nil : ProgressView(style, totalBytes: InputSize.total(of: inputs))
    }

    /// What writes the figures of a run; nil where nobody asked for them.
    func metricsWriter(
        for pipeline: Pipeline,
        times: AnnotatorTimes?,
        workerCount: Int
    ) throws -> MetricsWriter? {
        guard let metrics, let times else { return nil }
        do throws(StreamError) {
            return try MetricsWriter(
                to: metrics,
                every: .seconds(metricsInterval),
                of: pipeline,
                times: times,
                workerCount: workerCount,
                programVersion: PostilVersion.text
            )
        } catch {
            throw CommandFailure(.outputFailed, "\(error)")
        }
    }
}

extension MetricsTarget: ExpressibleByArgument {}
