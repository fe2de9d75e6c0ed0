import ArgumentParser
import Postil

/// Lists the plugins that lie where plugins are looked for.
struct PluginListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the plugins that are found; none is started.",
        discussion: """
            Plugins are looked for in the folder Plugins and in plugins in the configuration's folder \
            ($XDG_CONFIG_HOME/postil, else ~/.config/postil). None runs unless --plugin or a pipeline file names it, or \
            'postil plugin trust' has said that it may; a trusted one is used where its layer is asked for, and in \
            sessions.

            EXAMPLE
              postil plugin list --json
            """
    )

    @Flag(help: "Print JSON, a plugin a line.")
    var json = false

    func run() throws {
        let trust = PluginTrust()
        let entries = PluginCatalog().entries
        if entries.isEmpty, !json {
            print(
                "No plugins in \(PluginCatalog.standardFolders.joined(separator: ", ")). 'postil plugin new' makes one."
            )
        }
        for entry in entries {
            switch entry.source {
            case .success(let source): show(source, at: entry.path, trust.status(of: source))
            case .failure(let error): StandardError.write("postil: \(error)\n")
            }
        }
    }

    private func show(_ source: PluginSource, at path: String, _ status: PluginTrust.Status) {
        let layers = source.manifest?.provides.map(\.name.rawValue) ?? []
        guard json else {
            print("\(source.title) (\(source.kind.rawValue), \(status.rawValue))")
            print("  from \(path)")
            if !layers.isEmpty { print("  makes \(layers.joined(separator: ", "))") }
            return
        }
        let description: JSONValue = [
            "id": source.manifest.map { .string($0.identifier) } ?? .null,
            "version": source.manifest.map { .string($0.version) } ?? .null,
            "kind": .string(source.kind.rawValue), "status": .string(status.rawValue), "path": .string(path),
            "provides": .array(layers.map { .string($0) }),
        ]
        print(description.serialized())
    }
}
