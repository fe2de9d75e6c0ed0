import Postil

extension Command {
    static let view = Command(
        name: "view",
        arguments: "LAYER",
        summary: "show a layer in the way that it brings itself",
        details: """
            Some layers have a view of their own: a list of speakers, a ledger of sentiment. Without one, the layer's
            annotations are listed as .spans does.

            EXAMPLE
              .view sentences
            """,
        topic: .looking,
        arity: 1...1,
        completions: [.layer]
    ) { session, arguments throws(CommandError) in
        let name = try session.layerName(arguments.words[0])
        let context = try session.viewContext()
        guard let layer = context.document.layer(name) else { return }
        let rows =
            session.configuration.view(of: name).overview(of: layer, in: context.document)
            ?? {
                let found = AnnotationQuery(layer: name, type: nil, value: nil).matches(in: context.document)
                return context.table(of: found.map { (context.name(of: $0), $0) })
                    .lines(width: context.style.width, style: context.style)
            }()
        for row in rows {
            guard session.console.line(row) else { return }
        }
    }
}
