/// Who found an annotation of a record, by which rule, and how sure.
public struct RecordEvidence: Hashable, Sendable {
    /// How sure, from 0 to 1; nil where the method has no measure.
    public var score: Double?

    /// The annotator, or the format that it was read from.
    public var source: String

    /// The annotator's rule.
    public var rule: String?

    /// Makes evidence.
    public init(score: Double? = nil, source: String, rule: String? = nil) {
        self.score = score
        self.source = source
        self.rule = rule
    }
}

extension RecordEvidence {
    init(_ fields: inout RecordFields) {
        score = fields.optionalDouble("score")
        source = fields.string("source")
        rule = fields.optionalString("rule")
    }

    func write(into writer: inout JSONWriter) {
        writer.key("score")
        if let score { writer.double(score) } else { writer.null() }
        writer.key("source")
        writer.string(source)
        writer.key("rule")
        writer.string(orNull: rule)
    }
}
