extension Command {
    static let read = Command(
        name: "read",
        arguments: "FILE",
        summary: "carry out the lines of a script",
        details: """
            EXAMPLE
              .read setup.postil
            """,
        topic: .session,
        arity: 1...1,
        completions: [.file]
    ) { session, arguments throws(CommandError) in
        guard session.runScript(arguments.words[0]) else {
            throw .failed("\(arguments.words[0]) ended with its first error")
        }
    }
}
