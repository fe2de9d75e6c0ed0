import PostilCore
import PostilText

/// Makes quotations of the strings between marks: tells what each string is, and joins the pieces of one
/// that is interrupted.
struct DirectSpeech {
    let text: QuoteText
    let strings: [MarkedString]
    let parser: SpeechTagParser
    let options: QuoteOptions

    init(text: QuoteText, strings: [MarkedString], options: QuoteOptions) {
        self.text = text
        self.strings = strings
        self.options = options
        parser = SpeechTagParser(text: text)
    }

    /// The quotations of all strings, by the order of their first token.
    ///
    /// - Complexity: O(n).
    func quotations() -> [Quotation] {
        var found: [Quotation] = []
        var index = 0
        let outer = strings.indices.filter { strings[$0].parent == nil && hasWords(strings[$0]) }
        while index < outer.count {
            let run = joined(outer, from: index)
            var quotation = quotation(of: run.pieces.map { strings[outer[$0]] })
            attribute(&quotation, run: run, outer: outer)
            found += options.joinsParts ? [quotation] : separated(quotation, run.pieces.map { strings[outer[$0]] })
            for named in run.named { found.append(self.quotation(of: [strings[outer[named]]])) }
            index = run.end
        }
        for string in strings where string.parent != nil && hasWords(string) { found.append(inner(string)) }
        return found
    }

    /// A quotation of each piece between which somebody else's words stand, all of them the same speaker's.
    private func separated(_ whole: Quotation, _ strings: [MarkedString]) -> [Quotation] {
        var pieces: [Quotation] = []
        var first = 0
        while first < strings.count {
            var end = first + 1
            while end < strings.count, strings[end - 1].continues { end += 1 }
            var piece = quotation(of: Array(strings[first..<end]))
            if piece.kind != whole.kind {
                piece.kind = whole.kind
                piece.rule = .marks
            }
            piece.speaker = whole.speaker
            piece.cue = whole.cue
            piece.attribution = whole.attribution
            pieces.append(piece)
            first = end
        }
        return pieces
    }

    private func hasWords(_ string: MarkedString) -> Bool {
        string.content.contains { text.kind($0) != .punctuation && text.kind($0) != .symbol }
    }

    // MARK: Joining

    /// Strings that are one quotation, as positions among the outer ones.
    struct Run {
        /// The pieces of the quotation.
        var pieces: [Int]
        /// What stands between marks in the words that say who speaks: *Ada told the "Daily Gull"*.
        var named: [Int] = []
        /// The position behind the last of them.
        var end: Int
    }

    /// The outer strings that belong to one quotation with that at `index`.
    private func joined(_ outer: [Int], from index: Int) -> Run {
        var run = Run(pieces: [index], end: index + 1)
        guard kind(of: strings[outer[index]]) == .direct else { return run }
        var last = index
        while run.end < outer.count {
            let next = strings[outer[run.end]]
            if strings[outer[last]].continues, label(of: next) == nil {
                last = run.end
            } else if isInterruption(from: strings[outer[last]], to: next), isSpeaking(next) {
                last = run.end
            } else if run.end + 1 < outer.count, isNamed(next, behind: strings[outer[last]]),
                isInterruption(from: strings[outer[last]], to: strings[outer[run.end + 1]]),
                isSpeaking(strings[outer[run.end + 1]])
            {
                run.named.append(run.end)
                last = run.end + 1
            } else {
                break
            }
            run.pieces.append(last)
            run.end = last + 1
        }
        return run
    }

    /// Whether a string stands in the words that say who speaks the one before: no sentence ends between them.
    private func isNamed(_ string: MarkedString, behind last: MarkedString) -> Bool {
        guard last.end < string.first, let tag = tag(behind: last, limit: string.first), tag.cue != nil else {
            return false
        }
        return kind(of: string) != .direct && !(last.end..<string.first).contains(where: text.isStop)
    }

    /// Whether the string behind an interruption goes on with the speech.
    private func isSpeaking(_ string: MarkedString) -> Bool {
        let before = string.first - 1
        if text.isStop(before) || text.isComma(before) || text.isDash(before)
            || text.mark(before) == UInt8(ascii: ";")
        {
            return kind(of: string) != .nickname
        }
        return kind(of: string) == .direct
    }

