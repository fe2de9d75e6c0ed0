extension Command {
    static let once = Command(
        name: "once",
        arguments: "FILE or |COMMAND",
        summary: "send the next line's output to a file or command",
        details: """
            EXAMPLE
              .once |wc -l
            """,
        topic: .session,
        arity: 1...1,
        completions: [.file],
        takesRest: true
    ) { session, arguments throws(CommandError) in
        session.pendingOutput = try Session.stream(arguments.words[0])
    }
}
