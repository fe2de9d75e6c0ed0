import PostilCore

extension PhraseParser {
    /// The longest temporal expression that starts at `index`.
    func phrase(_ index: Int) -> Phrase? {
        var best: Phrase?
        func consider(_ phrase: Phrase?) {
            guard let phrase, phrase.end > best?.end ?? 0 else { return }
            best = phrase
        }
        consider(financialPhrase(index))
        consider(recurrencePhrase(index))
        consider(edgePhrase(index))
        consider(ordinalPhrase(index))
        consider(datedPhrase(index))
        consider(lengthPhrase(index))
        consider(referencePhrase(index))
        consider(boundedDate(index))
        return best
    }

    /// *about 1990*, *around 7:15 p.m.*
    private func boundedDate(_ index: Int) -> Phrase? {
        guard has(index, [.approximator, .bound]), let bound = boundPrefix(index), bound.modifier == .approximate,
            var inner = datedPhrase(bound.end) ?? edgePhrase(bound.end)
        else { return nil }
        if isWord(index, PhraseParser.loose), case .moment = inner.meaning {} else if isWord(index, PhraseParser.loose) { return nil }
        inner.start = index
        inner.modifier = inner.modifier ?? .approximate
        return inner
    }

    static let loose = KnownWords("some almost nearly just only")
}