    /// Whether what stands between two strings only says who speaks them both.
    private func isInterruption(from last: MarkedString, to next: MarkedString) -> Bool {
        let gap = last.end..<max(last.end, next.first)
        guard !gap.isEmpty, gap.count < 80, last.hasCloser else { return false }
        let paragraph = text.paragraphs[text.paragraph(at: last.first)]
        guard paragraph.contains(next.first) else { return false }
        let tag = tag(behind: last, limit: next.first)
        guard tag != nil || endsWithComma(last) || isPause(gap) else { return false }
        // A verb of saying of its own takes the next string away: *"Yes," he said, and she cried: "No!"*
        let lower = tag?.end ?? last.end
        if let cue = parser.tag(before: next.first, lower: lower)?.cue, isOwn(cue, of: next) { return false }
        // *"So it is," she said; and as nobody spoke she went on: "Listen."*
        if text.isColon(next.first - 1), (lower..<next.first).contains(where: isFinite) { return false }
        // So do other words behind it: *"Yes," said Ann. "No," said Bob.*
        if let speaker = tag?.speaker, let other = self.tag(behind: next, limit: paragraph.upperBound)?.speaker {
            return !areDifferentNames(speaker, other)
        }
        return true
    }

    /// Whether the verb of saying before a string takes it away from the speech before: the string is what it says.
    /// *he said, shrugging*, *he hastened to add* and *he said, as though he thought it funny,* do not.
    private func isOwn(_ cue: Range<Int>, of next: MarkedString) -> Bool {
        let isAnnounced = text.isColon(next.first - 1)
        let saysMore = text.has(cue.upperBound - 1, [.says, .tells, .asks])
        switch text.tag(cue.lowerBound) {
        case .gerund where isAnnounced || !saysMore: return false
        case .to, .baseVerb: return false
        default: break
        }
        let object = cue.upperBound
        return isAnnounced || text.has(cue.upperBound - 1, [.tells, .asks])
            || !(text.isNominal(object) || text.equals(object, "it")) || text.has(object, .time)
    }

    private func isFinite(_ token: Int) -> Bool {
        switch text.tag(token) {
        case .pastVerb, .thirdPersonVerb, .presentVerb, .modal: true
        default: false
        }
    }

    /// Whether a gap is one sentence that says that the speech stops for a while: *He paused, and looked at the goose.*
    private func isPause(_ gap: Range<Int>) -> Bool {
        guard gap.count < 30, text.isStop(gap.upperBound - 1), !gap.dropLast().contains(where: text.isStop),
            let subject = text.longNounPhrase(from: gap.lowerBound, limit: gap.upperBound)
        else { return false }
        let verb = subject.upperBound
        return text.equals(verb, "paused") || text.equals(verb, "hesitated") || text.equals(verb, "stopped")
            || text.equals(verb, "faltered")
    }

    private func areDifferentNames(_ phrase: Range<Int>, _ other: Range<Int>) -> Bool {
        guard text.tag(phrase.upperBound - 1).isProperNoun, text.tag(other.upperBound - 1).isProperNoun else {
            return false
        }
        return text.hash(phrase.upperBound - 1) != text.hash(other.upperBound - 1)
    }

    func endsWithComma(_ string: MarkedString) -> Bool {
        text.isComma(string.content.upperBound - 1) || text.isComma(string.end)
    }

    /// The words behind a string that say who speaks it.
    func tag(behind string: MarkedString, limit: Int) -> SpeechTag? {
        let last = string.content.upperBound - 1
        let isComma = endsWithComma(string)
        let isOpen =
            isComma
            || (text.mark(last) == UInt8(ascii: "?") || text.mark(last) == UInt8(ascii: "!") || text.isDash(last))
                && string.end < limit && text.startsLower(string.end)
        guard let tag = parser.tag(behind: string.end, limit: limit, isOpen: isOpen) else { return nil }
        // *"It is cold." Bob shrugged.*: what somebody does behind a full stop is no saying.
        if tag.form == .plain, text.mark(last) == UInt8(ascii: "."), let cue = tag.cue,
            !text.has(cue.upperBound - 1, [.says, .tells, .asks])
        {
            return nil
        }
        // *"It is over." She added, "Go home."*: the words belong to what they introduce.
        let isIntroduction = text.isColon(tag.end) || text.isComma(tag.end) && !isComma && !isOpen
        if isIntroduction, tag.end + 1 < text.count, QuotationMark(tag.end + 1, in: text)?.canOpen == true {
            return nil
        }
        return tag
    }

