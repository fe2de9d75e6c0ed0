import PostilCore

/// Puts together what quotations say, each apart from the narrator's words around it.
struct QuoteScorer {
    private let quotes: Layer<QuoteValue>
    private let sentences: Layer<Unvalued>
    private let text: Text

    init(quotes: Layer<QuoteValue>, sentences: Layer<Unvalued>, text: Text) {
        self.quotes = quotes
        self.sentences = sentences
        self.text = text
    }

    /// Calls `body` with the place of each quotation that has a speaker, the speaker's name, and its opinion.
    ///
    /// - Parameter opinions: The opinions of the sentences.
    func forEachQuote(
        of opinions: [(opinion: Opinion, isHeadline: Bool)],
        model: OpinionModel,
        _ body: (Span, String, Opinion) -> Void
    ) {
        for quote in quotes {
            guard let speaker = quote.value.speaker,
                [QuoteKind.direct, .indirect, .mixed].contains(quote.value.kind)
            else { continue }
            let said = sentences.overlapping(quote.value.content).compactMap { position in
                opinions.indices.contains(position)
                    ? (part(of: opinions[position].opinion, sentences.spans[position], in: quote.value.parts), false)
                    : nil
            }
            let opinion = DocumentScorer.opinion(of: said, model: model)
            body(quote.span, speaker.canonical ?? String(text[speaker.span]), opinion)
        }
    }

    /// What of a sentence's opinion is said in the pieces of a quotation.
    private func part(of opinion: Opinion, _ sentence: Span, in parts: [Span]) -> Opinion {
        var part = Opinion()
        part.evidence = opinion.evidence
        part.terms = opinion.terms.filter { term in parts.contains { $0.contains(term.span) } }
        let isWhole = part.terms.contains { $0.reason.contains(.remainder) }
        let covered = parts.reduce(0) { sum, piece in
            sum + max(0, Int(min(piece.end, sentence.end)) - Int(max(piece.start, sentence.start)))
        }
        let share = isWhole ? 1 : Double(covered) / Double(max(1, sentence.count))
        part.strength = opinion.strength * min(1, share)
        return part
    }
}
