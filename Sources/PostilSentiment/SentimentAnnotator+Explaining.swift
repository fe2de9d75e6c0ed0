import PostilCore

extension SentimentAnnotator {
    /// Says what a score is made of, the weightiest words first; where no sentiment is, of what there is one.
    ///
    /// - Throws: ``AnnotationError`` where a layer is missing.
    public func explain(_ question: Question, in document: DocumentView) throws(AnnotationError) -> Explanation? {
        guard question.layer == LayerKey.sentiment.name else { return nil }
        let layer = try document[.sentiment]
        guard let position = question.position, layer.indices.contains(position) else {
            return Explanation(
                "a sentiment is of the whole text, of a sentence, or of a name or a person's pronoun in one",
                span: question.span,
                reasons: layer.overlapping(question.span).map { explanation(of: layer[$0], in: document.text) }
            )
        }
        return explanation(of: layer[position], in: document.text)
    }

    private func explanation(of annotation: Annotation<SentimentValue>, in text: Text) -> Explanation {
        let value = annotation.value
        let order = value.terms.indices.sorted { first, second in
            let amounts = (
                value.terms[first].contribution.rawValue.magnitude, value.terms[second].contribution.rawValue.magnitude
            )
            return amounts.0 != amounts.1 ? amounts.0 > amounts.1 : first < second
        }
        let reasons = order.map { index in
            let term = value.terms[index]
            let isRest = term.reason.contains(.remainder)
            return Explanation(
                isRest
                    ? "all words whose learned weights are small"
                    : "'\(text[term.span])': \(term.reason.name), worth \(term.prior) by itself, times \(term.factor)",
                span: term.span,
                weight: term.contribution.value
            )
        }
        let name = value.target.map { "\(value.level.rawValue) '\($0)'" } ?? value.level.rawValue
        return Explanation(
            "\(name): \(value.polarity.rawValue), the sum of:",
            span: annotation.span,
            weight: value.score.value,
            reasons: reasons
        )
    }
}
