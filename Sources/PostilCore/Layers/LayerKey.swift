/// Names a layer and fixes the type of its values, so that `document[.tokens]` is fully inferred.
///
/// A plugin adds its own keys by extension:
///
/// ```swift
/// extension LayerKey where Value == Casualty {
///     static var casualties: LayerKey<Casualty> { LayerKey("org.example.casualties") }
/// }
/// ```
public struct LayerKey<Value: LayerValue>: Hashable, Sendable {
    /// The layer's name, one for each key.
    public let name: LayerName

    /// Whether the layer promises that its spans never overlap. The conformance check proves it.
    public let neverOverlaps: Bool

    /// Makes a key.
    ///
    /// - Parameters:
    ///   - name: The layer's name.
    ///   - neverOverlaps: Whether the layer's spans never overlap each other.
    public init(_ name: LayerName, neverOverlaps: Bool = false) {
        self.name = name
        self.neverOverlaps = neverOverlaps
    }
}
