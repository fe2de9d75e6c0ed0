import Glibc

extension Command {
    static let output = Command(
        name: "output",
        arguments: "[FILE or |COMMAND]",
        summary: "send what follows to a file or a shell command",
        details: """
            Without a word, back to the screen.

            EXAMPLE
              .output notes.txt
              .output |sort | uniq -c
            """,
        topic: .session,
        arity: 0...1,
        completions: [.file],
        takesRest: true
    ) { session, arguments throws(CommandError) in
        session.console.redirect(to: try arguments[0].map { word throws(CommandError) in try Session.stream(word) })
    }
}
