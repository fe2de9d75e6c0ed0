import Postil

extension Command {
    static let at = Command(
        name: "at",
        arguments: "OFFSET|FROM:TO",
        summary: "say what is at a place, in every layer",
        details: """
            Lists the annotations of all layers, hidden ones too, that cover the offset or share a character with the
            stretch, each with its features, its rule and who made it.

            EXAMPLE
              .at 12
            """,
        topic: .looking,
        arity: 1...1
    ) { session, arguments throws(CommandError) in
        let word = arguments.words[0]
        let context = try session.viewContext()
        let wanted: Span
        switch Reference(word) {
        case .number(let offset), .offset(let offset):
            let byte = try session.byteOffset(offset)
            wanted = Span(start: byte, end: min(byte + 1, UInt32(clamping: context.document.text.count)))
        case .span(let start, let end): wanted = try session.span(from: start, to: end)
        default: throw .wrongArguments
        }
        var isFound = false
        for name in context.document.layerNames {
            guard let layer = context.document.layer(name) else { continue }
            for position in layer.spans.indices where layer.spans[position].overlaps(wanted) {
                let annotation = LayerAnnotation(
                    document: context.document,
                    layerName: name,
                    layer: layer,
                    position: position
                )
                session.console.line(ExpandedView.text(of: annotation, context))
                isFound = true
            }
        }
        if !isFound { session.console.line("nothing is annotated there") }
    }
}
