import Postil

extension Command {
    static let latent = Command(
        name: "latent",
        arguments: "[LAYER]",
        summary: "list annotations with more than one reading",
        details: """
            Those with a feature 'candidate', one for each reading that the form allows, the chosen one first.

            EXAMPLE
              .latent
            """,
        topic: .asking,
        arity: 0...1,
        completions: [.layer]
    ) { session, arguments throws(CommandError) in
        let context = try session.viewContext()
        let layers =
            try arguments[0].map { word throws(CommandError) in [try session.layerName(word)] }
            ?? context.document.layerNames
        var table = TextTable(header: ["#", "span", "layer", "text", "readings"], rightAligned: [0, 1])
        var isFound = false
        for name in layers {
            for annotation in AnnotationQuery(layer: name, type: nil, value: nil).matches(in: context.document) {
                let readings = annotation.features.filter { $0.key == "candidate" }.map(\.value)
                guard !readings.isEmpty else { continue }
                isFound = true
                table.add([
                    context.name(of: annotation), context.place(annotation.span), name.rawValue, annotation.text,
                    readings.joined(separator: ", "),
                ])
            }
        }
        guard isFound else {
            session.console.line("nothing can be read in another way")
            return
        }
        for line in table.lines(width: context.style.width, style: context.style) { session.console.line(line) }
    }
}
