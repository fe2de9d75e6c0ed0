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

    static let get = Command(
        name: "get",
        arguments: "[NAME]",
        summary: "list the settings, or say one",
        details: """
            EXAMPLE
              .get unit
            """,
        topic: .changing,
        arity: 0...1,
        completions: [.setting]
    ) { session, arguments throws(CommandError) in
        if let word = arguments[0] {
            session.console.line(try Setting.named(word).text(session.state.settings))
            return
        }
        var table = TextTable(header: ["setting", "value", "what it is"])
        for setting in Setting.all {
            table.add([setting.name, setting.text(session.state.settings), "\(setting.summary): \(setting.values)"])
        }
        let style = session.console.style
        for line in table.lines(width: max(style.width, 120), style: style) { session.console.line(line) }
    }
}

extension Setting {
    /// The setting called `name`.
    static func named(_ name: String) throws(CommandError) -> Setting {
        if let setting = all.first(where: { $0.name == name }) { return setting }
        let near = Spelling.nearest(to: name, among: all.map(\.name))
        throw .usage(
            "there is no setting '\(name)'" + (near.map { ": did you mean '\($0)'?" } ?? "; .get lists them")
        )
    }
}

extension Session {
    /// Sets a setting and makes the console follow.
    mutating func set(_ name: String, to value: String) throws(CommandError) {
        let setting = try Setting.named(name)
        var changed = state.settings
        guard setting.set(&changed, value) else {
            throw .usage("'\(name)' takes \(setting.values), not '\(value)'")
        }
        state.settings = changed
        applySettings()
    }
}
