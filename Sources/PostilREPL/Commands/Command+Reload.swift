import Postil

extension Command {
    static let reload = Command(
        name: "reload",
        arguments: "",
        summary: "load changed plugins and the file; annotate anew",
        details: """
            Plugins whose files have changed are loaded again; the document's file is read again, and a text that
            was typed is annotated once more.

            EXAMPLE
              .reload
            """,
        topic: .changing,
        arity: 0...0
    ) { session, _ throws(CommandError) in
        let hasReloaded = try session.reloadPlugins()
        guard !hasReloaded || session.state.run != nil else { return }
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
