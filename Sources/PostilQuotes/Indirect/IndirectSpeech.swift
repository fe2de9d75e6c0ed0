import PostilCore
import PostilText

/// Finds indirect and mixed quotations: what stands by verbs, nouns and adjectives of reporting.
struct IndirectSpeech {
    let text: QuoteText
    let strings: StringIndex
    let boundary: ContentBoundary
    let clause: ClauseReader
    /// How many tokens around a cue are looked at, so that a text without sentences costs no more than others.
    private static let horizon = 400
    /// For each token, whether it stands in a direct quotation or is its cue.
    private let isSpoken: [Bool]

    init(text: QuoteText, strings: [MarkedString], isSpoken: [Bool]) {
        self.text = text
        self.strings = StringIndex(strings)
        self.isSpoken = isSpoken
        boundary = ContentBoundary(text: text, strings: self.strings, isSpoken: isSpoken)
        clause = ClauseReader(text: text)
    }

    /// The quotations, in the order of their cues.
    ///
    /// - Complexity: O(n).
    func quotations() -> [Quotation] {
        var found: [Quotation] = []
        for sentence in text.sentences {
            for token in sentence where !isSpoken[token] {
                guard !text.classes[token].isEmpty else { continue }
                let window = sentence.clamped(to: token - IndirectSpeech.horizon..<token + IndirectSpeech.horizon)
                guard let quotation = quotation(at: token, in: window) else { continue }
                found.append(finished(quotation, in: window))
            }
        }
        for line in headlines() {
            if let headline = headline(line) { found.append(finished(headline, in: line)) }
        }
        return outermost(found)
    }

    /// The quotations without those that stand in the content of another: what is reported inside of a report
    /// belongs to that.
    private func outermost(_ quotations: [Quotation]) -> [Quotation] {
        let sorted = quotations.sorted {
            ($0.extent.lowerBound, $1.extent.upperBound, $1.score) < (
                $1.extent.lowerBound, $0.extent.upperBound, $0.score
            )
        }
        var kept: [Quotation] = []
        var reach = 0
        for quotation in sorted {
            if quotation.extent.upperBound <= reach { continue }
            reach = quotation.extent.upperBound
            kept.append(quotation)
        }
        return kept
    }

    /// Sentences that are a paragraph each, have no full stop, and have another paragraph below.
    private func headlines() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var next = 0
        for paragraph in text.paragraphs.dropLast() {
            while next < text.sentences.count, text.sentences[next].lowerBound < paragraph.lowerBound { next += 1 }
            guard next < text.sentences.count, text.sentences[next] == paragraph,
                !text.isStop(paragraph.upperBound - 1)
            else { continue }
            found.append(paragraph)
        }
        return found
    }

    /// A headline that begins with its source and a colon: *Poll: Most like the clock*.
    private func headline(_ line: Range<Int>) -> Quotation? {
        guard line.count >= 5, !line.contains(where: { isSpoken[$0] }),
            let colon = line.prefix(8).first(where: text.isColon), colon > line.lowerBound,
            let source = text.longNounPhrase(from: line.lowerBound, limit: colon), source.upperBound == colon,
            SpeechTagParser(text: text).canSpeak(source), line.upperBound - colon > 3,
            strings.string(at: colon + 1).map({ $0.end < line.upperBound - 1 }) ?? true
        else { return nil }
        return quotation(colon + 1..<line.upperBound, cue: colon..<colon + 1, speaker: source, .colon, rule: .headline)
    }

    private func quotation(at token: Int, in sentence: Range<Int>) -> Quotation? {
        if text.has(token, .according), text.has(token + 1, .to) { return accordingTo(at: token, in: sentence) }
        let tag = text.tag(token)
        if token == sentence.lowerBound, text.equals(token, "in") { return inDocument(at: token, in: sentence) }
        if tag.isVerb, text.has(token, .reports) { return verb(at: token, in: sentence) }
        if tag.isNoun, text.has(token, [.saying, .thought, .judgement]) { return noun(at: token, in: sentence) }
        if tag.isAdjective || tag == .pastParticiple, text.has(token, .attitude) {
            return adjective(at: token, in: sentence)
        }
        if text.has(token, .hearsay) { return hearsay(at: token, in: sentence) }
        return nil
    }

    /// The quotation with its kind: mixed where marks stand in it; and its end where a string reaches beyond.
    private func finished(_ quotation: Quotation, in sentence: Range<Int>) -> Quotation {
        var quotation = quotation
        if strings.strings(in: quotation.content).contains(where: { $0.family != .single }) { quotation.kind = .mixed }
        return quotation
    }

    // MARK: Making quotations

    /// A quotation of the content in one piece; nil where nothing is left of it.
    func quotation(
        _ content: Range<Int>,
        cue: Range<Int>,
        speaker: Range<Int>?,
        _ attribution: Attribution,
        rule: QuoteRule
    ) -> Quotation? {
        let content = trimmed(content)
        guard !content.isEmpty, !content.overlaps(cue) || rule == .passive else { return nil }
        // *she said, adding: "…"*: what is quoted directly is so already.
        if isSpoken[content.lowerBound], let string = strings.string(at: content.lowerBound),
            string.end >= content.upperBound
        {
            return nil
        }
        var quotation = Quotation(.indirect, parts: [content], content: content, rule: rule)
        quotation.cue = cue
        quotation.speaker = speaker
        quotation.attribution = speaker == nil ? .unattributed : attribution
        quotation.score = 0.8
        return quotation
    }

    /// The tokens without punctuation at the ends, but for marks that belong to words between them.
    func trimmed(_ content: Range<Int>) -> Range<Int> {
        var lower = content.lowerBound
        var upper = min(content.upperBound, text.count)
        while lower < upper, text.isComma(lower) || text.isColon(lower) || text.isDash(lower) { lower += 1 }
        while upper > lower {
            let last = upper - 1
            guard
                text.isComma(last) || text.isColon(last) || text.isDash(last) || text.mark(last) == UInt8(ascii: ";")
                    || text.isStop(last) && text.length(last) == 1 || isLoneBracket(last, from: lower)
            else { break }
            upper = last
        }
        return lower..<max(lower, upper)
    }

    /// Whether a closing bracket has its opening one before the content: *(He said it leaks.)*
    private func isLoneBracket(_ token: Int, from first: Int) -> Bool {
        let isRound = text.mark(token) == UInt8(ascii: ")")
        guard isRound || text.mark(token) == UInt8(ascii: "]") else { return false }
        let opener = isRound ? UInt8(ascii: "(") : UInt8(ascii: "[")
        return !(max(first, token - IndirectSpeech.horizon)..<token).contains { text.mark($0) == opener }
    }

    /// Whether the clause of the verb group stands before the main clause of its sentence.
    func isFronted(_ group: Range<Int>, subject: Range<Int>?, in sentence: Range<Int>) -> Bool {
        let start = subject?.lowerBound ?? group.lowerBound
        guard start > sentence.lowerBound else { return false }
        let before = start - 1
        guard text.has(before, .subordinator) || text.equals(before, "if") else { return false }
        return before == sentence.lowerBound || text.isComma(before - 1) || text.has(before - 1, .coordinator)
            || text.has(before - 1, .adverb) && before - 1 == sentence.lowerBound
    }
}
