import PostilCore

/// A layer that a plugin provides, as its manifest describes it.
public struct PluginLayer: Hashable, Sendable {
    /// The layer's name.
    public var name: LayerName

    /// Whether the layer's annotations may overlap.
    public var mayOverlap: Bool

    /// The types that its annotations have; nil where the manifest does not list them.
    public var types: [String]?

    /// The keys of their features; nil where the manifest does not list them.
    public var features: [String]?

    /// Makes a description.
    public init(_ name: LayerName, mayOverlap: Bool = true, types: [String]? = nil, features: [String]? = nil) {
        self.name = name
        self.mayOverlap = mayOverlap
        self.types = types
        self.features = features
    }
}
