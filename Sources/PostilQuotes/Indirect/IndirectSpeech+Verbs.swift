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
        let end = boundary.end(
            from: start.token,
            limit: sentence.upperBound,
            form: start.form,
            isFronted: isFronted(group, subject: subject, in: sentence),
            cueTag: text.tag(group.lowerBound).isVerb ? text.tag(group.lowerBound) : text.tag(verb),
            isInSubject: subject.map {
                $0.count == 1 && text.has($0.lowerBound, .relative) && isRelativeOfSubject($0.lowerBound, in: sentence)
            } ?? false
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

    // MARK: Content behind the cue

    struct ContentStart {
        let token: Int
        let form: ContentBoundary.Form
        /// The token behind the cue, where a preposition belongs to it.
        let cueEnd: Int
    }

    /// Where the content begins behind a verb, if the verb takes what stands there.
    func contentStart(behind verb: Int, limit: Int) -> ContentStart? {
        var token = verb + 1
        while token < limit, text.has(token, [.adverb, .hearsay]) || text.tag(token).isAdverb || text.has(token, .time)
        { token += 1 }
        guard token < limit else { return nil }
        if let start = start(at: token, of: verb, limit: limit) { return start }
        // *told reporters that*, *asked him whether*, *urged them to*
        if text.has(verb, [.tells, .asks, .urges, .calls]), let phrase = addressee(from: token, limit: limit) {
            var next = phrase.upperBound
            while next < limit,
                text.has(next, [.time, .adverb]) || text.equals(next, "on") && text.has(next + 1, .time)
            { next += 1 }
            if text.has(next, .that) || text.has(next, .interrogative) || text.equals(next, "if"),
                text.has(verb, [.tells, .asks])
            {
                return ContentStart(token: next, form: .clause, cueEnd: verb + 1)
            }
            if text.has(next, .to),
                opensString(next + 1) || text.tag(next + 1) == .baseVerb || text.equals(next + 1, "be"),
                text.has(verb, .urges)
            {
                return ContentStart(token: next, form: .infinitive, cueEnd: verb + 1)
            }
            if text.has(verb, .tells), boundary.startsClause(next, limit: limit) || opensString(next) {
                return ContentStart(token: next, form: .clause, cueEnd: verb + 1)
            }
            if text.has(verb, .tells), text.equals(next, "about") || text.equals(next, "of") {
                return ContentStart(token: next + 1, form: .object, cueEnd: verb + 1)
            }
        }
        // *said on Monday that*, *said in a statement that*, *announced at a rally that*
        if text.has(verb, [.says, .thinks, .shows, .tells]), let that = laterThat(from: token, limit: limit) {
            return ContentStart(token: that, form: .clause, cueEnd: verb + 1)
        }
        guard text.has(verb, [.judges, .calls, .takesPreposition, .shows]) else { return nil }
        return object(at: token, of: verb, limit: limit)
    }

    private func opensString(_ token: Int) -> Bool { strings.string(at: token) != nil }

    /// Content that begins right at the token.
    private func start(at token: Int, of verb: Int, limit: Int) -> ContentStart? {
        let takesClause = text.has(verb, [.says, .thinks, .shows, .asks])
        if text.has(token, .that), text.tag(token) == .preposition || boundary.startsClause(token + 1, limit: limit),
            takesClause
        {
            return ContentStart(token: token, form: .clause, cueEnd: verb + 1)
        }
        if text.has(token, .interrogative) || text.equals(token, "if"), takesClause || text.has(verb, .judges),
            !text.equals(token, "when")
        {
            return ContentStart(token: token, form: .clause, cueEnd: verb + 1)
        }
        if text.has(token, .to), text.has(verb, .intends),
            opensString(token + 1) || text.tag(token + 1) == .baseVerb || text.has(token + 1, [.be, .auxiliary])
                || text.tag(token + 1).isAdverb
        {
            return ContentStart(token: token, form: .infinitive, cueEnd: verb + 1)
        }
        if text.tag(token) == .gerund, text.has(verb, .takesGerund) {
            return ContentStart(token: token, form: .infinitive, cueEnd: verb + 1)
        }
        if text.isColon(token), text.has(verb, [.says, .tells]), token + 1 < limit {
            return ContentStart(token: token + 1, form: .clause, cueEnd: verb + 1)
        }
        guard takesClause else { return nil }
        if opensString(token), text.has(verb, [.says, .thinks, .shows]) {
            return ContentStart(token: token, form: .clause, cueEnd: verb + 1)
        }
        if boundary.startsClause(token, limit: limit) {
            return ContentStart(token: token, form: .clause, cueEnd: verb + 1)
        }
        if text.equals(verb, "think") || text.equals(verb, "thinks") || text.equals(verb, "thought")
            || text.equals(verb, "believe")
            || text.equals(verb, "believes") || text.equals(verb, "believed"),
            text.isNominal(token) || text.has(token, .subjectPronoun), !text.has(token, .objectPronoun)
        {
            return ContentStart(token: token, form: .clause, cueEnd: verb + 1)
        }
        // *said in April he would go*: a phrase of time or place before the clause.
        if text.equals(verb, "said") || text.equals(verb, "says") || text.equals(verb, "say") {
            if text.equals(token, "if") { return ContentStart(token: token, form: .clause, cueEnd: verb + 1) }
            if text.tag(token) == .preposition, !text.has(token, .subordinator),
                let clauseStart = clauseBehindPhrase(at: token, limit: limit)
            {
                return ContentStart(token: clauseStart, form: .clause, cueEnd: verb + 1)
            }
            if text.isNominal(token) || text.has(token, .subjectPronoun) || text.tag(token) == .existential
                || text.tag(token) == .gerund && hasFiniteVerb(from: token, limit: limit)
            {
                return ContentStart(token: token, form: .clause, cueEnd: verb + 1)
            }
        }
        return nil
    }

    private func hasFiniteVerb(from token: Int, limit: Int) -> Bool {
        var next = token
        while next < min(limit, token + 40), !text.view.isStop(next) || next + 1 < limit {
            switch text.tag(next) {
            case .pastVerb, .thirdPersonVerb, .presentVerb, .modal: return true
            default: break
            }
            next += 1
        }
        return false
    }

    /// The clause behind a phrase of time or place; the phrase itself where a comma parts it from the clause,
    /// since it belongs to the clause then.
    private func clauseBehindPhrase(at token: Int, limit: Int) -> Int? {
        var next = token + 1
        while next < min(limit, token + 10) {
            if text.isComma(next) { return boundary.startsClause(next + 1, limit: limit) ? token : nil }
            if text.tag(next).isVerb { return nil }
            if text.has(next, .subjectPronoun) || text.has(next, .determiner) && text.tag(next - 1) != .preposition,
                boundary.startsClause(next, limit: limit)
            {
                return next
            }
            next += 1
        }
        return nil
    }

    private func addressee(from token: Int, limit: Int) -> Range<Int>? {
        if text.has(token, .objectPronoun) || text.equals(token, "it") || text.equals(token, "you") {
            return token..<token + 1
        }
        return text.longNounPhrase(from: token, limit: limit)
    }

    /// *that* behind phrases of time, place or hearers.
    private func laterThat(from token: Int, limit: Int) -> Int? {
        var next = token
        while next < min(limit, token + 16) {
            if text.has(next, .that), text.tag(next) == .preposition { return next }
            if text.view.isStop(next) || text.mark(next) == UInt8(ascii: ";")
                || text.tag(next).isVerb && text.tag(next) != .gerund
            {
                return nil
            }
            next += 1
        }
        return nil
    }

    /// A noun phrase that the verb praises, blames, names or proposes, perhaps behind its preposition.
    private func object(at token: Int, of verb: Int, limit: Int) -> ContentStart? {
        var token = token
        var cueEnd = verb + 1
        if text.has(token, .particle), [.preposition, .particle, .to, .adverb].contains(text.tag(token)) {
            guard text.has(verb, .takesPreposition) || text.tag(token) == .particle else { return nil }
            token += 1
            // *lashed out at*, *weighed in on*
            if text.has(token, .particle), text.tag(token) == .preposition { token += 1 }
            cueEnd = token
            if text.has(token, .that) || text.has(token, .interrogative) {
                return ContentStart(token: token, form: .clause, cueEnd: cueEnd)
            }
            if text.tag(token) == .gerund { return ContentStart(token: token, form: .infinitive, cueEnd: cueEnd) }
        } else if !text.has(verb, [.judges, .calls, .shows]) {
            return nil
        }
        if opensString(token) { return ContentStart(token: token, form: .object, cueEnd: cueEnd) }
        guard
            text.has(token, .objectPronoun) || text.equals(token, "it")
                || text.nounPhrase(from: token, limit: limit) != nil
        else { return nil }
        return ContentStart(token: token, form: .object, cueEnd: cueEnd)
    }
}
