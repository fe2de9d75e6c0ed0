import PostilCore
import PostilFormats

/// What two records of one text differ in.
public struct RecordDifference: Sendable {
    /// How many annotations of each layer are the same in both.
    public private(set) var same: [LayerName: Int] = [:]

    /// What is not the same, layer by layer in document order.
    public private(set) var changes: [AnnotationChange] = []

    /// Compares two records whose texts are the same.
    ///
    /// - Parameters:
    ///   - first: The record before.
    ///   - second: The record after.
    ///   - layers: The layers to compare, `sentiment` for all its levels; nil for all.
    /// - Complexity: O(n log n).
    public init(from first: AnnotatedRecord, to second: AnnotatedRecord, layers: Set<LayerName>? = nil) {
        let old = first.comparedLayers
        let new = second.comparedLayers
        let names = old.map(\.name) + new.map(\.name).filter { name in !old.contains { $0.name == name } }
        for name in names {
            let before = old.first { $0.name == name }
            let after = new.first { $0.name == name }
            if let layers, let layer = before ?? after, !layers.contains(name), !layers.contains(layer.recordLayer) {
                continue
            }
            compare(before?.annotations ?? [], after?.annotations ?? [], in: name)
        }
    }

    private mutating func compare(
        _ before: [ComparedAnnotation],
        _ after: [ComparedAnnotation],
        in layer: LayerName
    ) {
        // Most annotations of most runs are the same, and need no alignment.
        guard before != after else {
            same[layer, default: 0] += before.count
            return
        }
        let alignment = SpanAlignment(before.map(\.span), after.map(\.span)) { old, new in
            RecordDifference.likeness(before[old], after[new])
        }
        var found: [AnnotationChange] = []
        for pair in alignment.pairs {
            let (old, new) = (before[pair.first], after[pair.second])
            guard let kind = RecordDifference.kind(from: old, to: new) else {
                same[layer, default: 0] += 1
                continue
            }
            found.append(AnnotationChange(layer: layer, kind: kind, before: old, after: new))
        }
        for index in alignment.firstOnly {
            found.append(AnnotationChange(layer: layer, kind: .removed, before: before[index], after: nil))
        }
        for index in alignment.secondOnly {
            found.append(AnnotationChange(layer: layer, kind: .added, before: nil, after: after[index]))
        }
        changes += found.enumerated().sorted { left, right in
            let (first, second) = (left.element.place?.span, right.element.place?.span)
            guard let first, let second, first != second else { return left.offset < right.offset }
            return first < second
        }.map(\.element)
    }

    private static func likeness(_ first: ComparedAnnotation, _ second: ComparedAnnotation) -> Int {
        first == second ? 3 : first.type != second.type ? 0 : first.features == second.features ? 2 : 1
    }

    private static func kind(from old: ComparedAnnotation, to new: ComparedAnnotation) -> AnnotationChange.Kind? {
        if old.span != new.span { return .extent }
        if old.type != new.type { return .type }
        if old.features != new.features { return .value }
        return old.evidence == new.evidence ? nil : .evidence
    }
}
