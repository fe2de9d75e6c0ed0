import Postil

extension Command {
    static let whynot = Command(
        name: "whynot",
        arguments: "FROM:TO LAYER",
        summary: "say why there is no such annotation",
        details: """
            The answer names the nearest candidate and the first condition that failed, as far as the annotator
            knows.

            EXAMPLE
              .whynot 11:14 sentences
            """,
        topic: .asking,
        arity: 2...2,
        completions: [.words([]), .layer]
    ) { session, arguments throws(CommandError) in
        guard case .span(let start, let end) = Reference(arguments.words[0]) else {
            throw .wrongArguments
        }
        let name = try session.layerName(arguments.words[1])
        let span = try session.span(from: start, to: end)
        for line in try session.answer(whyNot: span, in: name) { session.console.line(line) }
    }
}
