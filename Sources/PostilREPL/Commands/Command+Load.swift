import Postil

extension Command {
    static let load = Command(
        name: "load",
        arguments: "FILE",
        summary: "annotate a text file",
        details: """
            The whole file is one document; .gz and .zst are unpacked. Files of JSON lines, and folders, are opened
            with .corpus.

            EXAMPLE
              .load letters/march.txt
            """,
        topic: .texts,
        arity: 1...1,
        completions: [.file]
    ) { session, arguments throws(CommandError) in
        let path = UserFolder.expanded(arguments.words[0])
        try session.annotate(Corpus.document(file: path), filePath: path)
        try session.showDocument(isNew: true)
    }
}
