import Postil

extension Command {
    static let prev = Command(
        name: "prev",
        arguments: "[COUNT]",
        summary: "show the document before",
        details: """
            EXAMPLE
              .prev
            """,
        topic: .texts,
        arity: 0...1
    ) { session, arguments throws(CommandError) in
        try session.step(by: -(try Session.count(arguments[0], or: 1)))
    }
}
