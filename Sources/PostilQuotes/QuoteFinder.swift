import PostilCore
import PostilText

/// Finds the quotations of a text.
struct QuoteFinder {
    let text: QuoteText
    let options: QuoteOptions

    /// The quotations, in no order.
    ///
    /// - Complexity: O(n).
    func quotations() -> [Quotation] {
        guard text.count > 0 else { return [] }
        let parser = SpeechTagParser(text: text)
        var pairing = MarkPairing(text) { first, limit in parser.tagStart(in: first..<limit) }
        let strings = pairing.pair()
        var found = DirectSpeech(text: text, strings: strings, options: options).quotations()
        found += UnmarkedSpeech(text: text, strings: strings).quotations()
        found.sort { ($0.extent.lowerBound, $1.extent.upperBound) < ($1.extent.lowerBound, $0.extent.upperBound) }
        SpeakerContext(text: text).attribute(&found)
        return found
    }
}
