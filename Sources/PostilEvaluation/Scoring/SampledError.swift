import PostilCore
import PostilFormats

/// An error with the words that it is about, for reading.
public struct SampledError: Hashable, Sendable {
    /// The layer.
    public let layer: LayerName

    /// The class: missing, spurious, or what is wrong with a pair: boundary, type, value.
    public let className: String

    /// The document that it is in.
    public let identifier: String

    /// The gold's words and what stands around them; nil for what is spurious.
    public let gold: SpanContext?

    /// The words that were found; nil for what is missing.
    public let found: SpanContext?

    /// What the gold says.
    public let goldSays: String

    /// What was found to be said, and by which rule.
    public let foundSays: String

    let order: UInt64

    init(_ judged: JudgedAnnotation, className: String, in record: AnnotatedRecord, order: UInt64) {
        let map = OffsetMap(text: record.text, unit: record.offsetUnit)
        layer = judged.layer
        self.className = className
        self.order = order
        identifier = record.identifier
        gold = judged.gold.map { SpanContext($0.span, in: record.text, map: map) }
        found = judged.found.map { SpanContext($0.span, in: record.text, map: map) }
        goldSays = judged.gold.map { SampledError.description(of: $0, layer: judged.layer) } ?? ""
        foundSays =
            judged.found.map {
                let rule = $0.evidence.rule.map { " (\($0))" } ?? ""
                return SampledError.description(of: $0, layer: judged.layer) + rule
            } ?? ""
    }

    private static let shownFeatures = ["value", "timex", "low", "unit", "currency", "canonical", "speaker", "lemma"]

    private static func description(of annotation: ComparedAnnotation, layer: LayerName) -> String {
        let isStandard = !layer.rawValue.contains(".")
        let features = annotation.features.filter { !isStandard || shownFeatures.contains($0.key) }
        return ([annotation.type].compactMap { $0 } + features.map { "\($0.key)=\($0.value)" }).joined(separator: " ")
    }

    /// The classes of errors that a judged annotation belongs to.
    static func classes(of judged: JudgedAnnotation) -> [String] {
        switch judged.outcome {
        case .missing, .spurious: [judged.outcome.rawValue]
        default: judged.faults.map(\.rawValue)
        }
    }

    /// The errors that samples are kept of together.
    struct Group: Hashable, Comparable {
        let layer: LayerName
        let name: String

        static func < (left: Group, right: Group) -> Bool {
            (left.layer.rawValue, left.name) < (right.layer.rawValue, right.name)
        }
    }
}
