import PostilCore

/// The words of a sentence that are not the narrator's but somebody's who is quoted.
///
/// They count for the sentence and the document as the narrator's do, so that marks around words change no
/// score, and the ledger says whose they are. What a speaker says is hardly said of the speaker.
struct QuotedWords {
    /// What a speaker's own words count for the speaker as a target.
    static let speaker = 0.25

    private let quotes: [(parts: [Span], speaker: Span?)]

    init(in sentence: Span, quotes: Layer<QuoteValue>) {
        guard !quotes.isEmpty else {
            self.quotes = []
            return
        }
        self.quotes = quotes.overlapping(sentence).map { quotes.values[$0] }
            .filter { [QuoteKind.direct, .indirect, .mixed].contains($0.kind) }
            .map { ($0.parts, $0.speaker?.span) }
    }

    /// The opinion with the terms marked that stand in quotations; those of a target that speaks are lowered.
    func marked(_ opinion: Opinion, about target: Span? = nil) -> Opinion {
        guard !quotes.isEmpty else { return opinion }
        var opinion = opinion
        for index in opinion.terms.indices {
            let span = opinion.terms[index].span
            for quote in quotes where quote.parts.contains(where: { $0.contains(span) }) {
                opinion.terms[index].reason.insert(.quote)
                if let target, let speaker = quote.speaker, speaker.overlaps(target) {
                    opinion.terms[index].factor *= QuotedWords.speaker
                    opinion.terms[index].weight *= QuotedWords.speaker
                }
            }
        }
        return opinion
    }
}
