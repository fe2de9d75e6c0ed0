import Glibc

extension Command {
    static let log = Command(
        name: "log",
        arguments: "[FILE]",
        summary: "write the lines that are carried out to a script",
        details: """
            The script can be replayed with .read or with postil repl --batch. Without FILE, the script ends.

            EXAMPLE
              .log session.postil
            """,
        topic: .session,
        arity: 0...1,
        completions: [.file]
    ) { session, arguments throws(CommandError) in
        session.stopLog()
        guard let path = arguments[0] else { return }
        guard let stream = FileStream(path: UserFolder.expanded(path)) else {
            throw .failed("\(path): \(String(cString: strerror(errno)))")
        }
        session.log = (path, stream)
    }
}
