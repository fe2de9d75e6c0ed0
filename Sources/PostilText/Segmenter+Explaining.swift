import PostilCore
import PostilLearning

extension Segmenter {
    /// Says by which rule a token is one, and by which rule or which features a sentence ends, or does
    /// not end, at a place.
    public func explain(_ question: Question, in document: DocumentView) throws(AnnotationError) -> Explanation? {
        switch question.layer {
        case LayerKey.tokens.name: try explainToken(question, in: document)
        case LayerKey.sentences.name: try explainSentence(question, in: document)
        case LayerKey.paragraphs.name:
            Explanation("a paragraph ends at a blank line, or at a line end that does not wrap", span: question.span)
        default: nil
        }
    }

    /// Lists the places inside sentences at which one could have ended; tokens and paragraphs have no
    /// candidates.
    public func candidates(
        for layer: LayerName,
        in span: Span,
        of document: DocumentView
    ) throws(AnnotationError) -> [Candidate]? {
        guard layer == LayerKey.sentences.name else { return [] }
        let tokens = try document[.tokens]
        return gaps(behind: Set(tokens.overlapping(span)), of: tokens, in: document.text)
            .filter { !$0.isEnd }
            .map { Candidate($0.explanation.span ?? span, explanation: $0.explanation) }
    }

    private func explainToken(_ question: Question, in document: DocumentView) throws(AnnotationError) -> Explanation {
        let tokens = try document[.tokens]
        let positions = question.position.map { [$0] } ?? tokens.overlapping(question.span)
        let reasons = positions.filter(tokens.indices.contains).map { position in
            let token = tokens[position]
            let rule = rules[token.rule]
            return Explanation(
                "'\(document.text[token.span])' is a \(token.value.kind.name): \(rule?.name ?? "no rule"): "
                    + (rule?.summary ?? ""),
                span: token.span
            )
        }
        if question.position != nil, let only = reasons.first { return only }
        return Explanation(
            reasons.isEmpty ? "no token is there" : "the tokens there are others",
            span: question.span,
            reasons: reasons
        )
    }

    private func explainSentence(
        _ question: Question,
        in document: DocumentView
    ) throws(AnnotationError) -> Explanation {
        let tokens = try document[.tokens]
        let inside = tokens.overlapping(question.span)
        let wanted = question.position == nil ? Set(inside) : Set(inside.suffix(1))
        let found = gaps(behind: wanted, of: tokens, in: document.text).map(\.explanation)
        if question.position != nil {
            return Explanation("the sentence ends here", span: question.span, reasons: found)
        }
        return Explanation(
            found.isEmpty ? "no place there at which a sentence could end" : "the places at which one could end",
            span: question.span,
            reasons: found
        )
    }
}

extension Segmenter {
    /// The gaps behind some tokens at which a sentence ends or could have ended, in document order, with why.
    private func gaps(behind wanted: Set<Int>, of tokens: Layer<Token>, in text: Text) -> [ExplainingDecider.Gap] {
        var found: [ExplainingDecider.Gap] = []
        text.bytes.withUnsafeBufferPointer { bytes in
            TokenView.with(bytes, tokens.spans, tokens.values) { view in
                var decider = ExplainingDecider(model: model, cutoff: cutoff, wanted: wanted, view: view)
                var sentences = SentenceBuffer()
                _ = Segmenter.split(view, by: &decider, into: &sentences)
                found = decider.gaps
            }
        }
        return found.sorted { ($0.explanation.span?.start ?? 0) < ($1.explanation.span?.start ?? 0) }
    }
}

/// Decides as the model does and keeps the reasons for the gaps asked about.
private struct ExplainingDecider: BoundaryDecider {
    let model: LinearModel
    let cutoff: Int
    let wanted: Set<Int>
    let view: TokenView
    private(set) var gaps: [Gap] = []

    /// A gap asked about.
    struct Gap {
        let isEnd: Bool
        let explanation: Explanation
    }

    /// The features shown for a decision.
    private static let shown = 6

    init(model: LinearModel, cutoff: Int, wanted: Set<Int>, view: TokenView) {
        self.model = model
        self.cutoff = cutoff
        self.wanted = wanted
        self.view = view
    }

    mutating func observe(_ decision: BoundaryDecision, behind token: Int) {
        guard wanted.contains(token) else { return }
        let rule = decision.rule.rule
        let answer = Explanation(
            "\(decision.endsSentence ? "end" : "no end"): \(rule.name): \(rule.summary)",
            span: view.spans[token]
        )
        gaps.append(Gap(isEnd: decision.endsSentence, explanation: answer))
    }

    mutating func endsSentence(_ gap: GapContext, in paragraph: ParagraphContext, features: BoundaryFeatures) -> Bool {
        withUnsafeTemporaryAllocation(of: FeatureHash.self, capacity: BoundaryFeatures.templates.count) { buffer in
            let decider = ModelDecider(model: model, cutoff: cutoff, buffer: buffer)
            let isEnd = decider.endsSentence(gap, in: paragraph, features: features)
            if wanted.contains(gap.token) {
                features.fill(buffer, gap: gap, paragraph: paragraph)
                let answer = explanation(of: isEnd, buffer: buffer, span: features.view.spans[gap.token])
                gaps.append(Gap(isEnd: isEnd, explanation: answer))
            }
            return isEnd
        }
    }

    private func explanation(
        of isEnd: Bool,
        buffer: UnsafeMutableBufferPointer<FeatureHash>,
        span: Span
    ) -> Explanation {
        let score = model.score(UnsafeBufferPointer(buffer))
        let weighed = zip(BoundaryFeatures.templates, buffer).map { ($0, Double(model.weight(of: $1))) }
        let strongest = weighed.sorted { abs($0.1) > abs($1.1) }.prefix(ExplainingDecider.shown)
        let answer =
            if isEnd {
                "end: the model's features add up to one"
            } else if score > 0 {
                "no end: the first \(BoundaryFeatures.firstCount) of the model's features speak too much against one"
            } else {
                "no end: the model's features add up to none"
            }
        return Explanation(
            answer,
            span: span,
            weight: Double(score),
            reasons: strongest.map { Explanation($0.0, weight: $0.1) }
        )
    }
}
