import PostilCore

extension Lemmatizer {
    /// Says which ending, or which form as a whole, led to a lemma.
    public func explain(_ question: Question, in document: DocumentView) throws(AnnotationError) -> Explanation? {
        guard question.layer == LayerKey.lemmas.name else { return nil }
        let tokens = try document[.tokens]
        let tags = try document[.tags]
        let positions = question.position.map { [$0] } ?? Array(tokens.overlapping(question.span))
        let reasons = positions.filter { tokens.indices.contains($0) && $0 < tags.count }.map { position in
            explanation(
                of: tokens[position].value,
                tag: tags.values[position],
                span: tokens.spans[position],
                in: document.text
            )
        }
        if question.position != nil, let only = reasons.first { return only }
        return Explanation(
            reasons.isEmpty ? "no token is there" : "the lemmas there belong to single tokens",
            span: question.span,
            reasons: reasons
        )
    }

    private func explanation(of token: Token, tag: TokenTag, span: Span, in text: Text) -> Explanation {
        let form = text[span]
        let (lemma, rule) = text.bytes[span.range].withUnsafeBufferPointer {
            self.lemma(of: $0, token: token, tag: tag)
        }
        let name = rules[rule.identifier]?.name ?? ""
        var lower = form.lowercased()
        let match = lower.withUTF8 { table.match($0, group: LemmaGroup(tag: tag, shape: token.shape)) }
        let reason =
            switch rule {
            case .exception: "'\(lower)' is listed for \(tag.penn.name)"
            case .ending:
                "the ending '-\(String(decoding: lower.utf8.suffix(match.length), as: UTF8.self))' of \(tag.penn.name)"
            case .form: "no ending of \(tag.penn.name) changes it"
            case .separators: "commas between digits are left out"
            }
        return Explanation("'\(form)' has the lemma '\(lemma)': \(name): \(reason)", span: span)
    }
}
