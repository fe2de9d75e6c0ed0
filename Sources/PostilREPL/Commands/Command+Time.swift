import Postil

extension Command {
    static let time = Command(
        name: "time",
        arguments: "[on|off]",
        summary: "say how long annotating took, once or always",
        details: """
            EXAMPLE
              .time on
            """,
        topic: .changing,
        arity: 0...1,
        completions: [.words(["on", "off"])]
    ) { session, arguments throws(CommandError) in
        if let word = arguments[0] {
            try session.set("timer", to: word)
            return
        }
        _ = try session.document()
        guard let run = session.state.run else { return }
        session.console.line(Timing.line(run))
    }
}
