import PostilCore
import PostilText

extension NumberAnnotator {
    /// Says of what parts a number was put together and what else its digits could be; where no number
    /// is, which reading won or what stood against it.
    ///
    /// - Throws: ``AnnotationError`` where tokens or dates are missing.
    public func explain(_ question: Question, in document: DocumentView) throws(AnnotationError) -> Explanation? {
        guard question.layer == LayerKey.numbers.name else { return nil }
        let tokens = try document[.tokens]
        let dates = try document[.dates]
        let found = NumberAnnotator.expressions(
            in: document.text,
            tokens: tokens,
            owned: dates.spans,
            currencies: currencies
        )
        if let expression = found.first(where: { Span($0.start..<$0.end) == question.span }) {
            return explanation(of: expression, in: document.text, tokens: tokens)
        }
        var reasons: [Explanation] = []
        for expression in found
        where expression.start < Int(question.span.end) && expression.end > Int(question.span.start) {
            reasons.append(explanation(of: expression, in: document.text, tokens: tokens))
        }
        for date in dates.overlapping(question.span) {
            reasons.append(Explanation("a date owns '\(document.text[dates.spans[date]])'", span: dates.spans[date]))
        }
        reasons += readings(at: question.span, in: document.text, tokens: tokens)
        if reasons.isEmpty {
            reasons.append(Explanation("no digits and no word that a number begins with"))
        }
        return Explanation("no number has exactly this extent", span: question.span, reasons: reasons)
    }

    /// Lists the numbers that dates own or longer ones cover, and the digits that were read as something else.
    ///
    /// - Throws: ``AnnotationError`` where tokens or dates are missing.
    public func candidates(
        for layer: LayerName,
        in span: Span,
        of document: DocumentView
    ) throws(AnnotationError) -> [Candidate]? {
        guard layer == LayerKey.numbers.name else { return [] }
        let tokens = try document[.tokens]
        let dates = try document[.dates]
        let numbers = try document[.numbers]
        let unowned = NumberAnnotator.expressions(
            in: document.text,
            tokens: tokens,
            owned: [],
            currencies: currencies
        )
        var found: [Candidate] = []
        let considered = Layer(sorted: unowned.map { Span($0.start..<$0.end) }.sorted())
        for expression in unowned {
            let place = Span(expression.start..<expression.end)
            guard place.overlaps(span), numbers.overlapping(place).allSatisfy({ numbers.spans[$0] != place }) else {
                continue
            }
            var reasons = dates.overlapping(place).map { date in
                Explanation("a date owns '\(document.text[dates.spans[date]])'", span: dates.spans[date])
            }
            reasons += numbers.overlapping(place).map { number in
                Explanation(
                    "the number '\(document.text[numbers.spans[number]])' won",
                    span: numbers.spans[number]
                )
            }
            let value = expression.value
            let reading = [value.type, value.value?.description].compactMap { $0 }.joined(separator: " ")
            let rule = expression.rule.rule
            found.append(
                Candidate(
                    place,
                    reading: reading,
                    explanation: Explanation("\(rule.name): \(rule.summary)", span: place, reasons: reasons)
                )
            )
        }
        for token in tokens.overlapping(span) {
            let place = tokens.spans[token]
            guard numbers.overlapping(place).isEmpty, considered.overlapping(place).isEmpty else { continue }
            for readings in self.readings(at: place, in: document.text, tokens: tokens) {
                found.append(Candidate(place, explanation: readings))
            }
        }
        return found.sorted { $0.span < $1.span }
    }

    private func explanation(of expression: NumberExpression, in text: Text, tokens: Layer<Token>) -> Explanation {
        let span = Span(expression.start..<expression.end)
        let rule = expression.rule.rule
        var reasons: [Explanation] = []
        reasons += NumberTree(text, tokens, currencies).nodes(of: expression)
        for feature in expression.value.features { reasons.append(Explanation("\(feature.key): \(feature.value)")) }
        if let note = expression.note { reasons.append(Explanation(note)) }
        reasons += readings(at: span, in: text, tokens: tokens)
        return Explanation("\(rule.name): \(rule.summary)", span: span, reasons: reasons)
    }

    /// The readings of each stretch of digits in a span, the best first.
    private func readings(at span: Span, in text: Text, tokens: Layer<Token>) -> [Explanation] {
        var found: [Explanation] = []
        text.bytes.withUnsafeBufferPointer { bytes in
            TokenView.with(bytes, tokens.spans, tokens.values) { view in
                let readings = Readings(view)
                for token in tokens.overlapping(span) where view.firstByte(token) &- 0x30 < 10 {
                    let all = readings.readings(at: token)
                    guard all.count > 1 || all.first?.kind != .cardinal else { continue }
                    found.append(
                        Explanation(
                            "readings of '\(text[tokens.spans[token]])', the best first",
                            span: tokens.spans[token],
                            reasons: all.map {
                                Explanation("\($0.kind.rawValue): \($0.reason)", weight: Double($0.score))
                            }
                        )
                    )
                }
            }
        }
        return found
    }
}
