import Postil

extension Command {
    static let next = Command(
        name: "next",
        arguments: "[COUNT]",
        summary: "show the next document of the corpus",
        details: """
            EXAMPLE
              .next 10
            """,
        topic: .texts,
        arity: 0...1
    ) { session, arguments throws(CommandError) in
        try session.step(by: try Session.count(arguments[0], or: 1))
    }
}
