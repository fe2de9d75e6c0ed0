/// The value of a layer whose annotations say nothing but where they are, such as sentences.
public struct Unvalued: LayerValue {
    /// The only value.
    @inlinable
    public init() {}

    /// The only value, of no type and no features.
    public init?(type: String?, features: [Feature]) {
        guard type == nil, features.isEmpty else { return nil }
    }

    /// No type.
    public var type: String? { nil }

    /// No features.
    public var features: [Feature] { [] }
}
