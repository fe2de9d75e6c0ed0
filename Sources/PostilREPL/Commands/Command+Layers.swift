import Postil

extension Command {
    static let layers = Command(
        name: "layers",
        arguments: "[on|off|only LAYER…]",
        summary: "list the layers, or show and hide some",
        details: """
            Without words, lists the document's layers with how many annotations each has and who made it. 'on' and
            'off' show and hide layers, 'only' hides all others; 'all' stands for every layer. Hidden layers are made all
            the same; .spans LAYER lists them.

            EXAMPLE
              .layers on tokens
            """,
        topic: .looking,
        arity: 0...64,
        completions: [.words(["on", "off", "only"]), .layer]
    ) { session, arguments throws(CommandError) in
        let document = try session.document()
        guard let word = arguments[0] else {
            let style = session.console.style
            var table = TextTable(header: ["layer", "shown", "annotations", "made by"], rightAligned: [2])
            for name in document.layerNames {
                table.add([
                    name.rawValue, session.state.hiddenLayers.contains(name) ? "off" : "on",
                    String(document.layer(name)?.spans.count ?? 0), document.provider(of: name)?.rawValue ?? "-",
                ])
            }
            for line in table.lines(width: style.width, style: style) { session.console.line(line) }
            return
        }
        guard ["on", "off", "only"].contains(word), arguments.count > 1 else {
            throw .wrongArguments
        }
        var names: Set<LayerName> = []
        for name in arguments.words.dropFirst().flatMap({ $0.split(separator: ",") }) {
            if name == "all" {
                names.formUnion(document.layerNames)
            } else {
                names.insert(try session.layerName(String(name)))
            }
        }
        switch word {
        case "on": session.state.hiddenLayers.subtract(names)
        case "off": session.state.hiddenLayers.formUnion(names)
        default: session.state.hiddenLayers = Set(document.layerNames).subtracting(names)
        }
        try session.showDocument(isNew: false)
    }
}
