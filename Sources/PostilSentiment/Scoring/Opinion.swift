import PostilCore

/// What a stretch of text says for and against, before it is made a score.
struct Opinion {
    /// What speaks for or against, in the order of the text.
    var terms: [OpinionTerm] = []

    /// The sum of the terms' weights: above zero for.
    var valence: Double { terms.reduce(0) { $0 + $1.weight } }

    /// How much the text is an opinion at all.
    var strength = 0.0

    /// What decides how easily it is called neutral.
    var evidence = Evidence()
}

/// An entry of the ledger before it is scaled.
struct OpinionTerm {
    var span: Span
    var prior: Double
    var factor: Double
    /// What the term adds to the valence of the text.
    var weight: Double
    var reason: SentimentReason
}
