import Postil

extension Command {
    static let find = Command(
        name: "find",
        arguments: "[QUERY] [WORDS]",
        summary: "search the corpus and show each match in its line",
        details: """
            WORDS are found in capitals or not; white space stands for any white space. A QUERY (.help query), which here
            needs its colon, searches annotations, with WORDS only those whose text has them. Without a corpus the document is searched. Ctrl-C
            stops.

            EXAMPLE
              .find tokens:email
              .find sentences: lighthouse
            """,
        topic: .texts,
        arity: 1...16,
        completions: [.layerTypes]
    ) { session, arguments throws(CommandError) in
        let search = try session.search(arguments.words)
        let style = session.console.style
        let width = session.state.settings.context
        var matches = 0
        var documents = 0
        let searched = try session.forEachDocument(annotated: search.query != nil) { number, name, document in
            let found = search.matches(in: document)
            if !found.isEmpty { documents += 1 }
            matches += found.count
            for span in found {
                let line = Concordance.line(span, in: document.text, context: width, style: style)
                let source = style.paint("\(number) \(name)", .dim)
                guard session.console.line("\(line)  \(source)") else { return false }
            }
            return true
        }
        session.console.line("\(matches) in \(documents) of \(searched) documents")
    }
}
