import PostilText

extension SpeechTagParser {
    /// The tag that stands before a quotation whose first token is `token`, in the same sentence.
    ///
    /// - Parameter lower: The first token that may belong to the tag: the start of the paragraph, or what
    ///   follows the quotation before.
    func tag(before token: Int, lower: Int) -> SpeechTag? {
        guard token > lower else { return nil }
        let sentence = text.sentences[text.sentence(at: token - 1)]
        let first = max(lower, sentence.lowerBound, token - 60)
        let last = token - 1
        let isColon = text.isColon(last)
        let isComma = text.isComma(last) || text.isDash(last)
        if let answer = answer(endingAt: last, first: first) { return answer }
        // *determined to "…"*: content in the writer's grammar.
        if text.isStop(last) || text.has(last, .to) { return nil }
        var verb = last
        var distance = 0
        while verb >= first {
            if isReporting(verb), !isNounThere(verb) {
                if !isColon, !isComma, verb != last, !(verb == last - 1 && !text.tag(last).isVerb) { return nil }
                if !isColon, distance > 14 { return nil }
                if verb == last - 1, beginsContent(last, behind: verb, first: first) { return nil }
                if hasContent(between: verb, and: token) { return nil }
                return tag(ofVerb: verb, first: first, end: token)
            }
            // *and she went on: "…"*
            if isColon, phrasalVerbEnd(verb) == last { return tag(ofVerb: verb, first: first, end: token) }
            if verb > first, text.equals(verb - 1, "according"), text.has(verb, .to),
                let speaker = text.longNounPhrase(from: verb + 1, limit: token)
            {
                guard speaker.upperBound >= token - 1 else { return nil }
                return SpeechTag(form: .accordingTo, cue: verb - 1..<verb + 1, speaker: speaker, end: token)
            }
            verb -= 1
            distance += 1
        }
        guard isColon else { return nil }
        // A name cut in two by a false end of a sentence is one again.
        return colon(at: last, first: max(lower, token - 12))
    }

    /// *His answer:*, *Her reply?*
    private func answer(endingAt last: Int, first: Int) -> SpeechTag? {
        guard text.isColon(last) || text.mark(last) == UInt8(ascii: "?"), last - 2 == first,
            text.has(last - 1, .answer),
            text.has(last - 2, .possessive)
        else { return nil }
        return SpeechTag(form: .before, cue: last - 1..<last, speaker: last - 2..<last - 1, end: last + 1)
    }

    /// Whether a pronoun behind a verb that has its subject already is the subject of what is said: *saying he "…"*,
    /// but not *said he, "…"*
    private func beginsContent(_ pronoun: Int, behind verb: Int, first: Int) -> Bool {
        guard text.has(pronoun, .subjectPronoun), !text.has(pronoun, .objectPronoun), !text.equals(pronoun, "you"),
            !text.equals(pronoun, "it")
        else { return false }
        let clause = ClauseReader(text: text)
        return text.tag(verb) == .gerund
            || clause.subject(ofVerbGroup: clause.verbGroup(of: verb, lower: first), lower: first) != nil
    }

    /// Whether content in the writer's words stands between the verb and the quotation, which is no direct one
    /// then: *said that "…"*, *said she has one aim: "…"*
    private func hasContent(between verb: Int, and token: Int) -> Bool {
        var next = verb + 1
        while next < token, !text.isComma(next) {
            switch text.tag(next) {
            case .pastVerb, .thirdPersonVerb, .presentVerb, .modal: return true
            default: break
            }
            if text.has(next, .that), text.tag(next) == .preposition || next == token - 1 { return true }
            if text.has(next, .interrogative), next == verb + 1 { return true }
            next += 1
        }
        return next < token - 1 && text.has(next - 1, .that)
    }

    /// *Harry: "…"*, *From the mayor: "…"*
    private func colon(at colon: Int, first: Int) -> SpeechTag? {
        if text.kind(colon - 1) == .handle, colon - 1 >= first {
            return SpeechTag(form: .colon, cue: nil, speaker: colon - 1..<colon, end: colon + 1)
        }
        var start = colon
        while start > first, text.isNominal(start - 1) || text.equals(start - 1, "of") { start -= 1 }
        guard start < colon, let speaker = text.longNounPhrase(from: start, limit: colon), canSpeak(speaker),
            start == first || text.has(start - 1, [.preposition, .coordinator])
        else { return nil }
        return SpeechTag(form: .colon, cue: nil, speaker: speaker, end: colon + 1)
    }

    private func tag(ofVerb verb: Int, first: Int, end: Int) -> SpeechTag {
        let clause = ClauseReader(text: text)
        let group = clause.verbGroup(of: verb, lower: first)
        var speaker = clause.source(ofVerbGroup: group, lower: first)
        var form = SpeechTag.Form.before
        if speaker == nil || !canSpeak(speaker ?? verb..<verb + 1),
            let behind = text.longNounPhrase(from: verb + 1, limit: end), canSpeak(behind), !text.has(verb, .tells)
        {
            speaker = behind
            form = .inverted
        }
        return SpeechTag(form: form, cue: group, speaker: speaker, end: end)
    }

    /// Whether a word that can be a verb is a noun or an adjective where it stands.
    private func isNounThere(_ token: Int) -> Bool {
        (text.tag(token).isNoun || text.tag(token).isAdjective) && !text.has(token - 1, .subjectPronoun)
            || text.has(token - 1, [.determiner, .possessive])
    }
}
