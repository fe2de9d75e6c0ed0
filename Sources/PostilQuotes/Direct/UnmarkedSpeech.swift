import PostilCore
import PostilText

/// Finds speech that no quotation marks set off: dialogue with dashes, transcripts and plays, block quotes.
struct UnmarkedSpeech {
    let text: QuoteText
    let parser: SpeechTagParser
    /// For each paragraph, whether a string between marks begins in it.
    private let hasStrings: [Bool]

    init(text: QuoteText, strings: [MarkedString]) {
        self.text = text
        parser = SpeechTagParser(text: text)
        var hasStrings = [Bool](repeating: false, count: text.paragraphs.count)
        for string in strings where string.family != .single { hasStrings[text.paragraph(at: string.first)] = true }
        self.hasStrings = hasStrings
    }

    /// The quotations, in order.
    ///
    /// - Complexity: O(n).
    func quotations() -> [Quotation] {
        let labels = transcriptLabels()
        let hasDashes = hasDashDialogue()
        var found: [Quotation] = []
        var isAnnounced = false
        for (index, paragraph) in text.paragraphs.enumerated() {
            if let label = labels[index] {
                found.append(transcript(paragraph, label: label))
            } else if hasDashes, opensWithDash(paragraph), !hasStrings[index] {
                found.append(dialogue(paragraph, after: index))
            } else if isAnnounced, !hasStrings[index], isBlock(paragraph, after: index) {
                found.append(block(paragraph, after: index))
            }
            isAnnounced = text.isColon(paragraph.upperBound - 1)
        }
        return found
    }

    // MARK: Dashes

    private func opensWithDash(_ paragraph: Range<Int>) -> Bool {
        let first = paragraph.lowerBound
        guard text.isDash(first), first + 1 < paragraph.upperBound else { return false }
        // A hyphen marks items of lists; a line of hyphens parts sections.
        if text.length(first) == 1 || text.length(first) > 3 { return false }
        return text.isWord(first + 1) || text.kind(first + 1) == .number
    }

    /// Whether dashes open speeches in this text: several do, or one that is announced.
    private func hasDashDialogue() -> Bool {
        var count = 0
        for (index, paragraph) in text.paragraphs.enumerated() where opensWithDash(paragraph) {
            if index > 0, text.isColon(paragraph.lowerBound - 1) { return true }
            count += 1
            if count > 1 { return true }
        }
        return false
    }

    private func dialogue(_ paragraph: Range<Int>, after index: Int) -> Quotation {
        let first = paragraph.lowerBound + 1
        var end = paragraph.upperBound
        var tag: SpeechTag?
        if let start = parser.tagStart(in: paragraph) {
            tag = parser.tag(behind: start, limit: paragraph.upperBound)
            end = start
        }
        // A dash can close the speech too.
        if let closing = (first..<end).last(where: text.isDash),
            closing + 1 == end || closing + 1 == paragraph.upperBound
        {
            end = closing
        }
        var parts = [paragraph.lowerBound..<end]
        // *— Yes, he said. And no.*: what follows the sentence of the words that say who speaks is speech again.
        if let tag {
            var behind = tag.end
            while behind < paragraph.upperBound, !text.isStop(behind) { behind += 1 }
            if behind + 1 < paragraph.upperBound { parts.append(behind + 1..<paragraph.upperBound) }
        }
        let content = first..<max(first + 1, parts[parts.count - 1].upperBound)
        var quotation = Quotation(.direct, parts: parts, content: content, rule: .dashDialogue)
        if let tag, tag.speaker != nil {
            quotation.speaker = tag.speaker
            quotation.cue = tag.cue
            quotation.attribution = parts.count > 1 ? .cueInside : .cueAfter
        } else if index > 0, text.isColon(paragraph.lowerBound - 1) {
            introduce(&quotation, from: text.paragraphs[index - 1], before: paragraph.lowerBound)
        }
        return quotation
    }

    // MARK: Transcripts

    /// For each paragraph that begins with a speaker's name and a colon: the tokens of the name.
    ///
    /// One such line can be anything; two with the same name, or a `Q:` with an `A:`, make a transcript.
    private func transcriptLabels() -> [Range<Int>?] {
        var labels = [Range<Int>?](repeating: nil, count: text.paragraphs.count)
        var counts: [UInt64: Int] = [:]
        for (index, paragraph) in text.paragraphs.enumerated() {
            guard let label = label(of: paragraph) else { continue }
            labels[index] = label
            counts[text.hash(label.lowerBound).bits, default: 0] += 1
        }
        guard !counts.isEmpty else { return labels }
        let hasBothLetters =
            labels.contains { $0.map(isQuestionLetter) ?? false }
            && labels.contains { $0.map(isAnswerLetter) ?? false }
        // Two names, each more than once, take turns: then names need no capitals.
        let hasTurns = counts.values.count { $0 > 1 } > 1
        for index in labels.indices {
            guard let label = labels[index] else { continue }
            let isRepeated = (counts[text.hash(label.lowerBound).bits] ?? 0) > 1
            let isLetter = isQuestionLetter(label) || isAnswerLetter(label)
            let isName = isNameInCapitals(label) ? isRepeated || hasTurns : isRepeated && hasTurns && isName(label)
            if isLetter ? !hasBothLetters : !isName { labels[index] = nil }
        }
        return labels
    }

