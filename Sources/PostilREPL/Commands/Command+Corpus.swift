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
        session.corpus = try Corpus(path: path)
        try session.showDocument(ofCorpusAt: 0)
    }

    static let next = Command(
        name: "next",
        arguments: "[COUNT]",
        summary: "show the next document of the corpus",
        details: """
            EXAMPLE
              .next 10
            """,
        topic: .texts,
        arity: 0...1
    ) { session, arguments throws(CommandError) in
        try session.step(by: try Session.count(arguments[0], or: 1))
    }

    static let prev = Command(
        name: "prev",
        arguments: "[COUNT]",
        summary: "show the document before",
        details: """
            EXAMPLE
              .prev
            """,
        topic: .texts,
        arity: 0...1
    ) { session, arguments throws(CommandError) in
        try session.step(by: -(try Session.count(arguments[0], or: 1)))
    }

    static let goto = Command(
        name: "goto",
        arguments: "N|ID",
        summary: "show the document with this number or identifier",
        details: """
            Numbers count from 1. Of a file its name is enough.

            EXAMPLE
              .goto march.txt
            """,
        topic: .texts,
        arity: 1...1,
        completions: [.corpusIdentifier]
    ) { session, arguments throws(CommandError) in
        let corpus = try session.openCorpus()
        let word = arguments.words[0]
        if let position = corpus.position(of: word) {
            try session.showDocument(ofCorpusAt: position)
        } else if let number = Int(word) {
            guard number >= 1, number <= corpus.count else {
                throw .failed("there is no document \(number): they go from 1 to \(corpus.count)")
            }
            try session.showDocument(ofCorpusAt: number - 1)
        } else {
            throw .failed("no document is called '\(word)'")
        }
    }
}

extension Session {
    /// The corpus.
    func openCorpus() throws(CommandError) -> Corpus {
        guard let corpus else { throw .failed("no corpus is open: .corpus PATH opens one") }
        return corpus
    }

    /// A count that a person typed.
    static func count(_ word: String?, or standard: Int) throws(CommandError) -> Int {
        guard let word else { return standard }
        guard let count = Int(word), count >= 1, count <= 1_000_000 else {
            throw .usage("'\(word)' is no count: write a whole number from 1 on")
        }
        return count
    }

    /// Shows the document `offset` places on.
    mutating func step(by offset: Int) throws(CommandError) {
        let corpus = try openCorpus()
        let position = (state.corpusPosition ?? -1) + offset
        guard position < corpus.count else { throw .failed("that is behind the last document, \(corpus.count)") }
        guard position >= 0 else { throw .failed("that is before the first document") }
        try showDocument(ofCorpusAt: position)
    }

    /// Annotates and shows the document at `position` of the corpus.
    mutating func showDocument(ofCorpusAt position: Int) throws(CommandError) {
        let corpus = try openCorpus()
        guard let input = corpus.document(at: position) else { throw .failed("there is no such document") }
        do throws(CommandError) {
            try annotate(input, corpusPosition: position)
        } catch {
            // The walk stands at a document that cannot be read, so that it can go on behind it.
            state.corpusPosition = position
            state.input = input
            state.run = nil
            report(error)
            return
        }
        console.line(console.style.paint("\(placeInCorpus(corpus))", .bold))
        try showDocument(isNew: true)
    }

    /// Where the session stands in the corpus.
    func placeInCorpus(_ corpus: Corpus) -> String {
        guard let position = state.corpusPosition else { return "\(corpus.count) documents" }
        return "\(position + 1) of \(corpus.count): \(state.input?.identifier ?? "")"
    }
}
