import ArgumentParser
import Postil
import PostilREPL

/// Says why an annotation is there, or why none is.
struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Say why the text is annotated as it is at a place.",
        discussion: """
            With START and END the first argument is a text, with --at it is the path of one. Offsets count code
            points, as those of records do.

            EXAMPLES
              postil why "She met Dr. Wu. He left." 8 11 --layer tokens
              postil why letter.txt --at 9
              postil why "They left on Friday." 13 19 --layer dates --anchor 2014-06-17
            """
    )

    @Argument(help: "The text, or the path of its file.")
    var text: String

    @Argument(help: "Where the place starts.")
    var start: Int?

    @Argument(help: "Where it ends.")
    var end: Int?

    @Option(help: "The offset in the file to ask about.")
    var at: Int?

    @Option(help: "The layer (default: sentences; with --at all).")
    var layer: String?

    @Option(help: "The date to which dates refer, such as 2014-06-17, where the text names none.")
    var anchor: String?

    @OptionGroup(title: "Dates")
    var dates: DateArguments

    @OptionGroup(title: "Numbers")
    var numbers: NumberArguments

    @OptionGroup(title: "Names")
    var nameOptions: NameArguments

    @OptionGroup(title: "Sentiment")
    var sentiment: SentimentArguments

    @OptionGroup(title: "Plugins")
    var plugins: PluginArguments

    private func setUp() throws -> PipelineSetup {
        var options = PipelineSetup.Options()
        options.dates = dates.options
        options.numbers = numbers.options
        options.dictionaries = nameOptions.dictionaries
        options.sentiment = sentiment.lexicon
        options.haveBeenGiven =
            options.dates != DateOptions() || options.numbers != NumberOptions() || !nameOptions.dictionary.isEmpty
            || sentiment.sentimentLexicon != nil
        return try PipelineSetup(plugins, options: options)
    }

    private var context: DocumentContext {
        DocumentContext(referenceDate: anchor, referenceDateSource: anchor.map { _ in "option" })
    }

    func validate() throws {
        if let anchor, !ReferenceDate.isWellFormed(anchor) {
            throw ValidationError("--anchor takes a date such as 2014-06-17 or 2014-06-17T09:30:00Z, not '\(anchor)'.")
        }
        guard (at == nil) == (start != nil && end != nil), (at == nil) || start == nil else {
            throw ValidationError("Name a text, START and END, or a file and --at OFFSET.")
        }
    }

    func run() throws {
        if let at { return try explain(offset: at) }
        guard let start, let end else { return }
        try explain(start, end, layer: layer ?? "sentences")
    }

    private func explain(offset: Int) throws {
        let bytes: [UInt8]
        do throws(StreamError) {
            bytes = text == "-" ? try ByteSource.standardInput().readAll() : try ByteSource(path: text).readAll()
        } catch {
            throw CommandFailure(.inputUnreadable, "\(error)")
        }
        let input = RecordReader(fields: InputFields(defaultContext: context))
            .document(contents: bytes, identifier: text)
        let setup = try setUp()
        defer { setup.finish() }
        do {
            let answer = PlaceAnswer(configuration: try setup.configuration(), dates: setup.dates)
            for line in try answer.lines(about: input, offset: offset, layer: layer) { print(line) }
        } catch {
            throw CommandFailure(.documentsFailed, "\(error)")
        }
    }

    private func explain(_ start: Int, _ end: Int, layer: String) throws {
        let setup = try setUp()
        defer { setup.finish() }
        let pipeline = try setup.pipeline()
        let document: Document = pipeline.annotate(Document(text: Text(text), context: context))
        let map = OffsetMap(text: document.text, unit: .codepoint)
        guard let first = UInt32(exactly: start).flatMap(map.byteOffset), first <= document.text.count,
            let last = UInt32(exactly: end).flatMap(map.byteOffset), first <= last
        else {
            throw ValidationError(
                "\(start) to \(end) is no place in the text, which ends at \(text.unicodeScalars.count)."
            )
        }
        let span = Span(start: first, end: last)
        let name = LayerName(rawValue: layer)
        guard let found = document.layer(name) else { throw ValidationError("There is no layer '\(layer)'.") }
        let position = found.spans.firstIndex(of: span)
        let question = position.map { Question.why(name, position: $0, span: span) } ?? .whyNot(name, span: span)
        guard let answer = try pipeline.explain(question, in: document) else {
            throw ValidationError("No annotator makes the layer '\(layer)'.")
        }
        print(position == nil ? "No annotation of '\(layer)' is exactly there." : "'\(document.text[span])':")
        print(answer)
    }
}
