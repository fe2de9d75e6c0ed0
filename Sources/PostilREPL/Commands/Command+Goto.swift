import Postil

extension Command {
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
