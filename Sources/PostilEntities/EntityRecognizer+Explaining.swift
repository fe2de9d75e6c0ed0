import PostilCore
import PostilLearning
import PostilText

extension EntityRecognizer {
    /// The features that an explanation shows for a token.
    private static let shown = 5

    /// Says which features make a name one, which type came second, what it has in common with other mentions;
    /// or which name would be nearest and what speaks against it.
    public func explain(_ question: Question, in document: DocumentView) throws(AnnotationError) -> Explanation? {
        guard question.layer == LayerKey.entities.name else { return nil }
        let tokens = try document[.tokens]
        let sentences = try document[.sentences]
        let entities = try document[.entities]
        let ranges = SentenceTokens.ranges(of: tokens.spans, in: sentences.spans)
        let text = document.text
        return text.bytes.withUnsafeBufferPointer { bytes in
            TokenView.with(bytes, tokens.spans, tokens.values) { view in
                let features = EntityFeatures(view, sentences: ranges, knowledge: knowledge)
                if let position = question.position, entities.indices.contains(position) {
                    return why(entities[position], entities: entities, features: features, text: text)
                }
                return whyNot(question.span, features: features, text: text)
            }
        }
    }

    private func why(
        _ entity: Annotation<EntityValue>,
        entities: Layer<EntityValue>,
        features: EntityFeatures,
        text: Text
    ) -> Explanation {
        let rule = rules[entity.rule]
        var reasons = [Explanation("\(rule?.name ?? "no rule"): \(rule?.summary ?? "")")]
        let range = EntityRecognizer.tokens(in: entity.span, features.view)
        for token in range {
            let place: EntityLabels.Position =
                range.count == 1
                ? .unit : token == range.lowerBound ? .begin : token == range.upperBound - 1 ? .last : .inside
            reasons.append(
                explain(token, label: EntityLabels.label(place, entity.value.kind), features: features, text: text)
            )
        }
        let others = entities.filter { $0.value.cluster == entity.value.cluster && $0.span != entity.span }
        if let first = others.first {
            reasons.append(
                Explanation(
                    "names the same as \(others.count == 1 ? "another mention" : "\(others.count) other mentions"), "
                        + "'\(text[first.span])' among them; in full '\(entity.value.canonical)'",
                    span: first.span
                )
            )
        }
        if let link = entity.value.link { reasons.append(Explanation("the gazetteer has it as \(link)")) }
        return Explanation(
            "'\(text[entity.span])' is \(entity.value.kind.name)",
            span: entity.span,
            reasons: reasons
        )
    }

    private func whyNot(_ span: Span, features: EntityFeatures, text: Text) -> Explanation {
        let range = EntityRecognizer.tokens(in: span, features.view)
        let scored = range.map { token in
            (token, best(at: token, features: features, among: 1..<model.labels.count))
        }
        let reasons = scored.map { token, label in
            explain(token, label: EntityLabels.outside, rival: label, features: features, text: text)
        }
        return Explanation(
            reasons.isEmpty
                ? "no word is there"
                : "no name: being outside is likelier at each word, no name joins them, or one is too unlikely",
            span: span,
            reasons: reasons
        )
    }

    /// What the features of a token add to a label over its strongest rival.
    private func explain(
        _ token: Int,
        label: Int,
        rival: Int? = nil,
        features: EntityFeatures,
        text: Text
    ) -> Explanation {
        let rival = rival ?? best(at: token, features: features, among: 0..<model.labels.count, without: label)
        let weighed = weigh(token, features: features)
            .map { (name: EntityFeatures.name(of: $0.template), weight: Double($0.weights[label] - $0.weights[rival])) }
        let strongest = weighed.sorted {
            abs($0.weight) != abs($1.weight) ? abs($0.weight) > abs($1.weight) : $0.name < $1.name
        }
        return Explanation(
            "'\(text[features.view.spans[token]])' as \(EntityRecognizer.phrase(label)) rather than "
                + EntityRecognizer.phrase(rival),
            span: features.view.spans[token],
            weight: weighed.reduce(0) { $0 + $1.weight },
            reasons: strongest.prefix(EntityRecognizer.shown).map { Explanation($0.name, weight: $0.weight) }
        )
    }

    private static func phrase(_ label: Int) -> String {
        guard let meaning = EntityLabels.meaning(of: label) else { return "outside" }
        switch meaning.position {
        case .begin: return "the beginning of \(meaning.kind.name)"
        case .inside: return "the inside of \(meaning.kind.name)"
        case .last: return "the end of \(meaning.kind.name)"
        case .unit: return "\(meaning.kind.name)"
        }
    }

    private func best(at token: Int, features: EntityFeatures, among labels: Range<Int>, without: Int? = nil) -> Int {
        var sums = [Float](repeating: 0, count: model.labels.count)
        for weighed in weigh(token, features: features) {
            for label in sums.indices { sums[label] += weighed.weights[label] }
        }
        return labels.filter { $0 != without }.max { sums[$0] < sums[$1] } ?? EntityLabels.outside
    }

    /// The features of a token that the model knows, with their weights by label.
    private func weigh(_ token: Int, features: EntityFeatures) -> [(template: UInt32, weights: [Float])] {
        guard let sentence = features.sentences.first(where: { $0.contains(token) }) else { return [] }
        var collector = FeatureCollector()
        features.add(token, sentence: sentence, casing: features.casing(of: sentence), to: &collector)
        return collector.features.compactMap { entry in
            model.weights(of: entry.feature).map { (entry.template, $0) }
        }
    }

    /// The tokens that overlap a span.
    private static func tokens(in span: Span, _ view: TokenView) -> Range<Int> {
        let first = view.spans.firstIndex { $0.end > span.start } ?? view.count
        let end = view.spans[first...].firstIndex { $0.start >= span.end } ?? view.count
        return first..<max(first, end)
    }
}
