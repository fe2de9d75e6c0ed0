import ArgumentParser
import Glibc
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

    @Option(
        help: """
            Write numbered parts of at most this size, such as 256MB, named after --output (out.00000.jsonl), and \
            _manifest.json and _SUCCESS beside them when all are complete.
            """
    )
    var split: ByteCount?

    @Flag(help: "Go on where an earlier run for the same --output stopped; begin where there was none.")
    var resume = false

    @Flag(help: "Begin anew although an earlier run for the same --output was stopped.")
    var restart = false

    @Flag(help: "With --resume: go on although the pipeline, the options or the inputs have changed.")
    var ignoreChanges = false

    @Option(help: "How many seconds of work a crash may cost at most: how often the journal is written.")
    var journalInterval = 10.0

    func validate() throws {
        if split != nil {
            guard let output, output != "-", !output.hasSuffix("/"), OutputTarget.canResume(output) else {
                throw ValidationError("--split needs --output FOLDER/NAME, after which the parts are named.")
            }
            guard order == .input else { throw ValidationError("--split keeps the order of the input.") }
            guard format == ExchangeFormats.postilName else {
                throw ValidationError("--split is for records: convert the parts afterwards.")
            }
        }
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

    /// Whether a path leads to a file that the run writes.
    func isWritten(_ path: String, share: DocumentShare?) -> Bool {
        guard let output else { return false }
        if split != nil { return SplitOutput.owns(path, path: output, share: share) }
        var (input, written) = (stat(), stat())
        guard stat(path, &input) == 0, stat(output, &written) == 0 else { return false }
        return input.st_dev == written.st_dev && input.st_ino == written.st_ino
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
    /// - Parameters:
    ///   - layers: The layers that were asked for, which formats other than records have as spans.
    ///   - progress: Called first with what earlier runs have done, then now and then with what was done so far.
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
            progress(BatchReport())
            let written = try OutputTarget(path: output).withSink { sink in
                runner.run(inputs, to: sink, stop: stop, progress: progress)
            }
            return (written.result, written.partialPath)
        }
        do throws(StreamError) {
            if let split {
                let parts = try SplitOutput(
                    path: output,
                    size: split.bytes,
                    options: runner.options,
                    identity: identity(),
                    earlier: earlier,
                    interval: .seconds(journalInterval)
                )
                say(parts.isComplete, parts.earlier, output)
                progress(parts.earlier)
                return try parts.run(inputs, with: runner, stop: stop, progress: progress)
            }
            let file = try ResumableOutput(
                path: output,
                identity: identity(),
                earlier: earlier,
                interval: .seconds(journalInterval)
            )
            say(file.isComplete, file.earlier, output)
            progress(file.earlier)
            return try file.run(inputs, with: runner, stop: stop, progress: progress)
        } catch {
            throw CommandFailure(error.code == .journalRefused ? .usage : .outputFailed, "\(error)")
        }
    }

    private var earlier: ResumableOutput.Earlier {
        resume ? .resume(ignoringChanges: ignoreChanges) : restart ? .discard : .refuse
    }

    private func say(_ isComplete: Bool, _ earlier: BatchReport, _ output: String) {
        if isComplete { StandardError.write("postil: \(output) is complete: there is nothing to resume\n") }
        if earlier.documents > 0 { StandardError.write("postil: going on behind \(earlier.documents) documents\n") }
    }
}

extension RecordOrder: ExpressibleByArgument {}

extension RecordFlushing: ExpressibleByArgument {}
