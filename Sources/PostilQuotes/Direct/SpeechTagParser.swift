import PostilCore
import PostilText

/// Reads the words before and behind direct quotations that say who speaks.
struct SpeechTagParser {
    let text: QuoteText

    /// The tag that begins at `token`, right behind a quotation or the mark that closes it.
    ///
    /// - Parameter isOpen: Whether the quotation ends with a comma or a mark that lets its sentence go on, so
    ///   that any verb can be one of speaking: *"Of course," flashed Anne*.
    func tag(behind token: Int, limit: Int, isOpen: Bool = false) -> SpeechTag? {
        var token = token
        if text.isComma(token) || text.isDash(token) && token + 1 < limit { token += 1 }
        guard token < limit else { return nil }
        return signature(at: token, limit: limit) ?? accordingTo(at: token, limit: limit)
            ?? answer(at: token, limit: limit)
            ?? inverted(at: token, limit: limit, isOpen: isOpen) ?? plain(at: token, limit: limit, isOpen: isOpen)
    }

    /// Whether a tag begins at the token, for quotations that lack their closing mark: behind a comma or a
    /// mark that ends sentences.
    func tagStart(in range: Range<Int>) -> Int? {
        var token = range.lowerBound + 1
        while token < range.upperBound {
            if text.isComma(token - 1) || text.isStop(token - 1),
                text.has(token, [.subjectPronoun]) || text.has(token, .quotes) || text.isCapitalized(token),
                let found = inverted(at: token, limit: range.upperBound) ?? plain(at: token, limit: range.upperBound),
                found.speaker != nil, let cue = found.cue, !cue.contains(where: { text.has($0, [.modal, .to]) }),
                !text.has(token, .firstPerson), isShort(found, limit: range.upperBound)
            {
                return token
            }
            token += 1
        }
        return nil
    }

    private func isShort(_ tag: SpeechTag, limit: Int) -> Bool {
        tag.end >= limit || text.kind(tag.end) == .punctuation || text.has(tag.end, [.adverb, .to])
    }

    /// *said Harry*, *asked the old man*, *was his reply*
    private func inverted(at token: Int, limit: Int, isOpen: Bool = false) -> SpeechTag? {
        guard isReporting(token) || isOpen && isPlainVerb(token) || phrasalVerbEnd(token) != nil,
            !text.has(token, .gerund) || text.has(token, .finite)
        else { return nil }
        var next = token + 1
        while next < limit,
            text.has(next, .adverb) || text.tag(next) == .particle || next == token + 1 && phrasalVerbEnd(token) != nil
        { next += 1 }
        guard let speaker = text.longNounPhrase(from: next, limit: limit), canSpeak(speaker) else { return nil }
        // *asked him* and *told reporters* have no speaker behind them.
        if text.has(token, [.tells]), text.has(speaker.lowerBound, .objectPronoun) { return nil }
        if !isReporting(token), !text.isCapitalized(speaker.upperBound - 1),
            !text.has(speaker.upperBound - 1, [.person, .subjectPronoun])
        {
            return nil
        }
        var end = speaker.upperBound
        if let apposition = text.appositionEnd(from: end, limit: limit) { end = apposition }
        return SpeechTag(form: .inverted, cue: token..<next, speaker: speaker, end: end)
    }

    /// *Harry said*, *the mayor of Brindle, who was there, said again*
    private func plain(at token: Int, limit: Int, isOpen: Bool = false) -> SpeechTag? {
        guard !text.has(token, .relative), let phrase = text.longNounPhrase(from: token, limit: limit), canSpeak(phrase)
        else { return nil }
        var verb = phrase.upperBound
        if let apposition = text.appositionEnd(from: verb, limit: limit) { verb = apposition }
        guard let found = reportingVerb(from: verb, limit: limit, isOpen: isOpen) else { return nil }
        return SpeechTag(form: .plain, cue: found, speaker: phrase, end: found.upperBound)
    }

