import PostilCore

/// Words with a valence, and what their surroundings make of it.
struct ComposedTerm {
    /// The words.
    var span: Span

    /// The first token.
    var first: Int32

    /// The clause.
    var clause: Int16

    /// The valence by itself.
    var prior: Double

    /// The valence in its surroundings.
    var value: Double

    /// Why, and what changed it.
    var reason: SentimentReason

    /// The item of the sentence.
    var item: Int32
}
