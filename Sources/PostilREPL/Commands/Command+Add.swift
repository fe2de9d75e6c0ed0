import Postil

extension Command {
    static let add = Command(
        name: "add",
        arguments: "ANNOTATOR…",
        summary: "add annotators, with what they need",
        details: """
            EXAMPLE
              .add text
            """,
        topic: .changing,
        arity: 1...64,
        completions: [.annotator]
    ) { session, arguments throws(CommandError) in
        for name in try session.annotators(arguments) where !session.state.wanted.contains(name) {
            session.state.wanted.append(name)
        }
        try session.rebuildAndShow()
    }
}
