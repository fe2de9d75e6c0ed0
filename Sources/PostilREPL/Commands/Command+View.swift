import Postil

extension Command {
    static let view = Command(
        name: "view",
        arguments: "LAYER",
        summary: "show a layer in the way that it brings itself",
        details: """
            Without a view of its own a layer is listed as .spans does. Layers may bring commands too, which .help lists.

            EXAMPLE
              .view sentences
            """,
        topic: .looking,
        arity: 1...1,
        completions: [.layer]
    ) { session, arguments throws(CommandError) in
        let page = try session.page(of: try session.layerName(arguments.words[0]))
        let own = session.configuration.view(of: page.layerName).overview(of: page)
        for row in own ?? page.listing {
            guard session.console.line(row) else { return }
        }
    }
}
