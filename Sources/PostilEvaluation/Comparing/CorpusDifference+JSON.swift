import PostilCore
import PostilFormats

extension CorpusDifference {
    /// The difference for programs: documents, layers, sources and rules, samples.
    public var json: JSONValue {
        [
            "same": .bool(isEmpty),
            "documents": [
                "same": .integer(documents.same),
                "changed": .integer(documents.changed),
                "other_text": .integer(documents.ofOtherText),
                "failed_otherwise": .integer(documents.failedOtherwise),
                "failed_in_both": .integer(documents.failedInBoth),
                "only_in_first": .integer(documents.onlyInFirst),
                "only_in_second": .integer(documents.onlyInSecond),
                "matched_by_text": .integer(documents.matchedByText),
            ],
            "layers": .array(
                layers.sorted { $0.key.rawValue < $1.key.rawValue }.map { layer, counts in
                    CorpusDifference.object(
                        [("layer", .string(layer.rawValue)), ("same", .integer(counts.same))],
                        counts
                    )
                }
            ),
            "rules": .array(
                origins.sorted { $0.key < $1.key }.map { origin, counts in
                    CorpusDifference.object(
                        [
                            ("layer", .string(origin.layer.rawValue)), ("source", .string(origin.source)),
                            ("rule", .string(origin.rule)),
                        ],
                        counts
                    )
                }
            ),
            "samples": .array(samples.map(\.json)),
            "remarks": .array(remarks.map(JSONValue.string)),
        ]
    }

    private static func object(_ first: [(String, JSONValue)], _ counts: Counts) -> JSONValue {
        let kinds = AnnotationChange.Kind.allCases.map { ($0.rawValue, JSONValue.integer(counts.changes[$0] ?? 0)) }
        return .object(JSONObject((first + kinds).map { JSONObject.Member(key: $0.0, value: $0.1) }))
    }
}

extension SampledChange {
    fileprivate var json: JSONValue {
        [
            "document": .string(identifier),
            "layer": .string(change.layer.rawValue),
            "kind": .string(change.kind.rawValue),
            "source": .string(change.origin.source),
            "rule": .string(change.origin.rule),
            "before": SampledChange.json(before, said.before),
            "after": SampledChange.json(after, said.after),
        ]
    }

    private static func json(_ context: SpanContext?, _ said: String?) -> JSONValue {
        guard let context else { return .null }
        return [
            "start": .integer(context.start), "end": .integer(context.end), "text": .string(context.surface),
            "context": .string(context.line), "says": .string(said ?? ""),
        ]
    }
}
