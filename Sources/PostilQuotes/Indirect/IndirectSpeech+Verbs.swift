import PostilCore
import PostilText

extension IndirectSpeech {
    /// The quotation whose cue is the verb at the token.
    func verb(at verb: Int, in sentence: Range<Int>) -> Quotation? {
        // *the so-called express*
        if text.tag(verb - 1) == .hyphen, !text.hasSpaceBefore(verb) { return nil }
        let group = cueGroup(of: verb, in: sentence)
        if verb == sentence.lowerBound, text.hasAll(verb, [.asks, .participle]) { return reduced(verb, in: sentence) }
        let isPassive = text.tag(verb) == .pastParticiple && !hasHave(group, verb: verb)
        if isPassive {
            return hasBe(group, verb: verb) ? passive(verb, group: group, in: sentence) : reduced(verb, in: sentence)
        }
        if let parenthetical = parenthetical(verb, group: group, in: sentence)
            ?? relative(verb, group: group, in: sentence)
        {
            return parenthetical
        }
        if text.has(verb, .seems), !text.has(verb, [.says, .thinks]) {
            return seeming(verb, group: group, in: sentence)
        }
        guard let start = contentStart(behind: verb, limit: sentence.upperBound) else { return nil }
        let subject = source(of: group, in: sentence)
        if text.isColon(start.token - 1), subject == nil { return nil }
        let relative = subject.flatMap { $0.count == 1 && text.has($0.lowerBound, .relative) ? $0.lowerBound : nil }
        let end = boundary.end(
            from: start.token,
            limit: sentence.upperBound,
            form: start.form,
            isFronted: isFronted(group, subject: subject, in: sentence),
            cueTag: text.tag(group.lowerBound).isVerb ? text.tag(group.lowerBound) : text.tag(verb),
            isInSubject: relative.map { isRelativeOfSubject($0, in: sentence) } ?? false,
            isInRelative: relative != nil
        )
        let cue = group.lowerBound..<max(group.upperBound, start.cueEnd)
        let rule: QuoteRule =
            start.form == .clause ? .sourceCueContent : start.form == .infinitive ? .infinitive : .object
        var found = quotation(start.token..<end, cue: cue, speaker: subject, .cueBefore, rule: rule)
        found?.isAttitude = isThought(verb, form: start.form)
        return found
    }

    /// *which officials said will open in May*: the content is around its source and verb.
    private func relative(_ verb: Int, group: Range<Int>, in sentence: Range<Int>) -> Quotation? {
        guard text.has(verb, [.says, .thinks]),
            let subject = clause.subject(ofVerbGroup: group, lower: sentence.lowerBound),
            subject.lowerBound > sentence.lowerBound,
            text.has(subject.lowerBound - 1, .relative) || text.has(subject.lowerBound - 1, .that)
        else { return nil }
        switch text.tag(verb + 1) {
        case .pastVerb, .thirdPersonVerb, .presentVerb, .modal: break
        default: return nil
        }
        var end = boundary.end(
            from: verb + 1,
            limit: sentence.upperBound,
            form: .infinitive,
            isFronted: false,
            cueTag: .pastVerb
        )
        // A relative clause between commas ends with the second.
        if text.isComma(subject.lowerBound - 2), let comma = (verb + 1..<end).first(where: text.isComma) { end = comma }
        let rest = trimmed(verb + 1..<end)
        let opener = subject.lowerBound - 1..<subject.lowerBound
        guard !rest.isEmpty else { return nil }
        var found = quotation(rest, cue: group, speaker: subject, .cueInside, rule: .cueInside)
        found?.parts = [opener, rest]
        found?.content = opener.lowerBound..<rest.upperBound
        return found
    }

    /// Whether the verb says what somebody thinks or wants rather than says.
    private func isThought(_ verb: Int, form: ContentBoundary.Form) -> Bool {
        switch form {
        case .clause: text.has(verb, .thinks) && !text.has(verb, [.says, .tells, .asks])
        case .infinitive: text.has(verb, .intends) && !text.has(verb, [.says, .acts])
        case .object: text.has(verb, .thinks) && !text.has(verb, .says)
        }
    }

    // MARK: Cues and sources

    /// The verb with its auxiliaries, and with verbs that it is the infinitive of: *refused to say*.
    func cueGroup(of verb: Int, in sentence: Range<Int>) -> Range<Int> {
        var group = clause.verbGroup(of: verb, lower: sentence.lowerBound)
        while group.lowerBound > sentence.lowerBound,
            text.has(group.lowerBound, .to) || text.tag(group.lowerBound) == .gerund,
            group.lowerBound - 1 >= sentence.lowerBound, text.tag(group.lowerBound - 1).isVerb,
            !text.has(group.lowerBound - 1, .reports) || text.has(group.lowerBound - 1, .intends)
        {
            let earlier = clause.verbGroup(of: group.lowerBound - 1, lower: sentence.lowerBound)
            group = earlier.lowerBound..<group.upperBound
        }
        return group
    }

    /// The source of what a verb group reports: its subject, or that of the verb which it is joined to or
    /// hangs on.
    func source(of group: Range<Int>, in sentence: Range<Int>) -> Range<Int>? {
        let first = group.lowerBound
        if let source = clause.source(
            ofVerbGroup: group,
            lower: sentence.lowerBound,
            isOutside: { strings.string(around: $0) == nil }
        ) {
            return source
        }
        // *Calling it a day, Penn …*: the subject of the main clause.
        if text.tag(first) == .gerund, first == sentence.lowerBound || text.tag(first - 1) == .preposition,
            let comma = (first..<sentence.upperBound).first(where: text.isComma),
            boundary.startsClause(comma + 1, limit: sentence.upperBound)
        {
            return text.longNounPhrase(from: comma + 1, limit: sentence.upperBound)
        }
        return nil
    }

    /// Whether a relative pronoun hangs on the subject of its sentence: *two sailors who said …*
    private func isRelativeOfSubject(_ token: Int, in sentence: Range<Int>) -> Bool {
        !(sentence.lowerBound..<token).contains { text.tag($0).isVerb || text.isComma($0) }
    }

    private func hasBe(_ group: Range<Int>, verb: Int) -> Bool {
        (group.lowerBound..<verb).contains { text.has($0, .be) || text.equals($0, "get") || text.equals($0, "got") }
    }

    private func hasHave(_ group: Range<Int>, verb: Int) -> Bool {
        guard !hasBe(group, verb: verb) else { return false }
        return (group.lowerBound..<verb).contains { text.has($0, .auxiliary) }
    }
}
