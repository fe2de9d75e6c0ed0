import Postil

extension Command {
    static let dict = Command(
        name: "dict",
        arguments: "[add|drop|load|save]",
        summary: "list and change the session's dictionary",
        details: """
            .dict add TYPE "TEXT"…, .dict drop "TEXT", .dict load FILE and .dict save FILE change, read and write the
            entries. They are found token by token, in capitals or not, and make the layer 'dictionary'. A file has a line
            TYPE, tab, TEXT for each. Without words, lists the entries.

            EXAMPLE
              .dict add PRODUCT "Quern Courier"
            """,
        topic: .changing,
        arity: 0...64,
        completions: [.words(["add", "drop", "load", "save"]), .file]
    ) { session, arguments throws(CommandError) in
        let words = arguments.words
        switch arguments[0] {
        case nil:
            if session.state.dictionary.isEmpty { session.console.line("no entries") }
            for entry in session.state.dictionary { session.console.line("\(entry.type)\t\(entry.text)") }
            return
        case "add" where words.count >= 3:
            let entries = words.dropFirst(2).map { DictionaryEntry(type: words[1], text: $0) }
            session.addToDictionary(entries)
        case "drop" where words.count == 2:
            let before = session.state.dictionary.count
            session.state.dictionary.removeAll { $0.text == words[1] }
            guard session.state.dictionary.count < before else { throw .failed("there is no entry '\(words[1])'") }
        case "load" where words.count == 2:
            session.addToDictionary(try DictionaryFile.read(words[1]))
        case "save" where words.count == 2:
            try DictionaryFile.write(session.state.dictionary, to: words[1])
            session.console.line("written to \(words[1])")
            return
        default: throw .wrongArguments
        }
        try session.rebuildAndShow()
    }
}
