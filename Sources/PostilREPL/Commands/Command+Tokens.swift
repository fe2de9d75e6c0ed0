import Postil

extension Command {
    static let tokens = Command(
        name: "tokens",
        arguments: "[FROM:TO]",
        summary: "list the tokens, or those of a stretch",
        details: """
            Each with its number in the layer, its place, its kind and its capitals, and with its part of speech and its
            lemma where the pipeline makes them.

            EXAMPLE
              .tokens 0:24
            """,
        topic: .looking,
        arity: 0...1
    ) { session, arguments throws(CommandError) in
        let context = try session.viewContext()
        guard let tokens = context.document[.tokens] else {
            throw .failed("the document has no layer 'tokens': .add the annotator that makes it")
        }
        var positions = Array(tokens.indices)
        if let word = arguments[0] {
            guard case .span(let start, let end) = Reference(word) else {
                throw .wrongArguments
            }
            positions = tokens.overlapping(try session.span(from: start, to: end))
        }
        let tags = context.document[.tags].flatMap { $0.count == tokens.count ? $0 : nil }
        let lemmas = context.document[.lemmas].flatMap { $0.count == tokens.count ? $0 : nil }
        let extra = (tags == nil ? [] : ["upos", "xpos"]) + (lemmas == nil ? [] : ["lemma"])
        var table = TextTable(header: ["#", "span", "token", "kind", "shape"] + extra, rightAligned: [0, 1])
        for position in positions {
            let token = tokens[position]
            var row = [
                String(position + 1), context.place(token.span), context.document.text[token.span],
                token.value.kind.name, token.value.shape.name,
            ]
            if let tag = tags?.values[position] { row += [tag.universal.name, tag.penn.name] }
            if let lemma = lemmas?.values[position] { row.append(lemma.text) }
            table.add(row)
        }
        for line in table.lines(width: context.style.width, style: context.style) {
            guard session.console.line(line) else { return }
        }
    }
}
