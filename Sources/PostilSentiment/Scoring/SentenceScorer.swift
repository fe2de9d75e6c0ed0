import PostilCore
import PostilLearning
import PostilText

/// Weighs a sentence: what the lexicon says of its words, and what was learned of them.
struct SentenceScorer {
    let model: OpinionModel

    /// The learned weight of a word from which it is an entry of its own.
    static let listedWeight = 0.12

    /// The opinion of the sentence that `composer` has read.
    func opinion(of composer: Composer) -> Opinion {
        let parts = LexicalParts(composer.terms)
        var learned = learnedWeights(of: composer)
        var opinion = Opinion()
        opinion.strength = strength(of: composer, parts: parts) + learned.strength
        for term in composer.terms {
            opinion.terms.append(self.term(term, share: 1, of: parts))
        }
        learned.finish(with: model.valenceIntercept)
        append(learned, of: composer, to: &opinion)
        return opinion
    }

    /// The opinion of the sentence about what `target`, a range of positions in its content, names.
    func opinion(of composer: Composer, about target: Range<Int>) -> Opinion {
        let parts = LexicalParts(composer.terms)
        let relation = TargetRelation(target: target, composer: composer)
        var learned = learnedWeights(of: composer)
        SentimentFeatures.target(target, of: composer) { position, feature in
            let weights = model.weights(of: feature)
            learned.add(weights.valence, pair: false, at: position)
            learned.strength += weights.strength
        }
        var opinion = Opinion()
        opinion.strength = strength(of: composer, parts: parts) + learned.strength
        for term in composer.terms {
            let (share, reason) = relation.share(of: term)
            let factor = model.lexical == 0 ? 1 : 1 + share * model.targetLexical / model.lexical
            var entry = self.term(term, share: factor, of: parts)
            entry.reason.formUnion(reason)
            opinion.terms.append(entry)
        }
        learned.finish(with: model.valenceIntercept)
        append(learned, of: composer, to: &opinion)
        return opinion
    }

    private func term(_ term: ComposedTerm, share: Double, of parts: LexicalParts) -> OpinionTerm {
        let factor = term.value / term.prior * parts.crowding * share
        return OpinionTerm(
            span: term.span,
            prior: term.prior,
            factor: factor,
            weight: model.lexical * term.prior * factor,
            reason: term.reason
        )
    }

    private func strength(of composer: Composer, parts: LexicalParts) -> Double {
        var strength =
            model.positiveStrength * parts.positiveStrength + model.negativeStrength * parts.negativeStrength
            + model.sumStrength * parts.sumStrength
        SentimentFeatures.style(of: composer) { strength += model.weights(of: $0).strength }
        return strength
    }

    private func learnedWeights(of composer: Composer) -> LearnedWeights {
        let scale = composer.isBusiness ? CompositionConstants.learnedInBusiness : 1
        var learned = LearnedWeights(count: composer.content.count, scale: scale)
        SentimentFeatures.words(of: composer) { position, isPair, feature in
            let weights = model.weights(of: feature)
            learned.add(weights.valence, pair: isPair, at: position)
            learned.strength += weights.strength
        }
        return learned
    }

    private func append(_ learned: LearnedWeights, of composer: Composer, to opinion: inout Opinion) {
        guard let first = composer.content.first, let last = composer.content.last else { return }
        let unit = model.lexical == 0 ? 1 : model.lexical
        let lexical = opinion.terms
        let business: SentimentReason = composer.isBusiness ? .business : []
        var merged: [OpinionTerm] = []
        merged.reserveCapacity(lexical.count + 4)
        var next = 0
        for entry in learned.listed {
            let position = entry.position
            let start = Int(composer.content[entry.isPair && position > 0 ? position - 1 : position])
            let span = composer.span(from: start, to: Int(composer.content[position]))
            while next < lexical.count, lexical[next].span <= span {
                merged.append(lexical[next])
                next += 1
            }
            merged.append(
                OpinionTerm(
                    span: span,
                    prior: entry.weight / unit,
                    factor: learned.scale,
                    weight: entry.weight * learned.scale,
                    reason: business.union(.learned)
                )
            )
        }
        merged.append(contentsOf: lexical[next...])
        merged.append(
            OpinionTerm(
                span: composer.span(from: Int(first), to: Int(last)),
                prior: learned.rest / unit,
                factor: learned.scale,
                weight: learned.rest * learned.scale,
                reason: business.union([.learned, .remainder])
            )
        )
        opinion.terms = merged
    }
}

/// The learned weights of the words of a sentence.
private struct LearnedWeights {
    private var words: [Double]
    private var pairs: [Double]

    /// What the weights count.
    let scale: Double

    /// What they say of the strength.
    var strength = 0.0

    /// The words whose weights are worth an entry.
    private(set) var listed: [(position: Int, isPair: Bool, weight: Double)] = []

    /// The sum of all other weights.
    private(set) var rest = 0.0

    init(count: Int, scale: Double) {
        words = Array(repeating: 0, count: count)
        pairs = Array(repeating: 0, count: count)
        self.scale = scale
    }

    mutating func add(_ weight: Double, pair: Bool, at position: Int) {
        if pair { pairs[position] += weight } else { words[position] += weight }
    }

    mutating func finish(with intercept: Double) {
        rest = words.isEmpty ? 0 : intercept
        for position in words.indices {
            let weight = words[position] + pairs[position]
            if abs(weight) >= SentenceScorer.listedWeight {
                listed.append((position, abs(pairs[position]) > abs(words[position]), weight))
            } else {
                rest += weight
            }
        }
    }
}

/// The sums over the valences of a sentence that the model has weights for.
struct LexicalParts {
    /// The factor by which each of many valences in a sentence counts less.
    let crowding: Double

    /// The sum of all valences, crowded.
    let valence: Double

    let positiveStrength: Double
    let negativeStrength: Double
    let sumStrength: Double

    init(_ terms: [ComposedTerm]) {
        var positive = 0.0
        var negative = 0.0
        for term in terms { if term.value > 0 { positive += term.value } else { negative -= term.value } }
        let total = positive + negative
        let sum = positive - negative
        crowding = 1 / (1 + total * total / CompositionConstants.saturation).squareRoot()
        valence = sum * crowding
        positiveStrength = min(positive, 6) / 3
        negativeStrength = min(negative, 6) / 3
        sumStrength = 3 * abs(sum) / (sum * sum + CompositionConstants.saturation).squareRoot()
    }
}
