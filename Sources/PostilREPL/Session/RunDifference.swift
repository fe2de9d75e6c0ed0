import Postil

/// What two runs over one text differ in.
struct RunDifference {
    /// A line of the difference.
    struct Change: Hashable {
        let span: Span
        let layer: LayerName
        /// What the first run says there; nil where it has nothing.
        let before: String?
        /// What the second run says there.
        let after: String?
    }

    /// The changes, in document order.
    private(set) var changes: [Change] = []

    /// How many annotations only the first run has.
    var goneCount: Int { changes.filter { $0.before != nil }.count }

    /// How many annotations only the second run has.
    var newCount: Int { changes.filter { $0.after != nil }.count }

    /// How many annotations both have.
    private(set) var alike = 0

    /// Compares two annotated documents, whose texts are the same, layer by layer and span by span.
    ///
    /// Of two annotations that differ at one place only those features are told that differ.
    ///
    /// - Parameters:
    ///   - first: The document before.
    ///   - second: The document after.
    ///   - features: Which features of an annotation a person wants to see.
    /// - Complexity: O(n log n).
    init(from first: Document, to second: Document, features: (LayerAnnotation) -> [Feature] = \.features) {
        var names = first.layerNames
        names += second.layerNames.filter { !names.contains($0) }
        for name in names {
            let before = RunDifference.annotations(of: name, in: first)
            let after = RunDifference.annotations(of: name, in: second)
            for span in Set(before.keys).union(after.keys) {
                var gone = before[span] ?? []
                var new: [LayerAnnotation] = []
                for annotation in after[span] ?? [] {
                    if let same = gone.firstIndex(where: { $0.saysTheSame(as: annotation) }) {
                        gone.remove(at: same)
                        alike += 1
                    } else {
                        new.append(annotation)
                    }
                }
                for index in 0..<max(gone.count, new.count) {
                    let old = index < gone.count ? gone[index] : nil
                    let new = index < new.count ? new[index] : nil
                    changes.append(
                        Change(
                            span: span,
                            layer: name,
                            before: old.map { RunDifference.description(of: $0, unlike: new, features) },
                            after: new.map { RunDifference.description(of: $0, unlike: old, features) }
                        )
                    )
                }
            }
        }
        changes.sort { left, right in
            left.span != right.span ? left.span < right.span : left.layer.rawValue < right.layer.rawValue
        }
    }

    /// The annotations of a layer by their spans.
    private static func annotations(of name: LayerName, in document: Document) -> [Span: [LayerAnnotation]] {
        guard let layer = document.layer(name) else { return [:] }
        let all = layer.spans.indices.map {
            LayerAnnotation(document: document, layerName: name, layer: layer, position: $0)
        }
        return Dictionary(grouping: all, by: \.span)
    }

    /// The type and the features, without those that `other` has too.
    private static func description(
        of annotation: LayerAnnotation,
        unlike other: LayerAnnotation?,
        _ features: (LayerAnnotation) -> [Feature]
    ) -> String {
        let shared = other.map { Set($0.features) } ?? []
        let told = features(annotation).filter { !shared.contains($0) }
        // What differs may be nothing that a person usually wants to see.
        let shown = told.isEmpty ? annotation.features.filter { !shared.contains($0) } : told
        let parts = [annotation.type].compactMap { $0 } + (other == nil ? told : shown).map { "\($0.key)=\($0.value)" }
        return parts.joined(separator: " ")
    }
}

extension LayerAnnotation {
    /// Whether both have one type and the same features.
    fileprivate func saysTheSame(as other: LayerAnnotation) -> Bool {
        type == other.type && features == other.features
    }
}
