/// A named property of an annotation in the form that every layer can be written in: text for text.
public struct Feature: Hashable, Sendable {
    /// The property's name.
    public let key: String

    /// Its value as text.
    public let value: String

    /// Makes a feature.
    public init(_ key: String, _ value: String) {
        self.key = key
        self.value = value
    }
}
