extension Command {
    static let mode = Command(
        name: "mode",
        arguments: "[MODE]",
        summary: "say or change how documents are shown",
        details: """
            MODE is stack, table, inline, json, jsonl, csv, html, conll or brat. stack puts the annotations under the words, inline into the text, table under each other. json is the
            record of postil annotate on many lines, jsonl the same on one. csv, html, conll and brat are for other
            programs.

            EXAMPLE
              .mode table
            """,
        topic: .looking,
        arity: 0...1,
        completions: [.mode]
    ) { session, arguments throws(CommandError) in
        guard let word = arguments[0] else {
            session.console.line(session.state.settings.mode.rawValue)
            return
        }
        try session.set("mode", to: word)
        if session.state.run != nil { try session.showDocument(isNew: false) }
    }
}
