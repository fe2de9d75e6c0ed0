import Postil

extension Command {
    static let drop = Command(
        name: "drop",
        arguments: "ANNOTATOR…",
        summary: "take annotators out",
        details: """
            One that another needs stays as long as that one does.

            EXAMPLE
              .drop text
            """,
        topic: .changing,
        arity: 1...64,
        completions: [.annotator]
    ) { session, arguments throws(CommandError) in
        let names = try session.annotators(arguments)
        if let absent = names.first(where: { name in !session.state.pipeline.steps.contains { $0.name == name } }) {
            throw .failed("'\(absent)' is not in use")
        }
        session.state.wanted.removeAll(where: names.contains)
        try session.rebuildAndShow()
    }
}
