import Postil

extension Command {
    static let prev = Command(
        name: "prev",
        arguments: "[COUNT|QUERY]",
        summary: "show the document before",
        details: """
            With a QUERY (.help query) the last before in which it finds something.

            EXAMPLE
              .prev
            """,
        topic: .texts,
        arity: 0...1,
        completions: [.layerTypes]
    ) { session, arguments throws(CommandError) in
        try session.step(arguments[0], direction: -1)
    }
}
