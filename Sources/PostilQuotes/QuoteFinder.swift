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
        return DirectSpeech(text: text, strings: strings, options: options).quotations()
    }
}
