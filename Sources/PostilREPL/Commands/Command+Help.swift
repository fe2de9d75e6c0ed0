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
            for topic in CommandTopic.allCases { HelpText.write(topic, to: session.console) }
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
            HelpText.write(topic, to: session.console)
        } else {
            let command = try CommandTable.command(named: word)
            session.console.line("\(command.usage)\n\(command.summary)\n")
            for row in DisplayText.wrapped(command.details, to: min(session.console.style.width, 80)) {
                session.console.line(row)
            }
        }
    }
}

/// The words of the help that belong to no command.
enum HelpText {
    /// What `.help` says of words that are no commands.
    static let articles = ["text": typing, "where": places, "query": queries]

    private static let places = """
        WHERE names annotations:

          3         the annotation that is shown with this number
          @12       all that covers the character at offset 12
          12:24     what stands exactly from 12 to 24
          tokens:5  the fifth annotation of a layer, shown or not

        Offsets count what .set unit says, code points where nothing else is set.
        """

    private static let queries = """
        QUERY picks annotations of one layer:

          tokens              all
          tokens:number       those of a type
          tokens=upper        those with a feature of this value
          tokens:word=cap*    of a type, and a value that begins so
        """

    private static let typing = #"""
        A line of text is annotated as it is. Several lines are one text between marks, or with a backslash at the
        end of each but the last; what is pasted at once is one text too:

          """
          Dear Ms. Obi,
          we met on Friday.
          """

        A text that begins with a point is written with a space before it, or with two points. !COMMAND is for the
        shell, and a line that begins with # and a space is a remark.
        """#

    static func write(_ topic: CommandTopic, to console: Console) {
        let commands = CommandTable.all.filter { $0.topic == topic }
        guard !commands.isEmpty else { return }
        console.line()
        console.line("\(topic.title) (.help \(topic.rawValue))")
        for command in commands {
            let usage = DisplayText.padded(command.usage, to: 24)
            console.line("  \(usage) \(command.summary)")
        }
    }
}
