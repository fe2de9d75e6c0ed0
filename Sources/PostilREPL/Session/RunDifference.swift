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

    /// How many annotations both have.
    private(set) var alike = 0

    /// Compares two annotated documents, whose texts are the same, layer by layer and span by span.
    ///
    /// - Complexity: O(n log n).
    init(from first: Document, to second: Document) {
        var names = first.layerNames
        names += second.layerNames.filter { !names.contains($0) }
        for name in names {
            let before = RunDifference.descriptions(of: name, in: first)
            let after = RunDifference.descriptions(of: name, in: second)
            for span in Set(before.keys).union(after.keys) {
                var gone = before[span] ?? []
                var new: [String] = []
                for description in after[span] ?? [] {
                    if let same = gone.firstIndex(of: description) {
                        gone.remove(at: same)
                        alike += 1
                    } else {
                        new.append(description)
                    }
                }
                for index in 0..<max(gone.count, new.count) {
                    changes.append(
                        Change(
                            span: span,
                            layer: name,
                            before: index < gone.count ? gone[index] : nil,
                            after: index < new.count ? new[index] : nil
                        )
                    )
                }
            }
        }
        changes.sort { left, right in
            left.span != right.span ? left.span < right.span : left.layer.rawValue < right.layer.rawValue
        }
    }

    /// What a layer says at each of its spans.
    private static func descriptions(of name: LayerName, in document: Document) -> [Span: [String]] {
        guard let layer = document.layer(name) else { return [:] }
        var descriptions: [Span: [String]] = [:]
        for (position, span) in layer.spans.enumerated() {
            let features = layer.features(at: position).map { "\($0.key)=\($0.value)" }
            let parts = [layer.type(at: position)].compactMap { $0 } + features
            descriptions[span, default: []].append(parts.joined(separator: " "))
        }
        return descriptions
    }
}
