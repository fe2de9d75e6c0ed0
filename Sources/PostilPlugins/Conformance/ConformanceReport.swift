import PostilCore

/// What the conformance check found out about an annotator.
public struct ConformanceReport: Sendable {
    /// The annotator.
    public let annotator: AnnotatorName

    /// What it does not meet: of each requirement the first few cases.
    public let violations: [ConformanceViolation]

    /// How many cases of each requirement that is not met were seen, those not listed included.
    public let violationCounts: [ConformanceRequirement: Int]

    /// On how many texts the annotator was run.
    public let textCount: Int

    /// How many annotations it made on them, by layer. A check in which an annotator found nothing says
    /// little: give it texts in which it finds something.
    public let annotationCounts: [LayerName: Int]

    /// The texts on which shift invariance was not judged, since a layer that the annotator reads had
    /// changed itself.
    public let unjudgedShifts: Int

    /// A hash of all annotations. Two processes that run the same check get the same one, unless the
    /// annotator's output depends on something that differs between processes, such as the order of a
    /// `Set` or `Dictionary`, which one process alone cannot see.
    public let outputFingerprint: Fingerprint

    /// Whether the annotator meets all requirements.
    public var isConforming: Bool { violations.isEmpty }
}

extension ConformanceReport: CustomStringConvertible {
    /// The result in a line, then a line for each violation.
    public var description: String {
        let annotations = annotationCounts.values.reduce(0, +)
        let result = isConforming ? "conforms" : "does not conform"
        let summary =
            "'\(annotator)' \(result): \(textCount) texts, \(annotations) annotations, output \(outputFingerprint)"
        let lines = violations.map { violation in
            let count = violationCounts[violation.requirement] ?? 1
            return "  \(violation)\(count > 1 ? " (1 of \(count))" : "")"
        }
        return ([summary] + lines).joined(separator: "\n")
    }
}
