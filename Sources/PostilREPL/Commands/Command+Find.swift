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
        let style = session.console.style
        let width = session.state.settings.context
        var generator = SeededGenerator(seed: session.state.settings.seed)
        // Reservoir sampling (Vitter's algorithm R): one pass, and every annotation has the same chance.
        var drawn: [(order: Int, line: String)] = []
        var seen = 0
        _ = try session.forEachDocument(annotated: true) { number, name, document in
            for annotation in query.matches(in: document) {
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

    static let freq = Command(
        name: "freq",
        arguments: "QUERY [PROPERTY]",
        summary: "count what the annotations of the corpus say",
        details: """
            PROPERTY is type, which is the usual, text, rule, or a feature such as 'value'. Without a corpus the document's are counted.

            EXAMPLE
              .freq tokens type
              .freq tokens:word text
            """,
        topic: .texts,
        arity: 1...2,
        completions: [.layerTypes, .words(["type", "text", "rule"])]
    ) { session, arguments throws(CommandError) in
        let query = try session.query(arguments.words[0])
        let property = arguments[1] ?? "type"
        let rules = Dictionary(session.state.pipeline.steps.map { ($0.name, $0.rules) }) { first, _ in first }
        var counts: [String: Int] = [:]
        _ = try session.forEachDocument(annotated: true) { _, _, document in
            let table = document.provider(of: query.layer).flatMap { rules[$0] }
            for annotation in query.matches(in: document) {
                let value: String? =
                    switch property {
                    case "type": annotation.type
                    case "text": annotation.text
                    case "rule": table?[annotation.layer.rule(at: annotation.position)]?.name
                    default: annotation.feature(property)
                    }
                counts[value ?? "-", default: 0] += 1
            }
            return true
        }
        guard !counts.isEmpty else {
            session.console.line("no annotations")
            return
        }
        var table = TextTable(header: ["count", property], rightAligned: [0])
        for (value, count) in counts.sorted(by: { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }) {
            table.add([String(count), value])
        }
        let style = session.console.style
        for line in table.lines(width: style.width, style: style) {
            guard session.console.line(line) else { return }
        }
    }
}
