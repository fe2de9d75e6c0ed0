import Postil

extension Command {
    static let tree = Command(
        name: "tree",
        arguments: "",
        summary: "show the quotations of the document, each under the one that it stands in",
        details: """
            A line names the kind, the speaker, the number for .why, and begins the text. What is said inside of a
            quotation, and the marked parts of a mixed one, stand under it.

            EXAMPLE
              .tree
            """,
        topic: .looking,
        arity: 0...0
    ) { session, _ throws(CommandError) in
        let context = try session.viewContext()
        guard let quotes = context.document[.quotes], !quotes.isEmpty else {
            session.console.line("no quotations")
            return
        }
        var depths: [Int] = []
        for (position, quote) in quotes.enumerated() {
            let depth = quote.value.parent.map { depths[$0] + 1 } ?? 0
            depths.append(depth)
            let annotation = LayerAnnotation(
                document: context.document,
                layerName: LayerKey.quotes.name,
                layer: quotes,
                position: position
            )
            let speaker = quote.value.speaker.map { context.document.text[$0.span] } ?? "nobody named"
            let source = quote.value.kind.isSpeech ? " (\(DisplayText.oneLine(speaker)))" : ""
            let words = DisplayText.cut(DisplayText.oneLine(annotation.text), to: 60)
            let indent = String(repeating: "  ", count: depth)
            let number = context.style.paint(context.name(of: annotation), .cyan)
            guard session.console.line("\(indent)\(number) \(quote.value.kind.name)\(source): \(words)") else { return }
        }
    }
}
