import Postil

extension Command {
    static let sample = Command(
        name: "sample",
        arguments: "COUNT QUERY",
        summary: "show some annotations of the corpus, drawn by chance",
        details: """
            Each annotation is as likely as another; .set seed=N draws others.

            EXAMPLE
              .sample 10 tokens:number
            """,
        topic: .texts,
        arity: 2...2,
        completions: [.words(["10", "20"]), .layerTypes]
    ) { session, arguments throws(CommandError) in
        let count = try Session.count(arguments.words[0], or: 10)
        let query = try session.query(arguments.words[1])
        let rules = session.ruleTables
        let style = session.console.style
        let width = session.state.settings.context
        var generator = SplitMix64(seed: session.state.settings.seed)
        // Reservoir sampling (Vitter's algorithm R): one pass, and every annotation has the same chance.
        var drawn: [(order: Int, line: String)] = []
        var seen = 0
        _ = try session.forEachDocument(annotated: true) { number, name, document in
            for annotation in query.matches(in: document, rules: rules) {
                seen += 1
                let place = drawn.count < count ? drawn.count : Int.random(in: 0..<seen, using: &generator)
                guard place < count else { continue }
                let line = Concordance.line(annotation.span, in: document.text, context: width, style: style)
                let entry = (seen, "\(line)  " + style.paint("\(number) \(name)", .dim))
                if place < drawn.count { drawn[place] = entry } else { drawn.append(entry) }
            }
            return true
        }
        for entry in drawn.sorted(by: { $0.order < $1.order }) {
            guard session.console.line(entry.line) else { return }
        }
        session.console.line("\(drawn.count) of \(seen)")
    }
}
