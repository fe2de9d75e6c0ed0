import PostilCore

/// What is to stand in the place of a stretch of text.
public struct RedactionValue: LayerValue {
    /// The layer of the annotation that is hidden, such as `entities`.
    public var layer: String

    /// What it is, such as `PERSON`.
    public var label: String

    /// Makes a value.
    public init(layer: String, label: String) {
        self.layer = layer
        self.label = label
    }

    /// What stands in the place: the label in brackets.
    public var replacement: String { "[\(label)]" }

    /// The label.
    public var type: String? { label }

    /// The layer and the replacement.
    public var features: [Feature] { [Feature("layer", layer), Feature("replacement", replacement)] }

    /// The value that ``type`` and ``features`` write.
    public init?(type: String?, features: [Feature]) {
        guard let type, features.map(\.key) == ["layer", "replacement"], features[1].value == "[\(type)]" else {
            return nil
        }
        self.init(layer: features[0].value, label: type)
    }
}
