import Postil

extension Command {
    static let next = Command(
        name: "next",
        arguments: "[COUNT|QUERY]",
        summary: "show the next document of the corpus",
        details: """
            With a QUERY (.help query) the next in which it finds something, as a debugger goes on to a breakpoint.

            EXAMPLE
              .next dates:SET
            """,
        topic: .texts,
        arity: 0...1,
        completions: [.layerTypes]
    ) { session, arguments throws(CommandError) in
        try session.step(arguments[0], direction: 1)
    }
}
