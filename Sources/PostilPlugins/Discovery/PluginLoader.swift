import PostilCore
import PostilRules

/// Makes annotators of plugins.
public struct PluginLoader: Sendable {
    private let available: @Sendable () throws -> [any Annotator]

    /// A loader.
    ///
    /// - Parameter available: The annotators that make what rules read, on which their examples are tried; made
    ///   where there is a file of rules alone.
    public init(available: @escaping @Sendable () throws -> [any Annotator]) { self.available = available }

    /// Loads the plugin at `path`: see ``PluginSource/init(path:)``.
    ///
    /// - Throws: ``PluginError`` that names it and says what to do.
    public func load(path: String) throws(PluginError) -> LoadedPlugin { try load(try PluginSource(path: path)) }

    /// Loads a plugin that was found; its program is started, or its rules are tried on their examples, so that what
    /// is wrong with it is known at once.
    ///
    /// - Parameters:
    ///   - source: The plugin.
    ///   - others: The plugins that are loaded already, whose layers rules may read.
    /// - Throws: ``PluginError`` that names it and says what to do.
    public func load(
        _ source: PluginSource,
        besides others: [LoadedPlugin] = []
    ) throws(PluginError) -> LoadedPlugin {
        let digest = source.digest
        switch source.kind {
        case .rules:
            return LoadedPlugin(source: source, annotator: try rules(source, others), host: nil, digest: digest)
        case .process, .swift:
            let host = try host(of: source)
            let annotator = ProcessAnnotator(host: host, configuration: String(digest.prefix(16)))
            return LoadedPlugin(source: source, annotator: annotator, host: host, digest: digest)
        }
    }

    /// The annotator of a file of rules.
    private func rules(_ source: PluginSource, _ others: [LoadedPlugin]) throws(PluginError) -> any Annotator {
        guard let path = source.rulesPath else {
            throw PluginError(.badManifest, "\(source.path): names no file of rules: write \"rules\": \"FILE.rules\"")
        }
        do {
            let available = others.map(\.annotator) + (try available())
            return try RuleFile.load(path: path, name: source.rulesName, available: available)
        } catch {
            throw PluginError(.badRules, "\(error)")
        }
    }

    private func host(of source: PluginSource) throws(PluginError) -> PluginHost {
        let command = source.command
        guard let program = command.first else {
            throw PluginError(
                .badManifest,
                "\(source.path): names no program: write \"command\": [\"python3\", \"plugin.py\"] or the like"
            )
        }
        if source.kind == .swift, program.contains("/"), !program.hasPrefix("/"),
            PluginFiles.kind(of: "\(source.folder)/\(program)") == nil
        {
            throw PluginError(
                .cannotStart,
                "\(source.path): is not built: run 'swift build -c release' in \(source.folder)"
            )
        }
        return try PluginHost(
            manifest: source.manifest,
            command: command,
            folder: source.folder,
            name: source.path
        )
    }
}
