/// An answer to a ``Question``, as a tree: what matched, what raised or lowered the score, what lost.
public struct Explanation: Hashable, Sendable {
    /// The answer in a line.
    public let summary: String

    /// The text that the line is about.
    public let span: Span?

    /// What the line adds to the decision, where it is a number.
    public let weight: Double?

    /// The reasons.
    public let reasons: [Explanation]

    /// Makes an explanation.
    public init(_ summary: String, span: Span? = nil, weight: Double? = nil, reasons: [Explanation] = []) {
        self.summary = summary
        self.span = span
        self.weight = weight
        self.reasons = reasons
    }
}

extension Explanation: CustomStringConvertible {
    /// The tree, a line a node, reasons indented under what they explain.
    public var description: String { lines(indent: "").joined(separator: "\n") }

    private func lines(indent: String) -> [String] {
        var line = indent + summary
        if let span { line += " [\(span)]" }
        if let weight {
            // Adding zero turns the negative zero of a small negative weight into a plain one.
            let rounded = (weight * 100).rounded() / 100 + 0
            line += " (\(rounded < 0 ? "" : "+")\(rounded))"
        }
        return [line] + reasons.flatMap { $0.lines(indent: indent + "  ") }
    }
}
