import PostilCore

/// An annotation as a message has it, in the text's own offsets.
struct AnnotationRow {
    var span: Span
    var type: String?
    var features: [Feature] = []
    var score: Float?
    var rule: RuleIdentifier = .unspecified
}
