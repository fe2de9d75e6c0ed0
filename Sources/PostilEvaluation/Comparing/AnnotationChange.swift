import PostilCore

/// What became of an annotation from one run to another.
public struct AnnotationChange: Hashable, Sendable {
    /// What kind of change it is.
    public enum Kind: String, CaseIterable, Sendable {
        /// Only the second run has it.
        case added
        /// Only the first run has it.
        case removed
        /// Both have one there, of different extents.
        case extent
        /// Both have the extent, with different types.
        case type
        /// Both have extent and type, and say different things.
        case value
        /// Both say the same by another rule or source, or with another score.
        case evidence
    }

    /// The layer, as ``ComparedLayer`` names it.
    public let layer: LayerName

    /// The kind.
    public let kind: Kind

    /// What the first run has; nil where it has nothing.
    public let before: ComparedAnnotation?

    /// What the second run has; nil where it has nothing.
    public let after: ComparedAnnotation?

    /// The annotation that tells the place: the second run's where it has one.
    public var place: ComparedAnnotation? { after ?? before }

    /// Whose change it is: source and rule, both of them where they differ.
    public var origin: Origin { Origin(layer: layer, before: before, after: after) }

    /// The source and the rule that a change is counted under.
    public struct Origin: Hashable, Sendable {
        /// The layer.
        public let layer: LayerName

        /// The annotator, or `old > new`.
        public let source: String

        /// The rule, or `old > new`; a dash where there is none.
        public let rule: String

        init(layer: LayerName, before: ComparedAnnotation?, after: ComparedAnnotation?) {
            func told(_ name: (ComparedAnnotation) -> String) -> String {
                let names = [before, after].compactMap { $0 }.map { name($0) }
                return Set(names).count > 1 ? names.joined(separator: " > ") : names.first ?? ""
            }
            self.layer = layer
            source = told { $0.evidence.source.isEmpty ? "-" : $0.evidence.source }
            rule = told { $0.evidence.rule ?? "-" }
        }
    }
}

extension AnnotationChange.Origin: Comparable {
    /// By layer, source and rule.
    public static func < (left: Self, right: Self) -> Bool {
        (left.layer.rawValue, left.source, left.rule) < (right.layer.rawValue, right.source, right.rule)
    }
}
