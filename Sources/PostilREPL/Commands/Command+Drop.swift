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
        for step in session.state.pipeline.steps where names.contains(step.name) {
            let users = session.state.pipeline.steps.filter { other in
                other.requires.contains { need in step.provides.contains { $0.name == need.name } }
            }
            let listed = CommandTable.list(users.map { "'\($0.name)'" }, joinedBy: "and")
            session.console.line("'\(step.name)' stays: \(listed) \(users.count == 1 ? "needs" : "need") it")
        }
    }
}
