import Postil

/// How much of a document's quotations is one speaker's.
struct SpeakerShare {
    /// The fullest name of the speaker, or the words of the source; a dash where nobody is named.
    let name: String
    /// How many quotations say what the speaker said.
    var sayings = 0
    /// How many say what the speaker thinks or wants.
    var attitudes = 0
    /// The tokens of all of them that are no punctuation.
    var words = 0
    /// Where the longest of them stands.
    var example: Span

    /// The speakers of the document, who says most first; equals in the order of their first quotation.
    ///
    /// - Complexity: O(tokens quoted).
    static func shares(in document: Document) -> [SpeakerShare] {
        guard let quotes = document[.quotes] else { return [] }
        var shares: [SpeakerShare] = []
        var positions: [String: Int] = [:]
        for quote in quotes where quote.value.kind.isSpeech {
            let name = QuoteLayerView.speaker(of: quote.value, in: document) ?? "-"
            let position = positions[name] ?? shares.count
            if position == shares.count {
                positions[name] = position
                shares.append(SpeakerShare(name: name, example: quote.span))
            }
            if quote.value.isAttitude { shares[position].attitudes += 1 } else { shares[position].sayings += 1 }
            shares[position].words += words(of: quote.value, in: document)
            if quote.span.count > shares[position].example.count { shares[position].example = quote.span }
        }
        return shares.enumerated()
            .sorted { ($0.element.words, $1.offset) > ($1.element.words, $0.offset) }
            .map(\.element)
    }

    private static func words(of quote: QuoteValue, in document: Document) -> Int {
        guard let tokens = document[.tokens] else { return 0 }
        return quote.parts.reduce(0) { count, part in
            count + tokens.inside(part).count { tokens.values[$0].kind != .punctuation }
        }
    }
}
