/// The form under which a dictionary lists a word: *went* under *go*.
///
/// The layer ``LayerKey/lemmas`` has one for each token, at the same position.
public struct Lemma: LayerValue {
    /// The form.
    public let text: String

    /// Makes a lemma.
    public init(_ text: String) { self.text = text }
}

extension Lemma {
    /// The form.
    public var type: String? { text }

    /// No features.
    public var features: [Feature] { [] }

    /// The lemma whose form is `type`.
    public init?(type: String?, features: [Feature]) {
        guard let type, features.isEmpty else { return nil }
        self.init(type)
    }
}
