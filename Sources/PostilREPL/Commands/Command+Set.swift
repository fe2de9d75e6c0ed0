import Postil

extension Command {
    static let set = Command(
        name: "set",
        arguments: "NAME=VALUE",
        summary: "change a setting",
        details: """
            Also written .set NAME VALUE. The document is annotated once more where the setting changes what is found.
            .get lists the settings with what they take.

            EXAMPLE
              .set anchor=2014-06-17
            """,
        topic: .changing,
        arity: 1...2,
        completions: [.setting, .settingValue]
    ) { session, arguments throws(CommandError) in
        var name = arguments.words[0]
        var value = arguments[1]
        if let sign = name.firstIndex(of: "="), value == nil {
            value = String(name[name.index(after: sign)...])
            name = String(name[..<sign])
        }
        guard let value else { throw .wrongArguments }
        try session.set(name, to: value)
        if name.hasPrefix("date-") {
            try session.rebuildPipeline()
        } else if name == "anchor" {
            try session.annotateAgain()
        } else {
            return
        }
        if session.state.run != nil { try session.showDocument(isNew: true) }
    }
}
