import PostilCore

/// What a record shows.
public struct RecordOptions: Hashable, Sendable {
    /// The layers to write; the keys of other standard layers stay as empty arrays.
    public var layers: [LayerName]

    /// The unit of offsets.
    public var offsetUnit: OffsetUnit

    /// The layers that are written where nothing else is asked for.
    public static let standardLayers: [LayerName] = [
        "sentences", "dates", "numbers", "entities", "quotes", "sentiment",
    ]

    /// Makes options.
    public init(layers: [LayerName] = RecordOptions.standardLayers, offsetUnit: OffsetUnit = .codepoint) {
        self.layers = layers
        self.offsetUnit = offsetUnit
    }
}
