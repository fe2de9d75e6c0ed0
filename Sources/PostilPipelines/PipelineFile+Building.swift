import Postil

extension PipelineFile {
    /// The annotators of Postil with the file's options.
    ///
    /// - Throws: ``PipelineFileError`` where a lexicon cannot be read.
    public func lexicons() throws(PipelineFileError) -> (names: LexiconSet, sentiment: SentimentLexicon?) {
        do {
            var names = LexiconSet()
            for (index, path) in dictionaries.enumerated() {
                names.add(
                    try Lexicon(path: path),
                    name: path,
                    priority: LexiconSet.userPriority + dictionaries.count - index
                )
            }
            let sentiment = try sentimentLexicon.map { path in
                try SentimentLexicon().adding(try ByteSource(path: path).readAll(), path: path)
            }
            return (names, sentiment)
        } catch {
            throw PipelineFileError(path: path, line: nil, message: "\(error)")
        }
    }

    /// Loads the plugins that the file asks for.
    ///
    /// - Throws: ``PipelineFileError`` with the line of a plugin that is not there, in another version, or does not
    ///   work, and how to get it.
    public func loadPlugins(
        with loader: PluginLoader,
        catalog: PluginCatalog
    ) throws(PipelineFileError) -> [LoadedPlugin] {
        var loaded: [LoadedPlugin] = []
        for plugin in plugins {
            do throws(PluginError) {
                let found =
                    try plugin.path.map { (path) throws(PluginError) in try PluginSource(path: path) }
                    ?? catalog.source(identifier: plugin.identifier)
                guard let found else {
                    throw PluginError(
                        .notFound,
                        "it is not in \(PluginCatalog.standardFolders.joined(separator: " nor "))"
                    )
                }
                // What the manifest says is enough to refuse it, without starting its program.
                if let manifest = found.manifest { try check(manifest, plugin, found) }
                let ready = try loader.load(found, besides: loaded)
                try ready.check(identifier: plugin.identifier, version: plugin.version)
                loaded.append(ready)
            } catch {
                let remedy =
                    plugin.source.map { "; to get it: \($0)" }
                    ?? (error.code == .notFound ? "; get the plugin and write where it lies ('path: FOLDER')" : "")
                let wanted = plugin.identifier + (plugin.version.map { " \($0)" } ?? "")
                throw PipelineFileError(
                    path: path,
                    line: plugin.line,
                    message: "needs the plugin \(wanted): \(error.message)\(remedy)"
                )
            }
        }
        return loaded
    }

    private func check(
        _ manifest: PluginManifest,
        _ plugin: PluginRequirement,
        _ found: PluginSource
    ) throws(PluginError) {
        guard manifest.identifier == plugin.identifier else {
            throw PluginError(.nameClash, "\(found.path) is the plugin \(manifest.identifier)")
        }
        if let version = plugin.version, version != manifest.version {
            throw PluginError(.wrongVersion, "\(found.path) is version \(manifest.version)")
        }
    }
}
