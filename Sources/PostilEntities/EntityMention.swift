import PostilCore

/// A name in the tokens of a text, on its way to the layer.
struct EntityMention {
    /// Its tokens.
    var tokens: Range<Int>
    /// What it names.
    var kind: EntityKind
    /// How likely it is.
    var score: Float
    /// What found it.
    var rule: EntityRule
}
