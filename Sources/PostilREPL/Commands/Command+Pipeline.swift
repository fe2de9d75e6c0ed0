import Postil

extension Command {
    static let pipeline = Command(
        name: "pipeline",
        arguments: "",
        summary: "show the annotators in order, with their times",
        details: """
            Then those that could be added.

            EXAMPLE
              .pipeline
            """,
        topic: .changing,
        arity: 0...0
    ) { session, _ throws(CommandError) in
        let state = session.state
        let style = session.console.style
        session.console.line(state.pipeline.label)
        var table = TextTable(header: ["annotator", "version", "needs", "makes", "time"])
        for step in state.pipeline.steps {
            let time = state.run.flatMap { run in run.times.first { $0.annotator == step.name }?.time }
            table.add([
                step.name.rawValue, step.version, Session.names(step.requires), Session.names(step.provides),
                time.map(Timing.milliseconds) ?? "-",
            ])
        }
        for line in table.lines(width: style.width, style: style) { session.console.line(line) }
        let idle = session.configuration.annotators.map(\.name)
            .filter { name in !state.pipeline.steps.contains { $0.name == name } }
        if !idle.isEmpty {
            session.console.line("not in use: " + idle.map(\.rawValue).joined(separator: ", "))
        }
    }

    static let use = Command(
        name: "use",
        arguments: "ANNOTATOR…",
        summary: "use these annotators, with what they need",
        details: """
            Names are separated by spaces or commas; 'all' stands for every annotator on offer.

            EXAMPLE
              .use text
            """,
        topic: .changing,
        arity: 1...64,
        completions: [.annotator]
    ) { session, arguments throws(CommandError) in
        session.state.wanted = try session.annotators(arguments)
        try session.rebuildAndShow()
    }

    static let add = Command(
        name: "add",
        arguments: "ANNOTATOR…",
        summary: "add annotators, with what they need",
        details: """
            EXAMPLE
              .add text
            """,
        topic: .changing,
        arity: 1...64,
        completions: [.annotator]
    ) { session, arguments throws(CommandError) in
        for name in try session.annotators(arguments) where !session.state.wanted.contains(name) {
            session.state.wanted.append(name)
        }
        try session.rebuildAndShow()
    }

    static let drop = Command(
        name: "drop",
        arguments: "ANNOTATOR…",
        summary: "take annotators out",
        details: """
            One that another needs stays as long as that one does.

            EXAMPLE
              .drop text
            """,
        topic: .changing,
        arity: 1...64,
        completions: [.annotator]
    ) { session, arguments throws(CommandError) in
        let names = try session.annotators(arguments)
        if let absent = names.first(where: { name in !session.state.pipeline.steps.contains { $0.name == name } }) {
            throw .failed("'\(absent)' is not in use")
        }
        session.state.wanted.removeAll(where: names.contains)
        try session.rebuildAndShow()
    }

    static let reload = Command(
        name: "reload",
        arguments: "",
        summary: "read the document's file again and annotate it",
        details: """
            A text that was typed is annotated once more.

            EXAMPLE
              .reload
            """,
        topic: .changing,
        arity: 0...0
    ) { session, _ throws(CommandError) in
        _ = try session.document()
        guard let input = session.state.input else { return }
        if let path = session.state.filePath {
            try session.annotate(Corpus.document(file: path), filePath: path)
        } else {
            try session.annotate(input, corpusPosition: session.state.corpusPosition)
        }
        try session.showDocument(isNew: true)
    }
}

extension Session {
    static func names(_ keys: [AnyLayerKey]) -> String {
        keys.isEmpty ? "-" : keys.map(\.name.rawValue).joined(separator: ", ")
    }

    /// The annotators that words name.
    func annotators(_ arguments: Arguments) throws(CommandError) -> [AnnotatorName] {
        let offered = configuration.annotators.map(\.name)
        var names: [AnnotatorName] = []
        for word in arguments.words.flatMap({ $0.split(separator: ",").map(String.init) }) {
            if word == "all" {
                names += offered
            } else if let name = offered.first(where: { $0.rawValue == word }) {
                names.append(name)
            } else {
                let near = Spelling.nearest(to: word, among: offered.map(\.rawValue))
                throw .failed(
                    "there is no annotator '\(word)'"
                        + (near.map { ": did you mean '\($0)'?" }
                            ?? ": there are \(offered.map(\.rawValue).joined(separator: ", "))")
                )
            }
        }
        var unique: [AnnotatorName] = []
        for name in names where !unique.contains(name) { unique.append(name) }
        return unique
    }

    /// Builds the pipeline that the state asks for and shows what became of the document.
    mutating func rebuildAndShow() throws(CommandError) {
        try rebuildPipeline()
        if state.run == nil {
            console.line(state.pipeline.label)
        } else {
            try showDocument(isNew: true)
        }
    }
}
