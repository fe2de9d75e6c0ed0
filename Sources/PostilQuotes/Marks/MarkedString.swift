/// A stretch of text between two marks, or from one mark to where the quotation must have ended.
struct MarkedString {
    /// The token of the opening mark, or the first of the content where that mark is missing.
    var first: Int
    /// The token behind the last one, the closing mark included.
    var end: Int
    let family: QuotationMark.Family
    /// Whether the opening mark is there.
    var hasOpener: Bool
    /// Whether the closing mark is there.
    var hasCloser: Bool
    /// The position of the string that this one stands in.
    var parent: Int?
    /// Whether it goes on in the next paragraph, which opens it again.
    var continues: Bool

    /// The tokens of the content, without the marks.
    var content: Range<Int> {
        let lower = hasOpener ? first + 1 : first
        let upper = hasCloser ? end - 1 : end
        return lower..<max(lower, upper)
    }
}
