import PostilCore
import PostilText

/// Finds the quotations of a text.
struct QuoteFinder {
    let text: QuoteText
    let options: QuoteOptions
    /// The names that the layer of names has.
    var names: [MentionFinder.NamedSpan] = []

    /// The quotations, in no order.
    ///
    /// - Complexity: O(n).
    func quotations() -> [Quotation] {
        guard text.count > 0, !text.sentences.isEmpty, !text.paragraphs.isEmpty else { return [] }
        let parser = SpeechTagParser(text: text)
        var pairing = MarkPairing(text) { first, limit in parser.tagStart(in: first..<limit) }
        let strings = pairing.pair()
        var found = DirectSpeech(text: text, strings: strings, options: options).quotations()
        let unmarked = UnmarkedSpeech(text: text, strings: strings).quotations()
        nest(&found, in: unmarked.map(\.extent))
        found += unmarked
        found = withIndirect(found, strings: strings)
        found.sort { ($0.extent.lowerBound, $1.extent.upperBound) < ($1.extent.lowerBound, $0.extent.upperBound) }
        SpeakerContext(text: text).attribute(&found)
        resolve(&found)
        return found
    }

    /// Names the speakers.
    private func resolve(_ quotations: inout [Quotation]) {
        guard quotations.contains(where: { $0.speaker != nil }) else { return }
        let resolver = resolver(for: quotations)
        var earlier: [Int] = []
        for index in quotations.indices {
            guard let speaker = quotations[index].speaker, let resolution = resolver.resolve(speaker, earlier: earlier)
            else { continue }
            quotations[index].canonical = resolution.name
            quotations[index].entity = resolver.mentions[resolution.mention].entity
            earlier.append(resolution.mention)
        }
    }

    /// What knows the names of the text.
    func resolver(for quotations: [Quotation]) -> SpeakerResolver {
        let isQuoted = spokenTokens(of: quotations, withCues: false)
        return SpeakerResolver(
            text: text,
            mentions: MentionFinder(text: text, isQuoted: isQuoted, entities: names).mentions()
        )
    }

    /// For each token, whether it stands in a direct quotation or, if wanted, is the cue of one.
    private func spokenTokens(of quotations: [Quotation], withCues: Bool) -> [Bool] {
        var isSpoken = [Bool](repeating: false, count: text.count)
        for quotation in quotations where quotation.kind == .direct {
            for part in quotation.parts { for token in part { isSpoken[token] = true } }
            if withCues, let cue = quotation.cue { for token in cue { isSpoken[token] = true } }
        }
        return isSpoken
    }

    /// Adds what is reported in the writer's words, and makes parts of the strings that stand in it.
    private func withIndirect(_ quotations: [Quotation], strings: [MarkedString]) -> [Quotation] {
        let isSpoken = spokenTokens(of: quotations, withCues: true)
        let indirect = IndirectSpeech(text: text, strings: strings, isSpoken: isSpoken).quotations()
        var found = quotations
        // They ascend and none holds another.
        let mixed = indirect.filter { $0.kind == .mixed }.map(\.extent)
        for index in found.indices where found[index].kind == .scare || found[index].kind == .direct {
            let extent = found[index].extent
            guard isInside(extent, mixed) else { continue }
            found[index].kind = .part
            found[index].rule = .part
            found[index].speaker = nil
            found[index].cue = nil
            found[index].attribution = nil
        }
        return found + indirect
    }

    /// Makes quotations between marks that stand in speech without marks nested ones.
    private func nest(_ quotations: inout [Quotation], in extents: [Range<Int>]) {
        for index in quotations.indices where quotations[index].kind == .direct {
            guard isInside(quotations[index].extent, extents) else { continue }
            quotations[index].kind = .nested
            quotations[index].rule = .nested
        }
    }

    /// Whether one of the ascending `outer` ranges holds `extent`.
    ///
    /// - Complexity: O(log n).
    private func isInside(_ extent: Range<Int>, _ outer: [Range<Int>]) -> Bool {
        var lower = 0
        var upper = outer.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if outer[middle].lowerBound <= extent.lowerBound { lower = middle + 1 } else { upper = middle }
        }
        return lower > 0 && extent.upperBound <= outer[lower - 1].upperBound
    }
}
