import PostilCore
import PostilText

/// Finds the speakers of direct quotations that no words of saying stand by: from what introduces them, from who
/// acts in the same paragraph, from the quotation before, from the turns of a dialogue.
struct SpeakerContext {
    let text: QuoteText
    let parser: SpeechTagParser

    init(text: QuoteText) {
        self.text = text
        parser = SpeechTagParser(text: text)
    }

    /// Attributes the direct quotations among `quotations` that have no speaker.
    ///
    /// - Parameter quotations: Quotations in the order of their first token.
    /// - Complexity: O(n).
    func attribute(_ quotations: inout [Quotation]) {
        let direct = quotations.indices.filter { quotations[$0].kind == .direct }
        // A text that reports more than it quotes is news, where a speech goes on from paragraph to paragraph; in a
        // story the next paragraph is the next speaker's.
        let isNews = quotations.count { $0.kind == .indirect || $0.kind == .mixed } > direct.count
        for (order, index) in direct.enumerated() where quotations[index].speaker == nil {
            let previous = order > 0 ? quotations[direct[order - 1]] : nil
            let next = order + 1 < direct.count ? quotations[direct[order + 1]] : nil
            if introduce(&quotations[index], previous: previous) { continue }
            if act(&quotations[index], previous: previous, next: next) { continue }
            if isNews, carryOver(&quotations[index], previous: previous) { continue }
            _ = alternate(order, direct, &quotations)
        }
    }

    private func paragraph(of quotation: Quotation) -> Int { text.paragraph(at: quotation.extent.lowerBound) }

    private func lastParagraph(of quotation: Quotation) -> Int {
        text.paragraph(at: max(quotation.extent.lowerBound, quotation.extent.upperBound - 1))
    }

    // MARK: Introduced

    /// The paragraph before ends with a colon: *The mayor put it like this:*
    private func introduce(_ quotation: inout Quotation, previous: Quotation?) -> Bool {
        let own = text.paragraphs[paragraph(of: quotation)]
        let first = quotation.extent.lowerBound
        guard first == own.lowerBound, first > 0, text.isColon(first - 1) else { return false }
        let lower = previous?.extent.upperBound ?? 0
        let before = text.paragraphs[max(0, paragraph(of: quotation) - 1)]
        if let tag = parser.tag(before: first, lower: max(lower, before.lowerBound)), tag.speaker != nil {
            set(&quotation, tag.speaker, .introduced)
            quotation.cue = tag.cue
            return true
        }
        let sentence = text.sentences[text.sentence(at: first - 1)]
        guard let actor = actor(in: min(max(sentence.lowerBound, lower), first - 1)..<first - 1) else { return false }
        set(&quotation, actor, .introduced)
        return true
    }

    // MARK: Actors

    /// Somebody acts in the paragraph of the quotation: *Bob nodded. "Of course."*
    private func act(_ quotation: inout Quotation, previous: Quotation?, next: Quotation?) -> Bool {
        let own = text.paragraphs[paragraph(of: quotation)]
        let extent = quotation.extent
        for (part, following) in zip(quotation.parts, quotation.parts.dropFirst())
        where part.upperBound < following.lowerBound {
            if let actor = actor(at: part.upperBound, limit: following.lowerBound) {
                set(&quotation, actor, .actor)
                return true
            }
        }
        // The sentence behind the quotation, on its own line, names who just spoke more often than not.
        let last = text.paragraphs[lastParagraph(of: quotation)]
        let limit = min(last.upperBound, next?.extent.lowerBound ?? text.count)
        if extent.upperBound < limit, extent.lowerBound == own.lowerBound,
            let actor = actor(at: extent.upperBound, limit: limit)
        {
            set(&quotation, actor, .actor)
            return true
        }
        // Then the last sentence before it.
        let lower = max(own.lowerBound, previous.map { min($0.extent.upperBound, extent.lowerBound) } ?? 0)
        if extent.lowerBound > lower {
            let sentence = text.sentences[text.sentence(at: extent.lowerBound - 1)]
            if let actor = actor(in: max(lower, sentence.lowerBound)..<extent.lowerBound)
                ?? actor(in: lower..<extent.lowerBound)
            {
                set(&quotation, actor, .actor)
                return true
            }
        }
        if extent.upperBound < limit, let actor = actor(at: extent.upperBound, limit: limit) {
            set(&quotation, actor, .actor)
            return true
        }
        // Two quotations in one paragraph are one person's.
        if let previous, previous.speaker != nil, lastParagraph(of: previous) == paragraph(of: quotation),
            extent.lowerBound - previous.extent.upperBound < 40
        {
            set(&quotation, previous.speaker, .carriedOver)
            return true
        }
        return false
    }

