import ArgumentParser
import Postil

/// The options of a command that say where records go, and when.
struct OutputArguments: ParsableArguments {
    @Option(
        name: [.short, .long],
        help: "The file (or folder) to write; it appears when it is complete. Packed if named .gz or .zst."
    )
    var output: String?

    @Option(help: "What to write: \(ExchangeArguments.names); 'postil convert --help' says more of them.")
    var format = ExchangeFormats.postilName

    @Option(help: "The order of records: input, or any (as they are done; the field seq says the place in the input).")
    var order = RecordOrder.input

    @Option(
        help: """
            When records are handed on: block (some hundred at once, and all that were read where the input pauses) or \
            record (each as soon as it and those before it are done).
            """
    )
    var flush = RecordFlushing.block

    @Flag(help: "Go on where an earlier run for the same --output stopped; begin where there was none.")
    var resume = false

    @Flag(help: "Begin anew although an earlier run for the same --output was stopped.")
    var restart = false

    @Flag(help: "With --resume: go on although the pipeline, the options or the inputs have changed.")
    var ignoreChanges = false

    @Option(help: "How many seconds of work a crash may cost at most: how often the journal is written.")
    var journalInterval = 10.0

    func validate() throws {
        if let problem = ExchangeOutputPlace(format: try exchangeFormat, path: output).problem {
            throw ValidationError(problem)
        }
        if resume || restart {
            guard format == ExchangeFormats.postilName else {
                throw ValidationError("--resume and --restart are for records: convert them afterwards.")
            }
            guard !(resume && restart) else {
                throw ValidationError("--resume goes on and --restart does not: choose one.")
            }
            guard output.map(OutputTarget.canResume) ?? false else {
                throw ValidationError("--resume and --restart need --output FILE.")
            }
            guard order == .input else {
                throw ValidationError("A run with --order any has no journal: it cannot be gone on with.")
            }
        }
        if ignoreChanges, !resume { throw ValidationError("--ignore-changes needs --resume.") }
        if !(journalInterval >= 0) { throw ValidationError("--journal-interval takes a number of seconds from 0 on.") }
        if flush == .record, let output, Compression(namedBy: output) != .none {
            throw ValidationError("--flush record writes no packed files, whose records are packed many at once.")
        }
    }

    private var exchangeFormat: any ExchangeFormat {
        get throws { try ExchangeArguments.format(named: format, "--format") }
    }

    /// The layers to make: those that are wanted, and what the format is built on.
    func layers(addedTo wanted: [LayerName]) throws -> [LayerName] {
        let needed: [LayerName] = try exchangeFormat.holdsTokens ? ["sentences", "tokens"] : []
        return wanted + needed.filter { !wanted.contains($0) }
    }

    /// Sets what a run must know of its output.
    func apply(to options: inout BatchOptions) {
        options.order = order
        options.flushing = flush
    }

    /// Runs.
    ///
    /// - Parameter layers: The layers that were asked for, which formats other than records have as spans.
    /// - Returns: What was done, and where an incomplete output is.
    func run(
        _ inputs: [BatchInput],
        with runner: BatchRunner,
        layers: [LayerName]?,
        identity: @autoclosure () -> RunIdentity,
        stop: StopSignal,
        progress: @escaping @Sendable (BatchReport) -> Void
    ) throws -> (report: BatchReport, keptPath: String?) {
        if format != ExchangeFormats.postilName {
            let place = ExchangeOutputPlace(format: try exchangeFormat, path: output)
            let result = try FormattedRun(runner: runner, inputs: inputs, place: place, layers: layers)
                .run(stop: stop, progress: progress)
            ExchangeSummary(report: result.exchange, keptPath: nil).sayOmissions()
            return (result.report, result.keptPath)
        }
        guard let output, OutputTarget.canResume(output), order == .input else {
            let written = try OutputTarget(path: output).withSink { sink in
                runner.run(inputs, to: sink, stop: stop, progress: progress)
            }
            return (written.result, written.partialPath)
        }
        do throws(StreamError) {
            let file = try ResumableOutput(
                path: output,
                identity: identity(),
                earlier: resume ? .resume(ignoringChanges: ignoreChanges) : restart ? .discard : .refuse,
                interval: .seconds(journalInterval)
            )
            if file.isComplete { StandardError.write("postil: \(output) is complete: there is nothing to resume\n") }
            if file.earlier.documents > 0 {
                StandardError.write("postil: going on behind \(file.earlier.documents) documents\n")
            }
            return try file.run(inputs, with: runner, stop: stop, progress: progress)
        } catch {
            throw CommandFailure(error.code == .journalRefused ? .usage : .outputFailed, "\(error)")
        }
    }
}

extension RecordOrder: ExpressibleByArgument {}

extension RecordFlushing: ExpressibleByArgument {}
