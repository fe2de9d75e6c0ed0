import PostilCore
import PostilLearning

/// Splits paragraphs into sentences, gap by gap: rules first, then a decider for what they leave open.
struct SentenceSplitter {
    private let view: TokenView
    private let features: BoundaryFeatures

    private let scratch: UnsafeMutableBufferPointer<UInt32>

    /// Prepares to split the paragraphs of a text.
    ///
    /// - Parameter scratch: Room for a number for each token and one more.
    init(view: TokenView, scratch: UnsafeMutableBufferPointer<UInt32>) {
        self.view = view
        self.scratch = scratch
        features = BoundaryFeatures(view: view)
    }

    /// Appends the sentences of one paragraph.
    ///
    /// - Complexity: O(n).
    func split(
        _ paragraph: Range<Int>,
        by decider: inout some BoundaryDecider,
        into sentences: inout SentenceBuffer
    ) {
        guard !paragraph.isEmpty else { return }
        var items = InlineList(paragraph, in: view)
        let survey = ParagraphSurvey(of: paragraph, in: view, notesAll: items != nil, buffer: scratch)
        let opening = ParagraphOpening.end(of: paragraph, in: view)
        var gap = GapContext()
        var sentenceStart = paragraph.lowerBound
        var lastStop = paragraph.lowerBound &- 1
        for noted in survey.noted {
            let token = Int(noted)
            gap.token = token
            gap.sinceStop = token &- lastStop
            if view.values[token].kind == .punctuation { note(token, in: &gap) }
            var decision = items?.decision(behind: token)
            if decision == nil, isOpen(token) {
                decision = token < opening ? .goesOn(.opening) : decidedByRule(gap, from: sentenceStart)
                if decision == nil, decider.endsSentence(gap, in: survey.context, features: features) {
                    decision = .ends(.model)
                }
            }
            if let decision {
                if decision.rule != .model { decider.observe(decision, behind: token) }
                if decision.endsSentence {
                    sentences.append(span(from: sentenceStart, through: token), rule: decision.rule)
                    sentenceStart = token + 1
                }
            }
            if view.endsInStop(token) { lastStop = token }
        }
        let last = paragraph.upperBound - 1
        decider.observe(.ends(.paragraphEnd), behind: last)
        sentences.append(span(from: sentenceStart, through: last), rule: .paragraphEnd)
    }

    /// Whether a sentence could end behind the token, as far as the tokens beside the gap tell.
    @inline(__always)
    func isOpen(_ token: Int) -> Bool {
        let last = view.lastByte(token)
        if last == 0x2C { return false }
        if view.gap(after: token) == 0 || view.isLowerWord(token &+ 1) && view.isWordLike(token) {
            return view.endsInStop(token)
        }
        return true
    }

    /// What the rules say about the gap behind an open token; nil where they leave it open.
    @inline(__always)
    private func decidedByRule(_ gap: GapContext, from sentenceStart: Int) -> BoundaryDecision? {
        let token = gap.token
        let isPoint = view.lastByte(token) == 0x2E
        if let decision = EmojiRules.decision(behind: token, in: view) { return decision }
        guard isPoint || endsInStop(token) else { return nil }
        if isPoint {
            if let decision = SpacedEllipsis.decision(behind: token, from: sentenceStart, in: view)
                ?? AbbreviationRules.decision(behind: token, from: sentenceStart, in: view)
            {
                return decision
            }
        }
        guard view.gap(after: token) > 0 else { return nil }
        if let decision = QuotationRules.decision(behind: token, isQuoted: gap.isQuoted, in: view) { return decision }
        return endsInStop(token) && CitationRules.begins(with: token + 1, in: view) ? .ends(.citationOpens) : nil
    }

    /// Whether the token is a stop, or a closing mark behind one.
    private func endsInStop(_ token: Int) -> Bool {
        if view.isStop(token) { return true }
        return token > 0 && view.isCloser(token) && view.gap(after: token - 1) == 0 && view.isStop(token - 1)
    }

    /// Follows brackets and quotation marks.
    @inline(__always)
    private func note(_ token: Int, in gap: inout GapContext) {
        switch view.firstByte(token) {
        case 0x28, 0x5B: gap.brackets = min(2, gap.brackets &+ 1)
        case 0x29, 0x5D: gap.brackets = max(0, gap.brackets &- 1)
        case 0x22: gap.isQuoted.toggle()
        case 0x60: gap.isQuoted = true
        case 0x27 where view.length(token) == 2: gap.isQuoted = false
        case 0xE2 where view.length(token) == 3 && view.bytes[view.start(token) + 1] == 0x80:
            if view.lastByte(token) == 0x9C { gap.isQuoted = true }
            if view.lastByte(token) == 0x9D { gap.isQuoted = false }
        default: break
        }
    }

    private func span(from first: Int, through last: Int) -> Span {
        Span(start: view.spans[first].start, end: view.spans[last].end)
    }
}
