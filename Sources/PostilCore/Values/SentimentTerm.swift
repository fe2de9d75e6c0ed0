/// An entry of the ledger of a sentiment: some words, and what they add to the score.
public struct SentimentTerm: Hashable, Sendable {
    /// The words.
    public var span: Span

    /// What they are worth by themselves, on VADER's scale from -4 to 4.
    public var prior: Float

    /// What their surroundings make of it: the product of all that raises, lowers or reverses them.
    public var factor: Float

    /// What they add to the score. The contributions of a ledger add up to the score exactly.
    public var contribution: SentimentScore

    /// Why they count, and what changed them.
    public var reason: SentimentReason

    /// Makes an entry.
    @inlinable
    public init(span: Span, prior: Float, factor: Float, contribution: SentimentScore, reason: SentimentReason) {
        self.span = span
        self.prior = prior
        self.factor = factor
        self.contribution = contribution
        self.reason = reason
    }
}

extension SentimentTerm: LosslessStringConvertible {
    /// Span, prior, factor, steps of contribution and reason, parted by spaces.
    public var description: String {
        "\(span) \(prior) \(factor) \(contribution.rawValue) \(reason.name)"
    }

    /// The term that ``description`` writes as `description`; nil where it is no such text.
    public init?(_ description: String) {
        let parts = description.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, let span = Span(parts[0]), let prior = Float(parts[1]), let factor = Float(parts[2]),
            let steps = Int32(parts[3]), let reason = SentimentReason(name: parts[4])
        else { return nil }
        self.init(
            span: span,
            prior: prior,
            factor: factor,
            contribution: SentimentScore(rawValue: steps),
            reason: reason
        )
    }
}
