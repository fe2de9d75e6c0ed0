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

    /// The rule in words.
    var summary: String {
        switch self {
        case .cueAfter: "the source stands with its cue behind the content"
        case .cueBefore: "the source stands with its cue before the content"
        case .cueInside: "the source stands with its cue between the pieces"
        case .accordingTo: "the source is named by 'according to' or as the text that says so"
        case .colon: "a name and a colon introduce it"
        case .signature: "a dash and a name sign it"
        case .label: "the speaker's name and a colon open the line"
        case .introduced: "the sentence before introduces it"
        case .actor: "who acts in the same paragraph speaks in it"
        case .carriedOver: "the speaker of the quotation before goes on"
        case .alternation: "two speakers take turns"
        case .possessor: "the source owns the noun of saying or thinking"
        case .unattributed: "nobody is named as the source"
        }
    }
}
