import Postil
import PostilEvaluation

/// The difference of two runs in words and tables.
struct DifferenceText {
    private let difference: CorpusDifference

    init(_ difference: CorpusDifference) { self.difference = difference }

    var lines: [String] {
        [documents] + difference.remarks.map { "  \($0)" } + table(layers) + table(origins) + samples
    }

    private var documents: String {
        let counts = difference.documents
        let parts = [
            (counts.same + counts.changed, "documents compared"), (counts.changed, "of them changed"),
            (counts.matchedByText, "matched by text, their ids differ"), (counts.ofOtherText, "with other texts"),
            (counts.failedOtherwise, "failed otherwise"), (counts.failedInBoth, "failed in both"),
            (counts.onlyInFirst, "only in the first"), (counts.onlyInSecond, "only in the second"),
        ]
        return parts.enumerated().filter { $0.offset < 2 || $0.element.0 > 0 }
            .map { "\($0.element.0) \($0.element.1)" }.joined(separator: ", ")
    }

    private func table(_ table: TextTable) -> [String] { table.isEmpty ? [] : [""] + table.lines }

    private static let kinds = AnnotationChange.Kind.allCases

    private var layers: TextTable {
        var table = TextTable(["layer", "same"] + DifferenceText.kinds.map(\.rawValue))
        for (layer, counts) in difference.layers.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            table.add([layer.rawValue, "\(counts.same)"] + DifferenceText.kinds.map { "\(counts.changes[$0] ?? 0)" })
        }
        return table
    }

    private var origins: TextTable {
        var table = TextTable(["layer", "source", "rule"] + DifferenceText.kinds.map(\.rawValue), textColumns: 3)
        let sorted = difference.origins.sorted { ($1.value.changed, $0.key) < ($0.value.changed, $1.key) }
        for (origin, counts) in sorted {
            table.add(
                [origin.layer.rawValue, origin.source, origin.rule]
                    + DifferenceText.kinds.map { counts.changes[$0].map { "\($0)" } ?? "" }
            )
        }
        return table
    }

    private var samples: [String] {
        difference.samples.flatMap { sample -> [String] in
            let origin = sample.change.origin
            let heading = "\(origin.layer) \(sample.change.kind.rawValue), \(origin.rule): \(sample.identifier)"
            func line(_ sign: String, _ context: SpanContext?, _ said: String?) -> [String] {
                context.map { ["  \(sign) \($0.start):\($0.end) \($0.line)", "      \(said ?? "")"] } ?? []
            }
            // One place needs to be shown once.
            if sample.before == sample.after, let place = sample.after {
                return [
                    "", heading, "    \(place.start):\(place.end) \(place.line)", "  - \(sample.said.before ?? "")",
                    "  + \(sample.said.after ?? "")",
                ]
            }
            return ["", heading] + line("-", sample.before, sample.said.before)
                + line("+", sample.after, sample.said.after)
        }
    }
}
