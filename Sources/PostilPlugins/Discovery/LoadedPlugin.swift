import PostilCore

/// A plugin that is ready for documents.
public struct LoadedPlugin: Sendable {
    /// Where it came from.
    public let source: PluginSource

    /// What it does.
    public let annotator: any Annotator

    /// What runs its programs; nil for a plugin that needs none.
    public let host: PluginHost?

    /// The hash of its files when it was loaded.
    public let digest: String

    /// Its name.
    public var name: AnnotatorName { annotator.name }

    /// Its version.
    public var version: String { annotator.version }

    /// Whether its files are others by now.
    public var hasChanged: Bool { (try? PluginSource(path: source.path))?.digest != digest }

    /// Checks that the plugin is the one that somebody wants.
    ///
    /// - Throws: ``PluginError`` with the code `name-clash` or `wrong-version`.
    public func check(identifier: String?, version: String?) throws(PluginError) {
        if let identifier, identifier != name.rawValue {
            throw PluginError(
                .nameClash,
                "\(source.path): is the plugin \(name), not \(identifier): name the right path"
            )
        }
        if let version, version != self.version {
            throw PluginError(
                .wrongVersion,
                "\(source.path): is \(name) \(self.version), but version \(version) is asked for: get that version, or ask "
                    + "for \(self.version)"
            )
        }
    }
}
