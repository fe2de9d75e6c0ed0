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
