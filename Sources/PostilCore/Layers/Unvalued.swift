/// The value of a layer whose annotations say nothing but where they are, such as sentences.
public struct Unvalued: Hashable, Sendable {
    /// The only value.
    @inlinable
    public init() {}
}
