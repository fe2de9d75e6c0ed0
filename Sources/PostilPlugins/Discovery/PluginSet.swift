import PostilCore

/// Plugins that are used together.
public struct PluginSet: Sendable {
    /// The plugins, in the order in which they were named.
    public let plugins: [LoadedPlugin]

    /// Puts plugins together.
    ///
    /// - Throws: ``PluginError`` with the code `name-clash` where two have one name or provide one layer.
    public init(_ plugins: [LoadedPlugin] = []) throws(PluginError) {
        self.plugins = plugins
        for (index, plugin) in plugins.enumerated() {
            for earlier in plugins[..<index] {
                guard earlier.name != plugin.name else {
                    throw PluginError(
                        .nameClash,
                        "\(plugin.source.path) and \(earlier.source.path) are both the plugin \(plugin.name): name one"
                    )
                }
                let layers = plugin.annotator.provides.map(\.name)
                if let layer = earlier.annotator.provides.map(\.name).first(where: layers.contains) {
                    throw PluginError(
                        .nameClash,
                        "the plugins \(earlier.name) and \(plugin.name) both provide the layer '\(layer)': name one of them"
                    )
                }
            }
        }
    }

    /// The plugins as annotators.
    public var annotators: [any Annotator] { plugins.map(\.annotator) }

    /// The layers that they provide.
    public var layers: [LayerName] { plugins.flatMap { $0.annotator.provides.map(\.name) } }

    /// Those of `annotators` of which the plugins do not provide all layers, so that the plugins take the others'
    /// place.
    public func withoutReplaced(_ annotators: [any Annotator]) -> [any Annotator] {
        let layers = Set(layers)
        return annotators.filter { !layers.isSuperset(of: $0.provides.map(\.name)) }
    }

    /// Ends the plugins' programs in good order.
    public func shutDown() {
        for plugin in plugins { plugin.host?.shutDown() }
    }
}
