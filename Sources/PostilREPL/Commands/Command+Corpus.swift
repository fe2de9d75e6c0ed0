import Postil

extension Command {
    static let corpus = Command(
        name: "corpus",
        arguments: "[PATH]",
        summary: "open a corpus and show its first document",
        details: """
            A folder of texts, a file of JSON lines, or one text; packed or not. Without PATH, says which corpus is open
            and where it stands. .next, .prev and .goto walk through it, .find, .freq and .sample look at all of it.

            EXAMPLE
              .corpus letters/
            """,
        topic: .texts,
        arity: 0...1,
        completions: [.file]
    ) { session, arguments throws(CommandError) in
        guard let path = arguments[0] else {
            let corpus = try session.openCorpus()
            session.console.line("\(corpus.path): \(session.placeInCorpus(corpus))")
            return
        }
        session.state.corpus = try Corpus(path: path)
        try session.showDocument(ofCorpusAt: 0)
    }
}
