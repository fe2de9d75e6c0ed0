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
        for command in CommandTable.all {
            let text = "\(command.usage) \(command.summary) \(command.details)".lowercased()
            guard text.contains(word) else { continue }
            isFound = true
            session.console.line("\(DisplayText.padded(".\(command.name)", to: 12)) \(command.summary)")
        }
        for setting in Setting.all where "\(setting.name) \(setting.summary)".lowercased().contains(word) {
            isFound = true
            session.console.line("\(DisplayText.padded(".set \(setting.name)", to: 12)) \(setting.summary)")
        }
        if !isFound { session.console.line("nothing speaks of '\(arguments.words[0])'") }
    }
}

extension Session {
    /// Opens a file, or a shell command behind a `|`.
    static func stream(_ word: String) throws(CommandError) -> any OutputStream {
        let isCommand = word.hasPrefix("|")
        let name = InputLine.trimmed(Substring(word).dropFirst(isCommand ? 1 : 0))
        let stream = isCommand ? FileStream(command: name) : FileStream(path: UserFolder.expanded(name))
        guard let stream, !name.isEmpty else { throw .failed("\(word): \(String(cString: strerror(errno)))") }
        return stream
    }
}
