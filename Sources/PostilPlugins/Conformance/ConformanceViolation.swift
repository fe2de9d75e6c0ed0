import PostilCore

/// A requirement that an annotator does not meet, and the text that shows it.
public struct ConformanceViolation: Hashable, Sendable {
    /// What is not met.
    public let requirement: ConformanceRequirement

    /// What happened and what to do about it, in a line.
    public let message: String

    /// The layer that it concerns, where it concerns one.
    public let layer: LayerName?

    /// Which text shows it, for instance `noise 3` or `text 1 of the caller`; nil where none is needed.
    public let textName: String?

    /// The place in that text, shortened and on one line, odd characters as escapes.
    public let excerpt: String?
}

extension ConformanceViolation: CustomStringConvertible {
    /// The violation in a line.
    public var description: String {
        var line = "\(requirement): "
        if let layer { line += "layer '\(layer)': " }
        line += message
        if let textName { line += " [\(textName)\(excerpt.map { ": \"\($0)\"" } ?? "")]" }
        return line
    }
}
