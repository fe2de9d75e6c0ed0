/// What the features of a gap need to know beyond its neighbours, collected in one pass over the
/// paragraph.
struct GapContext {
    /// The token before the gap.
    var token = 0

    /// The tokens since the last that ended in a stop, this one included.
    var sinceStop = 0

    /// Brackets open at the gap, two at most.
    var brackets = 0

    /// Whether a double quotation mark is open.
    var isQuoted = false
}

/// What the features of a gap need to know of its paragraph.
struct ParagraphContext {
    /// The tokens of the paragraph.
    let tokens: Range<Int>

    /// Stops among them, three at most.
    let stops: Int

    /// The share of tokens with a capital, in quarters.
    let capitals: Int
}
