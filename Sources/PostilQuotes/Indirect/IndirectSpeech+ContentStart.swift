import PostilCore
import PostilText

extension IndirectSpeech {
    struct ContentStart {
        let token: Int
        let form: ContentBoundary.Form
        /// The token behind the cue, where a preposition belongs to it.
        let cueEnd: Int
    }

    /// Where the content begins behind a verb, if the verb takes what stands there.
    func contentStart(behind verb: Int, limit: Int) -> ContentStart? {
        var token = verb + 1
        while token < limit,
            text.has(token, [.adverb, .hearsay]) || text.tag(token).isAdverb
                || text.has(token, .time) && !(text.equals(token, "this") && !text.tag(token + 1).isNoun)
        {
            token += 1
        }
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
                // *urged residents to boil it*: who is to do it belongs to what is urged.
                return ContentStart(token: phrase.lowerBound, form: .infinitive, cueEnd: verb + 1)
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
        if boundary.startsClause(token, limit: limit) || hasLongSubject(at: token, limit: limit) {
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
        if text.equals(verb, "said") || text.equals(verb, "says") || text.equals(verb, "say")
            || text.equals(verb, "saying")
        {
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

    /// Whether nothing but a noun phrase with others that hang on it stands between the token and a finite verb: *the
    /// quarrel with the ferrymen over tea was over*.
    private func hasLongSubject(at token: Int, limit: Int) -> Bool {
        var next = token
        while next < min(limit, token + 16) {
            switch text.tag(next) {
            case .pastVerb, .thirdPersonVerb, .presentVerb, .modal:
                return next > token && text.isHead(next - 1) && text.tag(next - 1).isNoun
            case .preposition where !text.has(next, [.that, .subordinator]): break
            case .coordinator where !text.equals(next, "but"): break
            case .gerund where next > token && text.tag(next - 1) == .preposition: break
            default: guard text.isNominal(next) || text.has(next, .preposition) else { return false }
            }
            next += 1
        }
        return false
    }

    private func hasFiniteVerb(from token: Int, limit: Int) -> Bool {
        var next = token
        while next < min(limit, token + 40), !text.isStop(next) || next + 1 < limit {
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
            if text.has(next, .that), text.tag(next) == .preposition { return next }
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
    func laterThat(from token: Int, limit: Int) -> Int? {
        var next = token
        while next < min(limit, token + 16) {
            if text.has(next, .that), text.tag(next) == .preposition { return next }
            if text.isStop(next) || text.mark(next) == UInt8(ascii: ";")
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
            let isDouble = text.has(token + 1, .particle) && text.tag(token + 1) == .preposition
            // *showed up in Quern* and *signed up for tea* report nothing.
            if isDouble, !text.has(verb, .takesPreposition) { return nil }
            // *spoke to members*, *campaigned in Quern*: hearers and places are no content.
            if !isDouble, text.equals(token, "in") || text.has(verb, .converses) && isOfHearer(token) { return nil }
            token += 1
            // *lashed out at*, *weighed in on*
            if isDouble { token += 1 }
            cueEnd = token
            if text.has(token, .that) || text.has(token, .interrogative) {
                return ContentStart(token: token, form: .clause, cueEnd: cueEnd)
            }
            if text.tag(token) == .gerund { return ContentStart(token: token, form: .infinitive, cueEnd: cueEnd) }
        } else if !text.has(verb, [.judges, .calls]), !text.has(verb, .shows) || text.has(verb, .thinks) {
            // *found a job* finds nothing out.
            return nil
        }
        if opensString(token) { return ContentStart(token: token, form: .object, cueEnd: cueEnd) }
        guard
            text.has(token, .objectPronoun) || text.equals(token, "it")
                || text.nounPhrase(from: token, limit: limit) != nil
        else { return nil }
        return ContentStart(token: token, form: .object, cueEnd: cueEnd)
    }

    /// Whether the preposition names a hearer or a place.
    private func isOfHearer(_ token: Int) -> Bool {
        text.has(token, .to) || text.equals(token, "with") || text.equals(token, "at") || text.equals(token, "on")
    }
}
