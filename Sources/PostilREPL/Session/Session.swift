import Postil

/// A session: its state, the states before and after, and what is the same for all of them.
struct Session {
    let configuration: REPLConfiguration
    let console: Console
    let commands: CommandTable

    /// What `.undo` brings back.
    var state: SessionState

    /// Earlier states and what changed them, and those that `.undo` has left.
    private(set) var past: [(state: SessionState, cause: String)] = []
    private(set) var future: [(state: SessionState, cause: String)] = []

    var pins: [String: Pin] = [:]
    var history = History()
    /// The script that `.log` writes.
    var log: (path: String, stream: any OutputStream)?
    /// Where `.once` sends what the next line prints.
    var pendingOutput: (any OutputStream)?
    /// The exit code that `.exit` asked for.
    var exitCode: Int32?
    /// The worst that has happened.
    var worstError: CommandError.Kind?
    /// Where the line that is carried out stands, for messages; nil on a terminal.
    var place: String?
    /// Whether Ctrl-C has stopped a command, and with it the script that it stands in.
    var isInterrupted = false
    /// How many scripts have each read the next.
    var scriptDepth = 0

    /// How many states are kept.
    private static let statesKept = 200

    /// How many bytes of text the states before may hold, each document once: annotations take many times as much.
    private static let bytesKept = 8 << 20

    /// A session at its start.
    ///
    /// - Throws: ``PipelineError`` where the annotators do not fit together, ``CommandError`` where the layers'
    ///   commands do not.
    init(configuration: REPLConfiguration, console: Console) throws {
        self.configuration = configuration
        self.console = console
        commands = try CommandTable(views: configuration.views)
        let plugins = try PluginSet(configuration.plugins)
        let offered = plugins.withoutReplaced(configuration.annotators) + plugins.annotators
        let steps = configuration.wanted.map { names in offered.filter { names.contains($0.name) } } ?? offered
        state = SessionState(
            wanted: steps.map(\.name),
            pipeline: try Pipeline(name: "standard", steps: steps, available: offered)
        )
        state.plugins = configuration.plugins
        state.settings.dates = configuration.dates
    }

    /// How many changes were remembered, taken back or made again so far.
    private(set) var changes = 0

    /// Notes that the state is not `earlier` any more.
    mutating func remember(_ earlier: SessionState, cause: String) {
        past.append((earlier, cause))
        past.removeFirst(past.count - Session.countKept(of: past.map(\.state)))
        future = []
        changes += 1
    }

    /// How many of `states`, counted from the last, are kept; of those that are large, one at least.
    private static func countKept(of states: [SessionState]) -> Int {
        var seen: Set<ObjectIdentifier> = []
        var byteCount = 0
        var count = 0
        for state in states.reversed().prefix(statesKept) {
            if let run = state.run, seen.insert(ObjectIdentifier(run.identity)).inserted {
                byteCount += run.document.text.count
            }
            if count > 0, byteCount > bytesKept { break }
            count += 1
        }
        return count
    }

    /// Goes back a step.
    ///
    /// - Returns: What was undone; nil where there is nothing.
    mutating func undo() -> String? {
        guard let last = past.popLast() else { return nil }
        changes += 1
        future.append((state, last.cause))
        state = last.state
        applySettings()
        return last.cause
    }

    /// Goes forward again.
    ///
    /// - Returns: What was done again; nil where there is nothing.
    mutating func redo() -> String? {
        guard let next = future.popLast() else { return nil }
        changes += 1
        past.append((state, next.cause))
        state = next.state
        applySettings()
        return next.cause
    }

    /// Makes the console look as the settings say.
    func applySettings() {
        let settings = state.settings
        console.fixedWidth = settings.width
        console.apply(colors: settings.colors, boxes: settings.boxes, pager: settings.pager)
    }
}

extension Session {
    /// Annotates a document, shows nothing.
    ///
    /// - Throws: ``CommandError`` where Ctrl-C stopped it; the document before stays.
    mutating func annotate(
        _ input: InputDocument,
        corpusPosition: Int? = nil,
        filePath: String? = nil
    ) throws(CommandError) {
        let run = try annotated(input)
        state.previousRun = state.run
        state.input = input
        state.run = run
        state.corpusPosition = corpusPosition
        state.filePath = filePath
    }

    /// Annotates a document and hands the result back.
    func annotated(_ input: InputDocument) throws(CommandError) -> AnnotationRun {
        try annotated(input, with: state.pipeline, anchor: state.settings.anchor)
    }

    /// Annotates a document with a pipeline, and a date to which dates refer where the document names none.
    func annotated(
        _ input: InputDocument,
        with pipeline: Pipeline,
        anchor: String?
    ) throws(CommandError) -> AnnotationRun {
        let text: Text
        do {
            text = try input.text.get()
        } catch {
            throw .failed("\(input.identifier.isEmpty ? "''" : input.identifier): \(error.message)")
        }
        var context = input.context
        if context.referenceDate == nil, let anchor {
            context.referenceDate = anchor
            context.referenceDateSource = "option"
        }
        let document = Document(identifier: input.identifier, text: text, context: context)
        let run =
            console.isTerminal
            ? InterruptibleWork.run { isCancelled in
                AnnotationRun(document, with: pipeline, isCancelled: isCancelled)
            } ?? nil : AnnotationRun(document, with: pipeline)
        guard let run else { throw .stopped }
        return run
    }

    /// Annotates the document once more, after the pipeline or the settings have changed.
    mutating func annotateAgain() throws(CommandError) {
        guard let input = state.input else { return }
        try annotate(input, corpusPosition: state.corpusPosition, filePath: state.filePath)
    }

    /// Builds the pipeline that the state asks for and annotates the document with it.
    mutating func rebuildPipeline() throws(CommandError) {
        let annotators = try offered()
        var steps: [any Annotator] = []
        for name in state.wanted {
            guard let step = annotators.first(where: { $0.name == name }) else {
                throw .failed("there is no annotator '\(name)'")
            }
            steps.append(adjusted(step))
        }
        if !state.dictionary.isEmpty {
            guard
                let tokenizer = annotators.first(where: { step in
                    step.provides.contains { $0.name == LayerKey.tokens.name }
                })
            else { throw .failed("no annotator makes the layer 'tokens', which .dict needs") }
            steps.append(try SessionDictionary(state.dictionary, tokenizer: tokenizer))
        }
        do throws(PipelineError) {
            state.pipeline = try Pipeline(
                name: "session",
                steps: steps,
                available: annotators.map(adjusted)
            )
        } catch {
            throw .failed("\(error)")
        }
        try annotateAgain()
    }

    /// The annotators on offer: Postil's, but for those whose place a plugin takes, and the plugins'.
    func offered() throws(CommandError) -> [any Annotator] {
        do throws(PluginError) {
            let plugins = try PluginSet(state.plugins)
            return plugins.withoutReplaced(configuration.annotators) + plugins.annotators
        } catch {
            throw .failed("\(error)")
        }
    }

    /// `step` with the options that `.set` has changed.
    private func adjusted(_ step: any Annotator) -> any Annotator {
        step is DateAnnotator ? DateAnnotator(options: state.settings.dates) : step
    }

    /// The annotated document.
    ///
    /// - Throws: ``CommandError`` where there is none yet.
    func document() throws(CommandError) -> Document {
        guard let run = state.run else {
            throw .failed("there is no document yet: type a text, or .load FILE")
        }
        return run.document
    }

    /// The numbers of the annotations that are shown.
    func numbers() throws(CommandError) -> AnnotationNumbers {
        AnnotationNumbers(try document(), layers: state.shownLayers)
    }
}
