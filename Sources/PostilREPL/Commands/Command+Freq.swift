import Postil

extension Command {
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
        let rules = session.ruleTables
        var counts: [String: Int] = [:]
        _ = try session.forEachDocument(annotated: true) { _, _, document in
            let table = document.provider(of: query.layer).flatMap { rules[$0] }
            for annotation in query.matches(in: document, rules: rules) {
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
