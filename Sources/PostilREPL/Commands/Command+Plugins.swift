import Postil

extension Command {
    static let plugins = Command(
        name: "plugins",
        arguments: "",
        summary: "list the plugins that are loaded, and those found",
        details: """
            Plugins are looked for in the folder Plugins and in the configuration's folder plugins; none of those found
            runs before .plugin loads it, unless 'postil plugin trust' says so.

            EXAMPLE
              .plugins
            """,
        topic: .changing,
        arity: 0...0
    ) { session, _ throws(CommandError) in
        let style = session.console.style
        var table = TextTable(header: ["plugin", "version", "kind", "state", "makes", "from"])
        for plugin in session.state.plugins {
            let state =
                plugin.hasChanged ? "changed: .reload" : plugin.host?.stopReason.map { _ in "given up" } ?? "loaded"
            table.add([
                plugin.name.rawValue, plugin.version, plugin.source.kind.rawValue, state,
                Session.names(plugin.annotator.provides), plugin.source.path,
            ])
        }
        let trust = PluginTrust()
        for entry in PluginCatalog().entries {
            switch entry.source {
            case .success(let source):
                let name = source.manifest?.identifier ?? source.title
                guard !session.state.plugins.contains(where: { $0.name.rawValue == name }) else { continue }
                table.add([
                    name, source.manifest?.version ?? "-", source.kind.rawValue, trust.status(of: source).rawValue,
                    source.manifest?.provides.map(\.name.rawValue).joined(separator: ", ") ?? "-", entry.path,
                ])
            case .failure(let error):
                session.console.error("warning: \(error)")
            }
        }
        guard !table.isEmpty else {
            session.console.line("no plugins: .plugin PATH loads one")
            return
        }
        for line in table.lines(width: style.width, style: style) { session.console.line(line) }
    }
}
