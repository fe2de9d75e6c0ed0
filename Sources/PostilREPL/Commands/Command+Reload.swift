import Postil

extension Command {
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