    private func isName(_ label: Range<Int>) -> Bool {
        text.isCapitalized(label.lowerBound) && !text.has(label.upperBound - 1, .text)
    }

    private func label(of paragraph: Range<Int>) -> Range<Int>? {
        var token = paragraph.lowerBound
        let limit = min(paragraph.upperBound, token + 6)
        while token < limit,
            text.isCapitalized(token) || text.mark(token) == UInt8(ascii: ".") && token == paragraph.lowerBound + 1
        {
            if text.mark(token) == UInt8(ascii: "."), token + 1 < paragraph.upperBound {
                let letter = paragraph.lowerBound..<token
                return isQuestionLetter(letter) || isAnswerLetter(letter) ? letter : nil
            }
            token += 1
        }
        let label = paragraph.lowerBound..<token
        guard !label.isEmpty, token < paragraph.upperBound - 1 else {
            return nil
        }
        if text.isColon(token) { return label }
        // *Q. Did you?*: the point belongs to the token of the letter.
        return text.lastByte(label.lowerBound) == UInt8(ascii: ".")
            && (isQuestionLetter(label.lowerBound..<label.lowerBound + 1)
                || isAnswerLetter(label.lowerBound..<label.lowerBound + 1))
            ? label.lowerBound..<label.lowerBound + 1 : nil
    }

    private func isQuestionLetter(_ label: Range<Int>) -> Bool {
        label.count == 1 && (text.equals(label.lowerBound, "q") || text.equals(label.lowerBound, "q."))
    }

    private func isAnswerLetter(_ label: Range<Int>) -> Bool {
        label.count == 1 && (text.equals(label.lowerBound, "a") || text.equals(label.lowerBound, "a."))
    }

    private func isNameInCapitals(_ label: Range<Int>) -> Bool {
        label.allSatisfy { text.shape($0) == .upper || text.shape($0) == .initial }
    }

    private func transcript(_ paragraph: Range<Int>, label: Range<Int>) -> Quotation {
        var first = label.upperBound
        if text.isColon(first) || text.mark(first) == UInt8(ascii: ".") { first += 1 }
        let content = min(first, paragraph.upperBound - 1)..<paragraph.upperBound
        var quotation = Quotation(.direct, parts: [content], content: content, rule: .transcript)
        quotation.speaker = label
        quotation.attribution = .label
        return quotation
    }

    // MARK: Blocks

    /// Whether the paragraph behind a colon is set apart as a quotation: by a deeper indent than the one
    /// before, or by the sign with which mail is quoted.
    private func isBlock(_ paragraph: Range<Int>, after index: Int) -> Bool {
        guard index > 0, paragraph.count >= 4 else { return false }
        let before = text.paragraphs[index - 1]
        guard announces(before) else { return false }
        return text.mark(paragraph.lowerBound) == UInt8(ascii: ">")
            || indent(of: paragraph) >= indent(of: before) + 2
    }

    /// Whether the last sentence of the paragraph has a verb or a noun of saying before its colon.
    private func announces(_ paragraph: Range<Int>) -> Bool {
        let sentence = text.sentences[text.sentence(at: paragraph.upperBound - 1)]
        return sentence.clamped(to: paragraph).contains {
            text.has($0, [.says, .tells, .asks, .saying]) || text.has($0, .utters) && text.tag($0).isVerb
        }
    }

    /// The white space before the paragraph on its first line.
    private func indent(of paragraph: Range<Int>) -> Int {
        var offset = text.start(paragraph.lowerBound)
        var width = 0
        while offset > 0, text.view.bytes[offset - 1] == 0x20 || text.view.bytes[offset - 1] == 0x09 {
            width += text.view.bytes[offset - 1] == 0x09 ? 4 : 1
            offset -= 1
        }
        return width
    }

    private func block(_ paragraph: Range<Int>, after index: Int) -> Quotation {
        let first =
            text.mark(paragraph.lowerBound) == UInt8(ascii: ">") ? paragraph.lowerBound + 1 : paragraph.lowerBound
        let content = first..<paragraph.upperBound
        var quotation = Quotation(.direct, parts: [content], content: content, rule: .block)
        introduce(&quotation, from: text.paragraphs[index - 1], before: paragraph.lowerBound)
        return quotation
    }

    /// Takes speaker and cue from the paragraph that announces the quotation.
    func introduce(_ quotation: inout Quotation, from paragraph: Range<Int>, before token: Int) {
        guard let tag = parser.tag(before: token, lower: paragraph.lowerBound) else { return }
        quotation.speaker = tag.speaker
        quotation.cue = tag.cue
        if tag.speaker != nil { quotation.attribution = .introduced }
    }
}
