/// A layer key whose value type is known at run time only, for declarations and checks.
public struct AnyLayerKey: Hashable, Sendable {
    /// The layer's name.
    public let name: LayerName

    /// Whether the layer's spans never overlap.
    public let neverOverlaps: Bool

    /// The type of the layer's values; nil for a key that reads a layer whatever its values are.
    public let valueType: (any LayerValue.Type)?

    /// Forgets the value type of `key`.
    @inlinable
    public init<Value>(_ key: LayerKey<Value>) {
        name = key.name
        neverOverlaps = key.neverOverlaps
        valueType = Value.self
    }

    /// The key by which an annotator reads the layer `name` whatever its values are, in their general form
    /// (``DocumentView/layer(_:)``). It provides nothing.
    public init(readingAnyValuesOf name: LayerName) {
        self.name = name
        neverOverlaps = false
        valueType = nil
    }

    /// Whether both keys name one layer with values of one type.
    public static func == (left: AnyLayerKey, right: AnyLayerKey) -> Bool {
        left.name == right.name && left.valueType == right.valueType
    }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
