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
        found = withIndirect(found, strings: strings)
        found.sort { ($0.extent.lowerBound, $1.extent.upperBound) < ($1.extent.lowerBound, $0.extent.upperBound) }
        SpeakerContext(text: text).attribute(&found)
        return found
    }

    /// Adds what is reported in the writer's words, and makes parts of the strings that stand in it.
    private func withIndirect(_ quotations: [Quotation], strings: [MarkedString]) -> [Quotation] {
        var isSpoken = [Bool](repeating: false, count: text.count)
        for quotation in quotations where quotation.kind == .direct {
            for part in quotation.parts { for token in part { isSpoken[token] = true } }
            if let cue = quotation.cue { for token in cue { isSpoken[token] = true } }
        }
        let indirect = IndirectSpeech(text: text, strings: strings).quotations(outside: isSpoken)
        var found = quotations
        let mixed = indirect.filter { $0.kind == .mixed }.map(\.extent)
        for index in found.indices where found[index].kind == .scare || found[index].kind == .direct {
            let extent = found[index].extent
            guard mixed.contains(where: { $0.lowerBound <= extent.lowerBound && extent.upperBound <= $0.upperBound }) else { continue }
            found[index].kind = .part
            found[index].rule = .part
            found[index].speaker = nil
            found[index].cue = nil
            found[index].attribution = nil
        }
        return found + indirect
    }
}
