import Postil

extension Command {
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
