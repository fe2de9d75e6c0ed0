import Glibc
import PostilCore

/// The plugins that lie where plugins are looked for. They are read, and none is started.
public struct PluginCatalog: Sendable {
    /// A plugin, or why what lies there is none.
    public struct Entry: Sendable {
        /// Where it lies.
        public let path: String

        /// The plugin, or what is wrong with it.
        public let source: Result<PluginSource, PluginError>
    }

    /// The plugins, by folder and name.
    public let entries: [Entry]

    /// Looks into folders.
    ///
    /// - Parameter folders: The folders; those that are not there are passed over.
    public init(folders: [String] = PluginCatalog.standardFolders) {
        var entries: [Entry] = []
        for folder in folders {
            for name in PluginFiles.names(in: folder) {
                let path = "\(folder)/\(name)"
                let isPlugin = name.hasSuffix(".rules") || PluginFiles.kind(of: "\(path)/plugin.json") != nil
                guard isPlugin else { continue }
                entries.append(
                    Entry(path: path, source: Result { () throws(PluginError) in try PluginSource(path: path) })
                )
            }
        }
        self.entries = entries
    }

    /// The folder of the user's configuration: `$XDG_CONFIG_HOME/postil`, else `~/.config/postil`; nil where neither
    /// is known.
    public static var configurationFolder: String? {
        if let folder = getenv("XDG_CONFIG_HOME").map({ String(cString: $0) }), folder.hasPrefix("/") {
            return folder + "/postil"
        }
        guard let home = getenv("HOME").map({ String(cString: $0) }), !home.isEmpty else { return nil }
        return home + "/.config/postil"
    }

    /// `Plugins` in the current folder, and `plugins` in the user's configuration.
    public static var standardFolders: [String] {
        ["Plugins"] + (configurationFolder.map { ["\($0)/plugins"] } ?? [])
    }

    /// The plugin called `identifier`; nil where none is.
    public func source(identifier: String) -> PluginSource? {
        entries.lazy.compactMap { try? $0.source.get() }.first { $0.manifest?.identifier == identifier }
    }

    /// The plugin that `name` means: a path, or the name of one that was found.
    ///
    /// - Throws: ``PluginError`` where neither leads to one.
    public func source(named name: String) throws(PluginError) -> PluginSource {
        if PluginFiles.kind(of: name) == nil, let source = source(identifier: name) { return source }
        return try PluginSource(path: name)
    }
}
