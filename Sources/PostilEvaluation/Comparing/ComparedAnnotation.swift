import PostilCore
import PostilFormats

/// An annotation of a record as comparisons see it: whatever its layer, a place, a type and what else it says.
public struct ComparedAnnotation: Hashable, Sendable {
    /// Where it stands, in UTF-8 bytes of the text.
    public let span: Span

    /// Its type, kind, polarity or tag; nil in layers that have none.
    public let type: String?

    /// What it says besides, by the names of the record's fields; fields that are null are left out, and so are
    /// identifiers and clusters, whose numbers depend on the other annotations. Places are in UTF-8 bytes, their keys
    /// end in `.span`.
    public internal(set) var features: [Feature]

    /// Who found it, by which rule, and how sure.
    public let evidence: RecordEvidence

    /// Makes an annotation.
    public init(span: Span, type: String? = nil, features: [Feature] = [], evidence: RecordEvidence) {
        self.span = span
        self.type = type
        self.features = features
        self.evidence = evidence
    }

    /// What a feature says; nil where the annotation does not have it.
    ///
    /// - Complexity: O(features).
    public subscript(feature: String) -> String? { features.first { $0.key == feature }?.value }
}

extension ComparedAnnotation {
    /// Makes an annotation from fields that may be null.
    init(_ span: Span, _ type: String?, _ evidence: RecordEvidence, _ fields: KeyValuePairs<String, String?>) {
        self.init(
            span: span,
            type: type,
            features: fields.compactMap { key, value in value.map { Feature(key, $0) } },
            evidence: evidence
        )
    }
}
