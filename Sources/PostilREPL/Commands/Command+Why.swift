import Postil

extension Command {
    static let why = Command(
        name: "why",
        arguments: "\(Reference.placeholder) [LAYER]",
        summary: "say why an annotation is there",
        details: """
            WHERE is a number, an offset or a stretch of text (.help where). With LAYER, only that layer is asked. The answer comes from looking at the document once more: what matched, what spoke for it
            and against it.

            EXAMPLE
              .why 2
              .why @8 tokens
            """,
        topic: .asking,
        arity: 1...2,
        completions: [.number, .layer]
    ) { session, arguments throws(CommandError) in
        let layer = try arguments[1].map { word throws(CommandError) in try session.layerName(word) }
        for annotation in try session.annotations(arguments.words[0], in: layer) {
            for line in try session.answer(why: annotation) { session.console.line(line) }
        }
    }
}