    /// The person who is the subject of the first clause in a range.
    private func actor(in range: Range<Int>) -> Range<Int>? {
        var token = range.lowerBound
        while token < range.upperBound {
            if text.tag(token).isVerb {
                let clause = ClauseReader(text: text)
                let group = clause.verbGroup(of: token, lower: range.lowerBound)
                if let subject = clause.subject(ofVerbGroup: group, lower: range.lowerBound), isPerson(subject) {
                    return subject
                }
            }
            token += 1
        }
        return nil
    }

    /// The person with whom the sentence at the token begins.
    private func actor(at token: Int, limit: Int) -> Range<Int>? {
        guard let phrase = text.longNounPhrase(from: token, limit: limit), isPerson(phrase) else { return nil }
        var next = phrase.upperBound
        if text.tag(next) == .possessive { return nil }
        while text.tag(next).isAdverb || text.has(next, .adverb) { next += 1 }
        return text.tag(next).isVerb || text.has(next, [.be, .auxiliary]) ? phrase : nil
    }

    /// Whether the phrase names somebody who can speak.
    func isPerson(_ phrase: Range<Int>) -> Bool {
        let head = phrase.upperBound - 1
        if phrase.count == 1, text.has(head, .subjectPronoun) {
            return !text.equals(head, "it") && !text.equals(head, "you") && !text.has(head, .relative)
        }
        if text.has(head, [.person, .title, .firstName]) { return true }
        return text.tag(head).isProperNoun && text.isCapitalized(head) && !text.has(head, .time)
            || phrase.contains { text.has($0, [.title, .firstName]) }
    }

    // MARK: The quotation before

    /// A paragraph of nothing but the quotation, behind one that the same person speaks.
    private func carryOver(_ quotation: inout Quotation, previous: Quotation?) -> Bool {
        guard let previous, let speaker = previous.speaker else { return false }
        let distance = paragraph(of: quotation) - lastParagraph(of: previous)
        guard distance == 1 else { return false }
        set(&quotation, speaker, .carriedOver)
        return true
    }

    // MARK: Turns

    /// In a dialogue the speaker is who spoke two turns ago or, where that is not known, who speaks two turns later.
    private func alternate(_ order: Int, _ direct: [Int], _ quotations: inout [Quotation]) -> Bool {
        if order > 1, isTurn(direct[order - 1], direct[order], quotations),
            isTurn(direct[order - 2], direct[order - 1], quotations),
            let speaker = quotations[direct[order - 2]].speaker
        {
            set(&quotations[direct[order]], speaker, .alternation)
            return true
        }
        if order + 2 < direct.count, isTurn(direct[order], direct[order + 1], quotations),
            isTurn(direct[order + 1], direct[order + 2], quotations),
            let speaker = quotations[direct[order + 2]].speaker
        {
            set(&quotations[direct[order]], speaker, .alternation)
            return true
        }
        return false
    }

    /// Whether the second of two quotations is the answer to the first: it stands in another paragraph nearby, or
    /// right behind it.
    private func isTurn(_ first: Int, _ second: Int, _ quotations: [Quotation]) -> Bool {
        let distance = paragraph(of: quotations[second]) - lastParagraph(of: quotations[first])
        return distance == 0
            ? quotations[first].extent.upperBound == quotations[second].extent.lowerBound : distance <= 2
    }

    private func set(_ quotation: inout Quotation, _ speaker: Range<Int>?, _ attribution: Attribution) {
        quotation.speaker = speaker
        quotation.attribution = attribution
        quotation.score = attribution == .alternation || attribution == .carriedOver ? 0.6 : 0.8
    }
}
