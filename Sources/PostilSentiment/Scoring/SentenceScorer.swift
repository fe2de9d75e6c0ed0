import PostilCore
import PostilLearning
import PostilText

/// Weighs a sentence: what the lexicon says of its words, and what was learned of them.
///
/// One value weighs sentence after sentence and keeps its memory.
struct SentenceScorer {
    private let model: OpinionModel
    private var features = SentimentFeatures()
    private var parts = LexicalParts([])
    private var learned = LearnedWeights()
    private var targetLearned = LearnedWeights()

    init(model: OpinionModel) { self.model = model }

    /// The opinion of the sentence that `composer` has read.
    mutating func opinion(of composer: Composer) -> Opinion {
        features.read(composer)
        parts = LexicalParts(composer.terms)
        readWeights(of: composer)
        learned.finish()
        var opinion = Opinion()
        opinion.evidence = Evidence(composer)
        opinion.strength = learned.strength
        opinion.terms.reserveCapacity(composer.terms.count + learned.listed.count + 1)
        merge(learned, of: composer, into: &opinion) { term(composer.terms[$0], share: 1) }
        return opinion
    }

    /// The opinion about what `target`, a range of positions in the content, names, of the sentence whose opinion
    /// was asked for last.
    mutating func opinion(of composer: Composer, about target: Range<Int>) -> Opinion {
        let relation = TargetRelation(target: target, composer: composer)
        targetLearned.begin(with: learned)
        features.forEachNeighbour(of: target) { _, feature in model.prefetch(feature) }
        features.forEachNeighbour(of: target) { position, feature in
            let weights = model.weights(of: feature)
            targetLearned.add(weights.valence, pair: false, at: position)
            targetLearned.strength += weights.strength
        }
        targetLearned.finish()
        var opinion = Opinion()
        opinion.evidence = Evidence(composer)
        opinion.strength = targetLearned.strength
        merge(targetLearned, of: composer, into: &opinion) { index in
            let (share, reason) = relation.share(of: composer.terms[index], in: composer)
            let factor = model.lexical == 0 ? 1 : 1 + share * model.targetLexical / model.lexical
            var entry = term(composer.terms[index], share: factor)
            entry.reason.formUnion(reason)
            return entry
        }
        return opinion
    }

    private func term(_ term: ComposedTerm, share: Double) -> OpinionTerm {
        let factor = term.value / term.prior * parts.crowding * share
        return OpinionTerm(
            span: term.span,
            prior: term.prior,
            factor: factor,
            weight: model.lexical * term.prior * factor,
            reason: term.reason
        )
    }

    private mutating func readWeights(of composer: Composer) {
        var scale = composer.isBusiness ? CompositionConstants.learnedInBusiness : 1
        if composer.roles.contains(.lethal) { scale *= CompositionConstants.learnedBesideKilling }
        learned.begin(count: composer.content.count, scale: scale)
        features.forEachWord { _, _, feature in model.prefetch(feature) }
        features.forEachWord { position, isPair, feature in
            let weights = model.weights(of: feature)
            learned.add(weights.valence, pair: isPair, at: position)
            learned.strength += weights.strength
        }
        SentimentFeatures.forEachStyle(of: composer) { learned.strength += model.weights(of: $0).strength }
        learned.strength *= learned.scale
        learned.strength +=
            model.positiveStrength * parts.positiveStrength + model.negativeStrength * parts.negativeStrength
            + model.sumStrength * parts.sumStrength
        if composer.roles.contains(.lethal) { learned.strength += CompositionConstants.killingStrength }
    }

    /// Adds the entries of the lexicon, which `lexical` makes, and the learned ones in the order of the text.
    private func merge(
        _ learned: LearnedWeights,
        of composer: Composer,
        into opinion: inout Opinion,
        lexical: (Int) -> OpinionTerm
    ) {
        guard let first = composer.content.first, let last = composer.content.last else { return }
        let unit = model.lexical == 0 ? 1 : model.lexical
        let business: SentimentReason = composer.isBusiness ? .business : []
        var next = 0
        for entry in learned.listed {
            let position = entry.position
            let start = Int(composer.content[entry.isPair && position > 0 ? position - 1 : position])
            let span = composer.span(from: start, to: Int(composer.content[position]))
            while next < composer.terms.count, composer.terms[next].span <= span {
                opinion.terms.append(lexical(next))
                next += 1
            }
            opinion.terms.append(
                OpinionTerm(
                    span: span,
                    prior: entry.weight / unit,
                    factor: learned.scale,
                    weight: entry.weight * learned.scale,
                    reason: business.union(.learned)
                )
            )
        }
        while next < composer.terms.count {
            opinion.terms.append(lexical(next))
            next += 1
        }
        opinion.terms.append(
            OpinionTerm(
                span: composer.span(from: Int(first), to: Int(last)),
                prior: learned.rest / unit,
                factor: learned.scale,
                weight: learned.rest * learned.scale,
                reason: business.union([.learned, .remainder])
            )
        )
    }
}
