import PostilCore
import PostilLearning

extension Tagger {
    /// Says which features, and which tags beside it, led to a token's tags rather than to the next best.
    public func explain(_ question: Question, in document: DocumentView) throws(AnnotationError) -> Explanation? {
        guard question.layer == LayerKey.tags.name else { return nil }
        let tokens = try document[.tokens]
        let sentences = try document[.sentences]
        let positions = question.position.map { [$0] } ?? Array(tokens.overlapping(question.span))
        var reasons: [Explanation] = []
        document.text.bytes.withUnsafeBufferPointer { bytes in
            TokenView.with(bytes, tokens.spans, tokens.values) { view in
                reasons = explanations(of: Set(positions), in: view, sentences: sentences.spans, text: document.text)
            }
        }
        if question.position != nil, let only = reasons.first { return only }
        return Explanation(
            reasons.isEmpty ? "no token of a sentence is there" : "the tags there belong to single tokens",
            span: question.span,
            reasons: reasons
        )
    }

    /// The features shown for a decision.
    private static let shown = 6

    private func explanations(of wanted: Set<Int>, in view: TokenView, sentences: [Span], text: Text) -> [Explanation] {
        let sequences = TagSequences(reader: TagWordReader(view: view, lexicon: lexicon, classes: classes))
        var decoder = ChainDecoder(model)
        decoder.begin()
        var features: [Int: (hashes: [FeatureHash], confined: UInt64)] = [:]
        var found: [Explanation] = []
        sequences.walk(sentences) { token, hashes, confined in
            let ofKind = labels.labels(of: view.values[token].kind)
            decoder.append(hashes)
            if ofKind | confined != 0 { decoder.restrictLast(to: ofKind != 0 ? ofKind : confined) }
            if wanted.contains(token) { features[token] = (Array(hashes), confined) }
        } end: { range in
            if range.contains(where: wanted.contains) {
                let path = decoder.decode().map(Int.init)
                let probabilities = decoder.withProbabilities { all, stride in
                    path.indices.map { index in labels.tags.indices.map { Double(all[index * stride + $0]) } }
                }
                for token in range where wanted.contains(token) {
                    guard let (hashes, confined) = features[token] else { continue }
                    let kind = view.values[token].kind
                    if labels.labels(of: kind) != 0 {
                        let name = model.labels[path[token - range.lowerBound]]
                        let form = text[view.spans[token]]
                        found.append(
                            Explanation("'\(form)' is \(name): kind: every \(kind.name) is", span: view.spans[token])
                        )
                        continue
                    }
                    let decision = Decision(
                        index: token - range.lowerBound,
                        path: path,
                        probabilities: probabilities[token - range.lowerBound],
                        hashes: hashes,
                        confined: confined,
                        word: view.values[token].hash
                    )
                    found.append(explanation(of: decision, form: text[view.spans[token]], span: view.spans[token]))
                }
            }
            decoder.begin()
        }
        return found
    }

    /// A token's label among those of its sentence, and what it was decided by.
    private struct Decision {
        let index: Int
        let path: [Int]
        let probabilities: [Double]
        let hashes: [FeatureHash]
        let confined: UInt64
        let word: LowercaseHash
    }

    private func explanation(of decision: Decision, form: String, span: Span) -> Explanation {
        let label = decision.path[decision.index]
        let pair = TagPairs.pair(of: labels.tags[label], hash: decision.word)
        let name = pair.map(TagLabels.name(of:)) ?? model.labels[label]
        if decision.confined != 0, decision.confined & (decision.confined - 1) == 0 {
            return Explanation("'\(form)' is \(name): one-tag: the word has no other tags in the treebanks", span: span)
        }
        let possible = labels.tags.indices.filter {
            $0 != label && (decision.confined == 0 || decision.confined & 1 << UInt64($0) != 0)
        }
        guard let other = possible.max(by: { decision.probabilities[$0] < decision.probabilities[$1] }) else {
            return Explanation("'\(form)' is \(name)", span: span)
        }
        var weighed = zip(TagFeatures.templates, decision.hashes).compactMap { template, hash in
            model.weights(of: hash).map { (template, Double($0[label] - $0[other])) }
        }
        if decision.index > 0 {
            let before = decision.path[decision.index - 1]
            let weight = model.weight(of: label, behind: before) - model.weight(of: other, behind: before)
            weighed.append(("behind \(model.labels[before])", Double(weight)))
        }
        if decision.index + 1 < decision.path.count {
            let behind = decision.path[decision.index + 1]
            let weight = model.weight(of: behind, behind: label) - model.weight(of: behind, behind: other)
            weighed.append(("before \(model.labels[behind])", Double(weight)))
        }
        let strongest = weighed.filter { $0.1 != 0 }.sorted { abs($0.1) > abs($1.1) }.prefix(Tagger.shown)
        let percent = Int((decision.probabilities[label] * 100).rounded())
        let way = decision.confined == 0 ? "model" : "confined"
        return Explanation(
            "'\(form)' is \(name): \(way): \(percent)% by the model; the next best is \(model.labels[other])",
            span: span,
            reasons: strongest.map { Explanation($0.0, weight: $0.1) }
        )
    }
}
