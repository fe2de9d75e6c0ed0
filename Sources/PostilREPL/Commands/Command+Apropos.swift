extension Command {
    static let apropos = Command(
        name: "apropos",
        arguments: "WORD",
        summary: "list commands and settings that speak of a word",
        details: """
            EXAMPLE
              .apropos date
            """,
        topic: .session,
        arity: 1...1
    ) { session, arguments throws(CommandError) in
        let word = arguments.words[0].lowercased()
        var isFound = false
        for command in session.commands.commands {
            let text = "\(command.usage) \(command.summary) \(command.details)".lowercased()
            guard text.contains(word) else { continue }
            isFound = true
            session.console.line("\(DisplayText.padded(".\(command.name)", to: 16)) \(command.summary)")
        }
        for setting in Setting.all where "\(setting.name) \(setting.summary)".lowercased().contains(word) {
            isFound = true
            session.console.line("\(DisplayText.padded(".set \(setting.name)", to: 16)) \(setting.summary)")
        }
        if !isFound { session.console.line("nothing speaks of '\(DisplayText.oneLine(arguments.words[0]))'") }
    }
}
