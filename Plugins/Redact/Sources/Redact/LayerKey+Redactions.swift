import PostilCore

extension LayerKey where Value == RedactionValue {
    /// What is to be hidden, and what stands in its place; no stretch overlaps another.
    public static var redactions: LayerKey<RedactionValue> { LayerKey("org.postil.redactions", neverOverlaps: true) }
}