    /// The reporting verb with its auxiliaries and adverbs that begins at `token`.
    func reportingVerb(from token: Int, limit: Int, isOpen: Bool = false) -> Range<Int>? {
        var verb = token
        let furthest = min(limit, token + 5)
        while verb < furthest {
            if isReporting(verb), !text.has(verb, .gerund) || verb > token && text.has(verb - 1, .be) {
                // *Mrs. Peter was said to be …* says nothing of hers.
                return verb > token && text.has(verb - 1, .be) && text.has(verb + 1, .to) ? nil : token..<verb + 1
            }
            if let end = phrasalVerbEnd(verb) { return token..<end }
            if isOpen, isPlainVerb(verb) { return token..<verb + 1 }
            guard text.has(verb, [.adverb, .auxiliary, .modal, .be]) || text.tag(verb).isAdverb else { return nil }
            verb += 1
        }
        return nil
    }

    /// *was Harry's cheerful answer*
    private func answer(at token: Int, limit: Int) -> SpeechTag? {
        guard text.has(token, .be) || text.equals(token, "came"),
            let phrase = text.nounPhrase(from: token + 1, limit: limit), text.has(phrase.upperBound - 1, .answer)
        else { return nil }
        var speaker: Range<Int>?
        if text.has(phrase.lowerBound, .possessive) {
            speaker = phrase.lowerBound..<phrase.lowerBound + 1
        } else if let owner = phrase.first(where: { text.tag($0) == .possessive }), owner > phrase.lowerBound {
            speaker = phrase.lowerBound..<owner
        }
        let cue = phrase.upperBound - 1..<phrase.upperBound
        return SpeechTag(form: .inverted, cue: cue, speaker: speaker, end: phrase.upperBound)
    }

    /// *according to Harry*
    private func accordingTo(at token: Int, limit: Int) -> SpeechTag? {
        guard text.equals(token, "according"), text.has(token + 1, .to),
            let speaker = text.longNounPhrase(from: token + 2, limit: limit)
        else { return nil }
        return SpeechTag(form: .accordingTo, cue: token..<token + 2, speaker: speaker, end: speaker.upperBound)
    }

    /// A dash and a name, and nothing else up to the end of the paragraph.
    private func signature(at token: Int, limit: Int) -> SpeechTag? {
        guard text.isDash(token - 1), text.isCapitalized(token), !text.has(token, .subjectPronoun),
            let speaker = text.longNounPhrase(from: token, limit: limit), speaker.count <= 6
        else { return nil }
        let end = speaker.upperBound
        guard end == limit || text.isComma(end) || text.isStop(end) && end + 1 == limit else { return nil }
        return SpeechTag(form: .signature, cue: nil, speaker: speaker, end: end)
    }

    /// Whether the token is the verb of a main clause, in the past or the present.
    private func isPlainVerb(_ token: Int) -> Bool {
        let tag = text.tag(token)
        return (tag == .pastVerb || tag == .thirdPersonVerb) && !text.has(token, [.be, .auxiliary, .modal])
    }

    /// The end of *went on*, *broke in*, *put in* and the like at the token; nil where none stands there.
    func phrasalVerbEnd(_ token: Int) -> Int? {
        guard text.has(token, .phrasal), text.has(token + 1, .particle) else { return nil }
        return token + 2
    }

    /// Whether the token is a verb with which direct quotations are reported.
    func isReporting(_ token: Int) -> Bool {
        text.has(token, .quotes) && text.has(token, .forms) && text.isWord(token) && text.startsLower(token)
            && !(text.tag(token) == .determiner || text.tag(token) == .preposition)
    }

    /// Whether the phrase can be somebody or something that speaks.
    func canSpeak(_ phrase: Range<Int>) -> Bool {
        let head = phrase.upperBound - 1
        if phrase.count == 1 {
            if text.has(head, .objectPronoun), !text.has(head, .subjectPronoun) { return false }
            if text.has(head, .subjectPronoun) { return !text.equals(head, "it") }
        }
        for token in phrase
        where text.has(token, [.person, .group, .text, .title, .firstName]) || text.isCapitalized(token) {
            return true
        }
        return text.tag(head) == .pluralNoun || text.has(head, .plural)
            || text.has(phrase.lowerBound, [.determiner, .possessive])
    }
}
