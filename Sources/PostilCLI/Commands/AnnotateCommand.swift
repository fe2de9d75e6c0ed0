import ArgumentParser
import Glibc
import Postil

/// Annotates files, folders or standard input.
struct AnnotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: "Annotate texts and write a JSON record for each.",
        discussion: """
            Each PATH is a text file, a file of JSON lines (.jsonl, .ndjson), a folder that is searched for both, or \
            - for standard input; .gz and .zst files are unpacked. One line goes out for each document, in input \
            order, even where it could not be annotated.

            Exit codes: 0 all went well, 1 some documents failed, 2 wrong usage, 3 input cannot be read, 4 output \
            cannot be written, 5 too many errors, 130 or 143 interrupted.

            EXAMPLES
              postil annotate corpora -o corpora.jsonl --summary
              postil annotate news.jsonl.gz --text-key body --id-key url --layers sentences,tokens -o out.jsonl.zst
              postil annotate letters --plugin Plugins/Readability -o letters.jsonl
              postil annotate letters --format brat --layers entities,dates -o brat
            """
    )

    @Argument(help: "Files, folders, or - for standard input.")
    var paths: [String] = []

    @Option(help: "The field of a JSON line that holds the text; a.b is field b of object a.")
    var textKey = "text"

    @Option(help: "The field that holds the document's identifier.")
    var idKey = "id"

    @Option(help: "The field that holds the date to which the text's dates refer.")
    var anchorKey: String?

    @Option(help: "The date to which dates refer where the document names none, such as 2014-06-17.")
    var anchor: String?

    @Option(help: "Layers to write, separated by commas (default: \(standardLayers), and those of plugins).")
    var layers: String?

    private static let standardLayers = RecordOptions.standardLayers.map(\.rawValue).joined(separator: ",")

    @OptionGroup(title: "Plugins")
    var plugins: PluginArguments

    @OptionGroup(title: "Dates")
    var dates: DateArguments

    @OptionGroup(title: "Numbers")
    var numbers: NumberArguments

    @OptionGroup(title: "Names")
    var nameOptions: NameArguments

    @OptionGroup(title: "Sentiment")
    var sentiment: SentimentArguments

    @OptionGroup(title: "Quotations")
    var quotes: QuoteArguments

    @Option(help: "The unit of offsets: codepoint, utf8 or utf16.")
    var offsetUnit = OffsetUnit.codepoint

    @Option(help: "How documents stand in the input: auto, jsonl, text (one in all) or lines (one each).")
    var inputFormat = BatchInput.Form.auto

    @Option(help: "What to write: \(ExchangeArguments.names); 'postil convert --help' says more of them.")
    var format = "postil"

    @Option(
        name: [.short, .long],
        help: "The file (or folder) to write; it appears when it is complete. Packed if named .gz or .zst."
    )
    var output: String?

    @Option(
        name: [.customShort("j", allowingJoined: true), .customLong("jobs")],
        help: "Workers (default: the processors allotted)."
    )
    var jobs: Int?

    @Option(help: "Stop after more than this many failed documents.")
    var maxErrors: Int?

    @Option(help: "One of several equal shares of the documents: 3/8 is every eighth from the third on.")
    var shard: DocumentShare?

    @Flag(help: "Go on where an earlier run for the same --output stopped; begin where there was none.")
    var resume = false

    @Flag(help: "Begin anew although an earlier run for the same --output was stopped.")
    var restart = false

    @Flag(help: "With --resume: go on although the pipeline, the options or the inputs have changed.")
    var ignoreChanges = false

    @Option(help: "How many seconds of work a crash may cost at most: how often the journal is written.")
    var journalInterval = 10.0

    @Flag(help: "Replace what is not UTF-8 by U+FFFD instead of failing the document.")
    var lossy = false

    @Flag(help: "Exit with 0 even if documents failed.")
    var okOnDocErrors = false

    @Flag(help: "Say at the end what was done.")
    var summary = false

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("-j takes a whole number from 1 on.") }
        if let maxErrors, maxErrors < 0 { throw ValidationError("--max-errors takes a whole number from 0 on.") }
        if let anchor, !ReferenceDate.isWellFormed(anchor) {
            throw ValidationError("--anchor takes a date such as 2014-06-17 or 2014-06-17T09:30:00Z, not '\(anchor)'.")
        }
        let exchange = try ExchangeArguments.format(named: format, "--format")
        if let problem = ExchangeOutputPlace(format: exchange, path: output).problem { throw ValidationError(problem) }
        if resume || restart {
            guard writesRecords else {
                throw ValidationError("--resume and --restart are for records: convert them afterwards.")
            }
            guard !(resume && restart) else {
                throw ValidationError("--resume goes on and --restart does not: choose one.")
            }
            guard output.map(OutputTarget.canResume) ?? false else {
                throw ValidationError("--resume and --restart need --output FILE.")
            }
        }
        if ignoreChanges, !resume { throw ValidationError("--ignore-changes needs --resume.") }
        if !(journalInterval >= 0) { throw ValidationError("--journal-interval takes a number of seconds from 0 on.") }
        if paths.filter({ $0 == "-" }).count > 1 { throw ValidationError("Standard input can be named once.") }
        if paths.isEmpty, isatty(STDIN_FILENO) == 1 {
            throw ValidationError("Name files or folders to annotate, or send text to standard input.")
        }
    }

    func run() throws {
        let asked = layers.map(ExchangeArguments.layers)
        let setup = try setUp(askedFor: asked)
        defer { setup.finish() }
        let exchange = try ExchangeArguments.format(named: format, "--format")
        var names = setup.layers(askedFor: asked)
        for layer: LayerName in exchange.holdsTokens ? ["sentences", "tokens"] : [] where !names.contains(layer) {
            names.append(layer)
        }
        let pipeline = try setup.pipeline(providing: names)
        try check(names, pipeline: pipeline, setup: setup)
        let options = batchOptions(writing: names, passesFields: setup.hasPlugins)
        let stop = StopSignal()
        stop.watch()
        let inputs = try findInputs()
        let runner = BatchRunner(pipeline: pipeline, options: options)
        let bar = StandardError.isTerminal ? ProgressBar(totalBytes: InputSize.total(of: inputs)) : nil
        let result: (report: BatchReport, keptPath: String?)
        if !writesRecords {
            let place = ExchangeOutputPlace(format: exchange, path: output)
            let formatted = try FormattedRun(runner: runner, inputs: inputs, place: place, layers: asked)
                .run(stop: stop) { bar?.show($0) }
            bar?.clear()
            ExchangeSummary(report: formatted.exchange, keptPath: nil).sayOmissions()
            result = (formatted.report, formatted.keptPath)
        } else if let output, OutputTarget.canResume(output) {
            let identity = RunIdentity(pipeline: pipeline, options: options, inputs: inputs)
            result = try run(inputs, with: runner, to: output, identity, stop: stop) { bar?.show($0) }
        } else {
            let written = try OutputTarget(path: output).withSink { sink in
                runner.run(inputs, to: sink, stop: stop) { bar?.show($0) }
            }
            result = (written.result, written.partialPath)
        }
        bar?.clear()
        try RunSummary(report: result.report, keptPath: result.keptPath, isWanted: summary)
            .finish(stop: stop, okOnDocumentErrors: okOnDocErrors)
    }

    /// Whether records are written, and not what another format makes of them.
    private var writesRecords: Bool { format == ExchangeFormats.postilName }

    /// Runs with a journal beside the output.
    private func run(
        _ inputs: [BatchInput],
        with runner: BatchRunner,
        to output: String,
        _ identity: RunIdentity,
        stop: StopSignal,
        progress: @escaping @Sendable (BatchReport) -> Void
    ) throws -> (report: BatchReport, keptPath: String?) {
        do throws(StreamError) {
            let file = try ResumableOutput(
                path: output,
                identity: identity,
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

    private func findInputs() throws -> [BatchInput] {
        var finder = InputFinder(form: inputFormat)
        do throws(StreamError) {
            let inputs = try finder.inputs(at: paths.isEmpty ? ["-"] : paths)
            if summary, finder.skipped > 0 {
                StandardError.write("postil: passed over \(finder.skipped) other files in folders\n")
            }
            // A run that writes into the folder that it reads does not read what it wrote the last time.
            return inputs.filter { paths.contains($0.path) || !isOutput($0.path) }
        } catch {
            throw CommandFailure(.inputUnreadable, "\(error)")
        }
    }

    /// Whether a path leads to the file that the run writes.
    private func isOutput(_ path: String) -> Bool {
        var (input, written) = (stat(), stat())
        guard let output, stat(path, &input) == 0, stat(output, &written) == 0 else { return false }
        return input.st_dev == written.st_dev && input.st_ino == written.st_ino
    }

    private func setUp(askedFor asked: [LayerName]?) throws -> PipelineSetup {
        var options = PipelineSetup.Options()
        options.dates = dates.options
        options.numbers = numbers.options
        options.quotes = quotes.options
        options.dictionaries = nameOptions.dictionaries
        options.sentiment = sentiment.lexicon
        options.haveBeenGiven =
            options.dates != DateOptions() || options.numbers != NumberOptions() || options.quotes != QuoteOptions()
            || !nameOptions.dictionary.isEmpty || sentiment.sentimentLexicon != nil
        return try PipelineSetup(plugins, options: options, wantedLayers: asked ?? [])
    }

    /// Refuses layers that nobody makes.
    private func check(_ names: [LayerName], pipeline: Pipeline, setup: PipelineSetup) throws {
        let made = Set(pipeline.provides.map(\.name))
        guard names.contains(where: { !made.contains($0) && !RecordOptions.standardLayers.contains($0) }) else {
            return
        }
        let provided = try setup.builtInAnnotators().flatMap { $0.provides.map(\.name) } + setup.plugins.layers
        let known = RecordOptions.standardLayers + provided.filter { !RecordOptions.standardLayers.contains($0) }
        if let unknown = names.first(where: { !known.contains($0) }) {
            let listed = known.map(\.rawValue).joined(separator: ", ")
            let remedy = PipelineSetup.remedy(for: unknown) ?? "Layers: \(listed)."
            throw ValidationError("There is no layer '\(unknown)'. \(remedy)")
        }
    }

    private func batchOptions(writing names: [LayerName], passesFields: Bool) -> BatchOptions {
        BatchOptions(
            workerCount: jobs ?? ProcessorQuota.count,
            fields: InputFields(
                text: textKey,
                identifier: idKey,
                anchor: anchorKey,
                defaultContext: DocumentContext(
                    referenceDate: anchor,
                    referenceDateSource: anchor.map { _ in "option" }
                ),
                passesOthers: passesFields
            ),
            isLossy: lossy,
            record: RecordOptions(layers: names, offsetUnit: offsetUnit),
            maximumErrors: maxErrors,
            share: shard
        )
    }
}

extension OffsetUnit: ExpressibleByArgument {}

extension BatchInput.Form: ExpressibleByArgument {}

extension DocumentShare: ExpressibleByArgument {}
