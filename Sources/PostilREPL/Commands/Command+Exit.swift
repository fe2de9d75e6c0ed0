extension Command {
    static let exit = Command(
        name: "exit",
        arguments: "[CODE]",
        summary: "leave, with an exit code",
        details: """
            Without CODE the exit code says how the session went: 0, or 1 if a command failed, or 2 if one was not
            understood. Ctrl-D leaves too.

            EXAMPLE
              .exit 3
            """,
        topic: .session,
        arity: 0...1
    ) { session, arguments throws(CommandError) in
        guard let word = arguments[0] else {
            session.exitCode = session.worstError?.rawValue ?? 0
            return
        }
        guard let code = UInt8(word) else {
            throw .usage("an exit code is a whole number from 0 to 255, not '\(word)'")
        }
        session.exitCode = Int32(code)
    }
}
