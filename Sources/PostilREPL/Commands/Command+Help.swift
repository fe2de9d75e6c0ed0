extension Command {
    static let help = Command(
        name: "help",
        arguments: "[COMMAND|TOPIC]",
        summary: "list the commands, or explain one",
        details: """
            A TOPIC is one of the headings of the list, 'text' for how texts are typed, 'where' for how places are
            named, or 'query' for how annotations are picked.

            EXAMPLE
              .help why
            """,
        topic: .session,
        arity: 0...1,
        completions: [.command]
    ) { session, arguments throws(CommandError) in
        guard let word = arguments[0]?.drop(while: { $0 == "." }).lowercased() else {
            session.console.line("Type a text to see its annotations. What begins with a point is a command:")
            for topic in CommandTopic.allCases { HelpText.write(topic, of: session) }
            session.console.line()
            session.console.line("A name may be shortened (.sp for .spans). .help COMMAND says more; .help text,")
            session.console.line(".help where and .help query say how texts, places and annotations are written.")
            return
        }
        if let words = HelpText.articles[word] {
            for row in DisplayText.wrapped(words, to: min(session.console.style.width, 80)) {
                session.console.line(row)
            }
        } else if let topic = CommandTopic(rawValue: word) {
            HelpText.write(topic, of: session)
        } else {
            let command = try session.commands.command(named: word)
            session.console.line("\(command.usage)\n\(command.summary)\n")
            for row in DisplayText.wrapped(command.details, to: min(session.console.style.width, 80)) {
                session.console.line(row)
            }
        }
    }
}
