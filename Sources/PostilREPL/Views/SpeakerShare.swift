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
    /// The longest of them.
    var example = ""

    /// The speakers of the document, who says most first; equals in the order of their first quotation.
    ///
    /// - Complexity: O(tokens quoted).
    static func shares(in document: Document) -> [SpeakerShare] {
        guard let quotes = document[.quotes] else { return [] }
        var shares: [SpeakerShare] = []
        var positions: [String: Int] = [:]
        for quote in quotes where quote.value.kind.isSpeech {
            let name = quote.value.speaker.map { $0.canonical ?? DisplayText.oneLine(document.text[$0.span]) } ?? "—"
            let position = positions[name] ?? shares.count
            if position == shares.count {
                positions[name] = position
                shares.append(SpeakerShare(name: name))
            }
            if quote.value.isAttitude { shares[position].attitudes += 1 } else { shares[position].sayings += 1 }
            shares[position].words += words(of: quote.value, in: document)
            let text = document.text[quote.span]
            if text.utf8.count > shares[position].example.utf8.count { shares[position].example = text }
        }
        return shares.enumerated().sorted { ($0.element.words, $1.offset) > ($1.element.words, $0.offset) }.map(\.element)
    }

    private static func words(of quote: QuoteValue, in document: Document) -> Int {
        guard let tokens = document[.tokens] else { return 0 }
        return quote.parts.reduce(0) { count, part in
            count + tokens.inside(part).count { tokens.values[$0].kind != .punctuation }
        }
    }
}
