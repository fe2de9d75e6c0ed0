/// Words that say who speaks a direct quotation: *said Harry*, *he asked*, *the mayor told reporters:*.
struct SpeechTag {
    /// How the words stand.
    enum Form {
        /// *said Harry* behind the quotation.
        case inverted
        /// *Harry said* behind the quotation.
        case plain
        /// *Harry said, "…"*
        case before
        /// *according to Harry*
        case accordingTo
        /// *Harry: "…"*
        case colon
        /// *"…" — Harry*
        case signature
    }

    let form: Form
    /// The verb or other words that say that somebody speaks; nil where a colon or a dash alone does.
    let cue: Range<Int>?
    /// The words that name the speaker; nil where they are left out.
    let speaker: Range<Int>?
    /// The token behind the last of the words.
    let end: Int
}
