import PostilCore
import PostilText

/// Puts the opinions of sentences together to that of the document.
enum DocumentScorer {
    /// What a headline's sentences count beside others.
    static let headline = 1.5

    /// The number of sentences up to which their opinions are added up; those of longer documents are
    /// averaged in part.
    static let addedSentences = 3.0

    /// How far the opinions of many sentences are averaged: 0 adds them up, 1 averages them.
    static let averaging = 0.75

    /// The opinion of a document.
    ///
    /// - Parameter sentences: The opinions of its sentences, and whether each stands in the headline.
    static func opinion(
        of sentences: [(opinion: Opinion, isHeadline: Bool)],
        model: OpinionModel
    ) -> Opinion {
        let total = sentences.reduce(0) { $0 + ($1.isHeadline ? headline : 1) }
        let excess = max(1, total / addedSentences)
        let factor = 1 / power(excess, averaging)
        var document = Opinion()
        document.strength = model.strengthIntercept
        document.terms.reserveCapacity(sentences.reduce(0) { $0 + $1.opinion.terms.count })
        for (sentence, isHeadline) in sentences {
            // What every text leans to counts once, however many sentences it has.
            var opinion = sentence
            opinion.addToRemainder(model.valenceIntercept / (factor * max(total, 1)), model: model)
            let weight = factor * (isHeadline ? headline : 1)
            document.strength += opinion.strength * weight
            document.evidence.formUnion(opinion.evidence)
            for term in opinion.terms {
                var term = term
                term.factor *= weight
                term.weight *= weight
                if isHeadline { term.reason.insert(.headline) }
                document.terms.append(term)
            }
        }
        return document
    }

    /// `base` to the power of 3/4, the only one that is needed: roots are exact on every machine.
    private static func power(_ base: Double, _ exponent: Double) -> Double {
        let root = base.squareRoot()
        return root * root.squareRoot()
    }
}
