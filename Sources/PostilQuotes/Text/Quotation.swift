import PostilCore

/// A quotation while it is being read, in tokens.
struct Quotation {
    var kind: QuoteKind
    /// The pieces, with their marks.
    var parts: [Range<Int>]
    /// The content from its first to its last token, without the marks around it.
    var content: Range<Int>
    var isClosed = true
    var isAttitude = false
    var rule: QuoteRule
    var cue: Range<Int>?
    var speaker: Range<Int>?
    var attribution: Attribution?
    /// The fullest name of the speaker, and its position in the layer of names.
    var canonical: Range<Int>?
    var entity: Int?
    var score: Float = 1

    init(_ kind: QuoteKind, parts: [Range<Int>], content: Range<Int>, rule: QuoteRule) {
        self.kind = kind
        self.parts = parts
        self.content = content
        self.rule = rule
    }

    /// The tokens from the first of the first piece to the last of the last.
    var extent: Range<Int> {
        guard let first = parts.first, let last = parts.last else { return content }
        return first.lowerBound..<max(first.upperBound, last.upperBound)
    }
}
