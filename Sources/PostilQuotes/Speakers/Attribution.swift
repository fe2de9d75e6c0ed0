/// How the speaker of a quotation was found.
enum Attribution: String, CaseIterable {
    /// The source and the cue stand behind the content.
    case cueAfter = "cue-after"
    /// They stand before it.
    case cueBefore = "cue-before"
    /// They stand between its pieces.
    case cueInside = "cue-inside"
    /// *according to*.
    case accordingTo = "according-to"
    /// A name and a colon.
    case colon
    /// A dash and a name.
    case signature
    /// The name before a speech in a transcript or a play.
    case label
    /// The sentence or the line before introduces the quotation.
    case introduced
    /// Who acts in the same paragraph speaks in it.
    case actor
    /// The speaker of the quotation before goes on.
    case carriedOver = "carried-over"
    /// Two speakers take turns.
    case alternation
    /// The source belongs to a noun: *her claim that*.
    case possessor
    /// Nobody is named.
    case unattributed
}