    /// The name with a colon with which a string begins that quotes a transcript.
    func label(of string: MarkedString) -> Range<Int>? {
        let content = string.content
        var token = content.lowerBound
        while token < content.upperBound, token - content.lowerBound < 3, text.shape(token) == .upper {
            token += 1
        }
        guard token > content.lowerBound, text.isColon(token), token + 1 < content.upperBound else { return nil }
        return content.lowerBound..<token
    }

    // MARK: Making quotations

    private func quotation(of pieces: [MarkedString]) -> Quotation {
        let first = pieces[0]
        let last = pieces[pieces.count - 1]
        var content = first.content.lowerBound..<max(first.content.lowerBound, last.content.upperBound)
        let kind = kind(of: first)
        var parts = pieces.map { $0.first..<$0.end }
        let label = kind == .direct ? label(of: first) : nil
        if let label {
            content = label.upperBound + 1..<content.upperBound
            parts[0] = content.lowerBound..<parts[0].upperBound
        }
        var quotation = Quotation(kind, parts: parts, content: content, rule: .marks)
        if let label {
            quotation.speaker = label
            quotation.attribution = .label
        }
        quotation.isClosed = last.hasCloser && first.hasOpener
        switch kind {
        case .scare: quotation.rule = .scare
        case .title: quotation.rule = .title
        case .nickname: quotation.rule = .nickname
        default: quotation.rule = !first.hasOpener ? .unopened : !last.hasCloser ? .unclosed : .marks
        }
        return quotation
    }

    private func inner(_ string: MarkedString) -> Quotation {
        let kind = kind(of: string)
        let isSpeech = kind == .direct
        var quotation = Quotation(
            isSpeech ? .nested : kind,
            parts: [string.first..<string.end],
            content: string.content,
            rule: isSpeech ? .nested : kind == .scare ? .scare : kind == .title ? .title : .nickname
        )
        quotation.isClosed = string.hasCloser
        if isSpeech, let parent = string.parent {
            let limits = strings[parent].content
            let tag =
                tag(behind: string, limit: limits.upperBound)
                ?? parser.tag(before: string.first, lower: limits.lowerBound)
            apply(tag, to: &quotation, isInside: false)
        }
        return quotation
    }

    private func attribute(_ quotation: inout Quotation, run: Run, outer: [Int]) {
        guard quotation.kind == .direct, quotation.attribution == nil, let first = run.pieces.first else { return }
        let lower = first > 0 ? strings[outer[first - 1]].end : 0
        let limit = run.end < outer.count ? strings[outer[run.end]].first : text.count
        // Words between the pieces come first, then those behind, then those before.
        for (piece, next) in zip(run.pieces, run.pieces.dropFirst()) where !strings[outer[piece]].continues {
            if let tag = tag(behind: strings[outer[piece]], limit: strings[outer[next]].first) {
                return apply(tag, to: &quotation, isInside: true)
            }
        }
        let last = strings[outer[run.end - 1]]
        let paragraph = text.paragraphs[text.paragraph(at: last.end - 1)]
        let behind = tag(behind: last, limit: min(limit, paragraph.upperBound))
        let opening = text.paragraphs[text.paragraph(at: strings[outer[first]].first)]
        let before = parser.tag(before: strings[outer[first]].first, lower: max(lower, opening.lowerBound))
        if let before, behind == nil || text.isColon(strings[outer[first]].first - 1) {
            apply(before, to: &quotation, isInside: false)
        } else {
            apply(behind ?? before, to: &quotation, isInside: false)
        }
    }

    private func apply(_ tag: SpeechTag?, to quotation: inout Quotation, isInside: Bool) {
        guard let tag else { return }
        quotation.cue = tag.cue
        quotation.speaker = tag.speaker
        guard tag.speaker != nil else { return }
        switch tag.form {
        case .accordingTo: quotation.attribution = .accordingTo
        case .colon: quotation.attribution = .colon
        case .signature: quotation.attribution = .signature
        case .before: quotation.attribution = .cueBefore
        case .inverted, .plain:
            quotation.attribution =
                isInside ? .cueInside : tag.end <= quotation.extent.lowerBound ? .cueBefore : .cueAfter
        }
    }
}
