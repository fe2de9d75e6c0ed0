import Postil

extension Command {
    static let use = Command(
        name: "use",
        arguments: "ANNOTATOR…",
        summary: "use these annotators, with what they need",
        details: """
            Names are separated by spaces or commas; 'all' stands for every annotator on offer.

            EXAMPLE
              .use text
            """,
        topic: .changing,
        arity: 1...64,
        completions: [.annotator]
    ) { session, arguments throws(CommandError) in
        session.state.wanted = try session.annotators(arguments)
        try session.rebuildAndShow()
    }
}
