import Postil

extension Session {
    /// Loads the plugin that `name` means, a path or the name of one that was found.
    func loadPlugin(_ name: String) throws(CommandError) -> LoadedPlugin {
        do throws(PluginError) {
            let source = try PluginCatalog().source(named: UserFolder.expanded(name))
            let annotators = configuration.annotators
            return try PluginLoader { annotators }.load(source, besides: state.plugins)
        } catch {
            throw .failed("\(error)")
        }
    }

    /// Adds a plugin, or puts it in the place of the one with its name, and uses it.
    mutating func use(_ plugin: LoadedPlugin) throws(CommandError) {
        if let index = state.plugins.firstIndex(where: { $0.name == plugin.name }) {
            state.plugins[index] = plugin
        } else {
            state.plugins.append(plugin)
        }
        let names = try offered().map(\.name)
        state.wanted.removeAll { !names.contains($0) }
        if !state.wanted.contains(plugin.name) { state.wanted.append(plugin.name) }
    }

    /// Loads the plugins again whose files have changed.
    ///
    /// - Returns: Whether there were any.
    mutating func reloadPlugins() throws(CommandError) -> Bool {
        let changed = state.plugins.filter(\.hasChanged)
        for plugin in changed {
            try use(try loadPlugin(plugin.source.path))
            console.line("loaded \(plugin.name) again")
        }
        if !changed.isEmpty { try rebuildPipeline() }
        return !changed.isEmpty
    }

    /// Loads rules again whose files have changed since the last text; those that are faulty stay as they were.
    mutating func reloadRules() {
        for plugin in state.plugins where plugin.source.kind == .rules && plugin.hasChanged {
            do throws(CommandError) {
                try use(try loadPlugin(plugin.source.path))
                try rebuildPipeline()
                console.line("loaded \(plugin.name) again")
            } catch {
                report(error)
                console.line("\(plugin.name) goes on as it was")
            }
        }
    }

    /// Ends the programs of all plugins that are loaded.
    func shutDownPlugins() {
        for plugin in state.plugins { plugin.host?.shutDown() }
    }
}
