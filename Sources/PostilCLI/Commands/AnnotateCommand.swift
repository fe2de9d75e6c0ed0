import ArgumentParser
import Glibc
import Postil

/// Annotates files, folders or standard input.
struct AnnotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: "Annotate texts and write a JSON record for each.",
        discussion: """
            Each PATH is a text file, a file of JSON lines (.jsonl, .ndjson), a table (.csv, .tsv), a folder that is \
            searched for these, or - for standard input; .gz and .zst files are unpacked. One line goes out for each document, in input \
            order, even where it could not be annotated.

            Exit codes: 0 all went well, 1 some documents failed, 2 wrong usage, 3 input cannot be read, 4 output \
            cannot be written, 5 too many errors, 130 or 143 interrupted.

            EXAMPLES
              postil annotate corpora -o corpora.jsonl --summary
              postil annotate news.jsonl.gz --text-key body --id-key url --layers sentences,tokens -o out.jsonl.zst
              postil annotate reviews.csv --text-key Review --id-key Number -o reviews.jsonl
              postil annotate letters --plugin Plugins/Readability -o letters.jsonl
              postil annotate letters --format brat --layers entities,dates -o brat
            """
    )

    @OptionGroup(title: "Input")
    var input: InputArguments

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

    @Option(
        name: [.customShort("j", allowingJoined: true), .customLong("jobs")],
        help: "Workers (default: the processors allotted)."
    )
    var jobs: Int?

    @OptionGroup(title: "Output")
    var output: OutputArguments

    @OptionGroup(title: "Limits")
    var limits: LimitArguments

    @OptionGroup(title: "Errors")
    var errors: ErrorArguments

    @OptionGroup(title: "Progress")
    var watching: ProgressArguments

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("-j takes a whole number from 1 on.") }
    }

    func run() throws {
        let asked = layers.map(ExchangeArguments.layers)
        let setup = try setUp(askedFor: asked)
        defer { setup.finish() }
        let names = try output.layers(addedTo: setup.layers(askedFor: asked))
        let pipeline = try setup.pipeline(providing: names)
        try check(names, pipeline: pipeline, setup: setup)
        let options = batchOptions(writing: names, passesFields: setup.hasPlugins)
        let stop = StopSignal()
        stop.watch()
        let inputs = try input.inputs(options: options, output: output, saysSkipped: watching.summary)
        let times = watching.metrics.map { _ in AnnotatorTimes(pipeline) }
        let runner = BatchRunner(pipeline: times?.measuring(pipeline) ?? pipeline, options: options)
        let view = watching.view(of: inputs)
        let metrics = try watching.metricsWriter(for: pipeline, times: times, workerCount: options.workerCount)
        let result = try output.run(
            inputs,
            with: runner,
            layers: asked,
            identity: RunIdentity(pipeline: pipeline, options: options, inputs: inputs),
            stop: stop
        ) { report in
            view?.show(report)
            metrics?.note(report)
        }
        view?.finish(result.report)
        do throws(StreamError) {
            try metrics?.finish(result.report)
        } catch {
            StandardError.write("postil: the metrics could not be written: \(error)\n")
        }
        try RunSummary(report: result.report, keptPath: result.keptPath, isWanted: watching.summary)
            .finish(stop: stop, okOnDocumentErrors: errors.okOnDocErrors)
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
        var options = BatchOptions(
            workerCount: jobs ?? ProcessorQuota.count,
            fields: input.fields(passesOthers: passesFields),
            record: RecordOptions(layers: names, offsetUnit: offsetUnit)
        )
        input.apply(to: &options)
        output.apply(to: &options)
        limits.apply(to: &options, output: output.output)
        errors.apply(to: &options)
        return options
    }
}

extension OffsetUnit: ExpressibleByArgument {}
