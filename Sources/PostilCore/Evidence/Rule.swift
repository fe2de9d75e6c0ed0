/// A rule of an annotator, by which it explains what it did.
public struct Rule: Hashable, Sendable {
    /// The rule's name, as records write it: lower case with hyphens.
    public let name: String

    /// What the rule does, in a sentence.
    public let summary: String

    /// Makes a rule.
    public init(_ name: String, _ summary: String) {
        self.name = name
        self.summary = summary
    }
}
