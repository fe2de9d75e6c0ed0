import PostilCore

/// Makes a score of an opinion, and shares it out to its terms so that they add up to it exactly.
enum Ledger {
    /// Added to the strength before a score is made of it: people who rate how good or bad a text is find
    /// an opinion in more texts than those who may call it neutral. Chosen on texts that are not part of the
    /// project.
    static let scoreStrength = 0.5

    /// The sentiment of an opinion.
    ///
    /// The score is the expected polarity: the probability of positive less that of negative. It is the
    /// valence times one number, by which the weight of each term is scaled; what rounding leaves goes to
    /// the terms that it took most from.
    static func value(
        of opinion: Opinion,
        level: SentimentLevel,
        target: String? = nil
    ) -> SentimentValue {
        let valence = opinion.valence
        let scale = self.scale(valence: valence, strength: opinion.strength + scoreStrength)
        let steps = Double(SentimentScore.stepsInOne)
        let score = SentimentScore(valence * scale)
        var terms: [SentimentTerm] = []
        terms.reserveCapacity(opinion.terms.count)
        var rest = score.rawValue
        var fractions: [(loss: Double, index: Int)] = []
        fractions.reserveCapacity(opinion.terms.count)
        for (index, term) in opinion.terms.enumerated() {
            let exact = term.weight * scale * steps
            let rounded = exact.rounded(.down)
            rest -= Int32(rounded)
            fractions.append((exact - rounded, index))
            terms.append(
                SentimentTerm(
                    span: term.span,
                    prior: Float(term.prior),
                    factor: Float(term.factor),
                    contribution: SentimentScore(rawValue: Int32(rounded)),
                    reason: term.reason
                )
            )
        }
        if rest > 0 {
            fractions.sort { $0.loss != $1.loss ? $0.loss > $1.loss : $0.index < $1.index }
            for (_, index) in fractions.prefix(Int(rest)) { terms[index].contribution.rawValue += 1 }
        }
        return SentimentValue(
            level,
            target: target,
            polarity: polarity(valence: valence, strength: opinion.strength + opinion.evidence.strength, score: score),
            score: score,
            terms: terms
        )
    }

    /// The expected polarity divided by the valence, and its limit where that is 0.
    private static func scale(valence: Double, strength: Double) -> Double {
        let largest = max(abs(valence) + strength, 0)
        let neutral = exponential(-largest)
        guard abs(valence) > 1e-6 else {
            let opinionated = exponential(strength - largest)
            return 2 * opinionated / (2 * opinionated + neutral)
        }
        let positive = exponential(valence + strength - largest)
        let negative = exponential(-valence + strength - largest)
        return (positive - negative) / (positive + negative + neutral) / valence
    }

    /// Positive or negative where the likelier of the two is beyond the other by more than neutral is likely.
    private static func polarity(valence: Double, strength: Double, score: SentimentScore) -> SentimentPolarity {
        let margin = exponential(abs(valence) + strength) - exponential(-abs(valence) + strength)
        guard margin > 1, score != .zero else { return .neutral }
        return score > .zero ? .positive : .negative
    }
}
