import Postil

extension Command {
    static let latent = Command(
        name: "latent",
        arguments: "[LAYER]",
        summary: "list readings that wait for another context",
        details: """
            First the annotations with more than one reading: those with a feature 'candidate' for each, the chosen one
            first. Then the stretches that would be annotated in another style or context, with what holds them back.

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
            for annotation in AnnotationQuery(layer: name).matches(in: context.document) {
                let readings = annotation.features.filter { $0.key == "candidate" }.map(\.value)
                guard !readings.isEmpty else { continue }
                isFound = true
                table.add([
                    context.name(of: annotation), context.place(annotation.span), name.rawValue, annotation.text,
                    readings.joined(separator: ", "),
                ])
            }
            for candidate in try session.candidates(for: name, in: context.document.text.span) ?? []
            where candidate.isLatent {
                isFound = true
                let reading = candidate.reading.map { "\($0): " } ?? ""
                table.add([
                    "-", context.place(candidate.span), name.rawValue, context.document.text[candidate.span],
                    reading + candidate.explanation.summary,
                ])
            }
        }
        guard isFound else {
            session.console.line("nothing can be read in another way")
            return
        }
        for line in table.lines(width: context.style.width, style: context.style) {
            guard session.console.line(line) else { return }
        }
    }
}
