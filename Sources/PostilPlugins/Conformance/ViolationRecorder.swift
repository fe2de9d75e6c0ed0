import PostilCore

/// Collects violations: the first few of each requirement, and how many there were.
struct ViolationRecorder {
    private let kept: Int
    private(set) var violations: [ConformanceViolation] = []
    private(set) var counts: [ConformanceRequirement: Int] = [:]

    init(kept: Int) { self.kept = max(1, kept) }

    mutating func record(
        _ requirement: ConformanceRequirement,
        _ message: String,
        layer: LayerName? = nil,
        in sample: TextSample? = nil,
        at span: Span? = nil
    ) {
        counts[requirement, default: 0] += 1
        guard counts[requirement, default: 0] <= kept else { return }
        violations.append(
            ConformanceViolation(
                requirement: requirement,
                message: message,
                layer: layer,
                textName: sample?.name,
                excerpt: sample.map { $0.excerpt(around: span) }
            )
        )
    }
}
