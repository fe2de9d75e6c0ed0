import PostilCore

/// The keys of layers that come from, or go to, another program by their names.
enum LayerTypes {
    private static let standard: [AnyLayerKey] = [
        AnyLayerKey(.paragraphs), AnyLayerKey(.sentences), AnyLayerKey(.tokens), AnyLayerKey(.tags),
        AnyLayerKey(.lemmas), AnyLayerKey(.dates), AnyLayerKey(.numbers), AnyLayerKey(.entities),
        AnyLayerKey(.quotes), AnyLayerKey(.sentiment),
    ]

    /// The key of the layer `name`: a standard layer's own, else one of open values.
    static func key(of name: LayerName, mayOverlap: Bool = true) -> AnyLayerKey {
        standard.first { $0.name == name }
            ?? AnyLayerKey(LayerKey<OpenValue>(name, neverOverlaps: !mayOverlap))
    }
}
