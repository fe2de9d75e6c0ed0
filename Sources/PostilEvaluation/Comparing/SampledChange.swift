import PostilCore
import PostilFormats

/// A change with the words that it is about, for reading.
public struct SampledChange: Hashable, Sendable {
    /// The change.
    public let change: AnnotationChange

    /// The document that it is in.
    public let identifier: String

    /// The first run's words and what stands around them; nil where it has nothing.
    public let before: SpanContext?

    /// The second run's words and what stands around them; nil where it has nothing.
    public let after: SpanContext?

    /// What both say of themselves, places in the unit of the record.
    public let said: (before: String?, after: String?)

    let order: UInt64

    init(_ change: AnnotationChange, in record: AnnotatedRecord, identifier: String, order: UInt64) {
        let map = OffsetMap(text: record.text, unit: record.offsetUnit)
        self.change = change
        self.identifier = identifier
        self.order = order
        before = change.before.map { SpanContext($0.span, in: record.text, map: map) }
        after = change.after.map { SpanContext($0.span, in: record.text, map: map) }
        said = (
            change.before.map { SampledChange.description(of: $0, unlike: change.after, map: map) },
            change.after.map { SampledChange.description(of: $0, unlike: change.before, map: map) }
        )
    }

    /// The type, and of the rest what the other does not say.
    private static func description(
        of annotation: ComparedAnnotation,
        unlike other: ComparedAnnotation?,
        map: OffsetMap
    ) -> String {
        func counted(_ feature: Feature) -> String {
            guard feature.key.hasSuffix(OpenValue.spanSuffix), let span = Span(feature.value) else {
                return feature.value
            }
            return "\(map.offset(of: span.start)):\(map.offset(of: span.end))"
        }
        let shared = Set(other?.features ?? [])
        let told = annotation.features.filter { !shared.contains($0) }
        var parts = [annotation.type].compactMap { $0 } + told.map { "\($0.key)=\(counted($0))" }
        if let other, annotation.evidence != other.evidence {
            parts.append("rule=\(annotation.evidence.rule ?? "-")")
            if let score = annotation.evidence.score { parts.append("score=\(score)") }
            if annotation.evidence.source != other.evidence.source {
                parts.append("source=\(annotation.evidence.source)")
            }
        }
        return parts.joined(separator: " ")
    }

    /// A number by which samples are chosen: spread over all documents, and the same in every run (FNV-1a).
    static func order(_ identifier: String, _ position: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in identifier.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ UInt64(truncatingIfNeeded: position)) &* 0x100_0000_01B3
        return hash ^ (hash >> 32)
    }

    /// The changes that samples are kept of together.
    struct Group: Hashable, Comparable {
        let layer: LayerName
        let kind: AnnotationChange.Kind
        let origin: AnnotationChange.Origin

        init(_ change: AnnotationChange) {
            layer = change.layer
            kind = change.kind
            origin = change.origin
        }

        static func < (left: Group, right: Group) -> Bool {
            left.origin != right.origin ? left.origin < right.origin : left.kind.rawValue < right.kind.rawValue
        }
    }
}

extension SampledChange {
    /// Whether both are of one change in one document.
    public static func == (left: SampledChange, right: SampledChange) -> Bool {
        left.change == right.change && left.identifier == right.identifier
    }

    /// Hashes the change and the document.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(change)
        hasher.combine(identifier)
    }
}
