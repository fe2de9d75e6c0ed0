import PostilCore
import PostilText

extension IndirectSpeech {
    /// *her claim that*, *plans to*, *criticism of the clock*
    func noun(at noun: Int, in sentence: Range<Int>) -> Quotation? {
        let limit = sentence.upperBound
        let next = noun + 1
        guard next < limit else { return nil }
        let start: ContentStart
        if text.has(next, .that), text.has(noun, [.saying, .thought, .judgement]),
            text.tag(next) == .preposition || boundary.startsClause(next + 1, limit: limit)
        {
            start = ContentStart(token: next, form: .clause, cueEnd: next)
        } else if text.has(next, .to), text.tag(next + 1) == .baseVerb || text.has(next + 1, .be),
            text.has(noun, [.thought]) || text.has(noun, .judgement) || text.has(noun, .saying)
        {
            start = ContentStart(token: next, form: .infinitive, cueEnd: next)
        } else if text.has(noun, .judgement), isJoint(next),
            text.nounPhrase(from: next + 1, limit: limit) != nil || text.tag(next + 1) == .gerund
        {
            start = ContentStart(token: next + 1, form: .object, cueEnd: next + 1)
        } else {
            return nil
        }
        let (speaker, attribution, cueStart) = source(ofNoun: noun, in: sentence)
        let isInSubject =
            !(sentence.lowerBound..<cueStart).contains { text.tag($0).isVerb } && cueStart <= noun
            && !(cueStart..<noun).contains { text.tag($0).isVerb }
        let end = boundary.end(
            from: start.token,
            limit: limit,
            form: start.form,
            isFronted: text.tag(sentence.lowerBound) == .preposition && isInSubject,
            cueTag: .noun,
            isInSubject: isInSubject
        )
        var found = quotation(
            start.token..<end,
            cue: cueStart..<start.cueEnd,
            speaker: speaker,
            attribution,
            rule: .noun
        )
        found?.isAttitude = text.has(noun, .thought) && !text.has(noun, .saying)
        found?.score = 0.6
        return found
    }

    private func isJoint(_ token: Int) -> Bool {
        text.equals(token, "of") || text.equals(token, "for") || text.equals(token, "against")
            || text.equals(token, "about")
            || text.equals(token, "on") || text.equals(token, "over") || text.equals(token, "to")
    }

    /// The source of a noun: who owns it, or the subject of the verb whose object it is.
    private func source(ofNoun noun: Int, in sentence: Range<Int>) -> (Range<Int>?, Attribution, Int) {
        var start = noun
        while start > sentence.lowerBound, text.isNominal(start - 1), text.tag(start - 1) != .possessive,
            !text.has(start - 1, .possessive)
        {
            start -= 1
        }
        if start > sentence.lowerBound, text.has(start - 1, .possessive) {
            return (start - 1..<start, .possessor, start)
        }
        if start > sentence.lowerBound, text.tag(start - 1) == .possessive,
            let owner = clause.phrase(endingAt: start - 1, lower: sentence.lowerBound)
        {
            return (owner, .possessor, start)
        }
        // *made the claim that*, *has plans to*
        var verb = start - 1
        if verb >= sentence.lowerBound, text.tag(verb).isVerb {
            let group = clause.verbGroup(of: verb, lower: sentence.lowerBound)
            if let subject = source(of: group, in: sentence) { return (subject, .cueBefore, group.lowerBound) }
            verb = group.lowerBound
        }
        return (nil, .possessor, noun)
    }

    /// *is sure that*, *was willing to*
    func adjective(at token: Int, in sentence: Range<Int>) -> Quotation? {
        let limit = sentence.upperBound
        let next = token + 1
        guard next < limit else { return nil }
        let start: ContentStart
        if text.has(next, .that), text.tag(next) == .preposition {
            start = ContentStart(token: next, form: .clause, cueEnd: next)
        } else if text.has(next, .to), text.tag(next + 1) == .baseVerb || text.has(next + 1, .be) {
            start = ContentStart(token: next, form: .infinitive, cueEnd: next)
        } else if text.equals(next, "about") || text.equals(next, "of") || text.equals(next, "with") {
            start = ContentStart(token: next + 1, form: .object, cueEnd: next + 1)
        } else {
            return nil
        }
        let group = clause.verbGroup(of: token, lower: sentence.lowerBound)
        guard group.count > 1, (group.lowerBound..<token).contains(where: { text.has($0, .be) || text.tag($0).isVerb })
        else { return nil }
        let subject = source(of: group, in: sentence)
        let end = boundary.end(
            from: start.token,
            limit: limit,
            form: start.form,
            isFronted: isFronted(group, subject: subject, in: sentence),
            cueTag: .pastVerb
        )
        var found = quotation(
            start.token..<end,
            cue: group.lowerBound..<start.cueEnd,
            speaker: subject,
            .cueBefore,
            rule: .infinitive
        )
        found?.isAttitude = true
        return found
    }

    // MARK: Passives and what is said by nobody

    /// *It was announced that*, *was accused of*, *is expected to*, *was told that*
    func passive(_ verb: Int, group: Range<Int>, in sentence: Range<Int>) -> Quotation? {
        let limit = sentence.upperBound
        let subject = clause.subject(ofVerbGroup: group, lower: sentence.lowerBound)
        let agent = agent(behind: verb, limit: limit)
        if let that = laterThat(from: verb + 1, limit: limit) {
            let end = boundary.end(from: that, limit: limit, form: .clause, isFronted: false, cueTag: .pastVerb)
            return quotation(that..<end, cue: group, speaker: agent, .cueBefore, rule: .passive)
        }
        guard let subject else { return nil }
        // *is supposed to* says what is right, not what somebody supposes.
        if text.equals(verb, "supposed") { return nil }
        // *is expected to*, *was accused of*: the subject is part of what is said of it.
        let isNamed = text.equals(verb + 1, "as") && text.has(verb, [.calls, .judges])
        if text.has(verb + 1, .to) && text.has(verb, [.thinks, .says, .urges, .shows]) || text.equals(verb + 1, "of")
            || isNamed
            || text.equals(verb + 1, "for")
        {
            return split(subject, verb, group: group, speaker: agent, in: sentence)
        }
        guard text.has(verb, [.judges, .calls]), let agent else { return nil }
        return quotation(subject, cue: group, speaker: agent, .cueAfter, rule: .passive)
    }

    /// A quotation whose cue stands in the middle of it: *The tower* is said *to lean*.
    private func split(
        _ subject: Range<Int>,
        _ verb: Int,
        group: Range<Int>,
        speaker: Range<Int>?,
        in sentence: Range<Int>
    ) -> Quotation? {
        let end = boundary.end(
            from: verb + 1,
            limit: sentence.upperBound,
            form: .infinitive,
            isFronted: false,
            cueTag: text.tag(verb)
        )
        let rest = trimmed(verb + 1..<end)
        guard !rest.isEmpty else { return nil }
        let extent = subject.lowerBound..<rest.upperBound
        var found = quotation(extent, cue: group, speaker: speaker, .cueAfter, rule: .passive)
        found?.parts = [subject, rest]
        return found
    }

    /// The noun phrase behind *by* that says who does what a passive says.
    private func agent(behind verb: Int, limit: Int) -> Range<Int>? {
        for token in verb + 1..<min(limit, verb + 6) where text.equals(token, "by") {
            return text.longNounPhrase(from: token + 1, limit: limit)
        }
        return nil
    }

    /// A participle behind a noun: *a plan backed by the mayor*.
    func reduced(_ verb: Int, in sentence: Range<Int>) -> Quotation? {
        // *Asked if the clock was slow, the mayor …*
        if text.has(verb, .asks), !text.tag(verb - 1).isNoun || text.has(verb - 1, .subordinator),
            let start = contentStart(behind: verb, limit: sentence.upperBound)
        {
            let end = boundary.end(
                from: start.token,
                limit: sentence.upperBound,
                form: start.form,
                isFronted: true,
                cueTag: .pastParticiple
            )
            return quotation(start.token..<end, cue: verb..<start.cueEnd, speaker: nil, .unattributed, rule: .passive)
        }
        guard text.equals(verb + 1, "by"), text.has(verb, [.judges, .calls, .says]), text.tag(verb - 1).isNoun,
            let agent = text.longNounPhrase(from: verb + 2, limit: sentence.upperBound),
            let phrase = clause.phrase(endingAt: verb, lower: sentence.lowerBound)
        else { return nil }
        return quotation(phrase, cue: verb..<verb + 1, speaker: agent, .cueAfter, rule: .passive)
    }

    /// *The mayor seems tired*, *it appeared that*: somebody thinks so who is not named.
    func seeming(_ verb: Int, group: Range<Int>, in sentence: Range<Int>) -> Quotation? {
        guard let subject = clause.subject(ofVerbGroup: group, lower: sentence.lowerBound),
            verb + 1 < sentence.upperBound,
            text.has(verb + 1, [.to, .that, .attitude]) || text.tag(verb + 1).isAdjective
                || text.equals(verb + 1, "like")
                || text.tag(verb + 1).isAdverb || text.tag(verb + 1) == .pastParticiple
        else { return nil }
        var found = split(subject, verb, group: group, speaker: nil, in: sentence)
        found?.isAttitude = true
        found?.score = 0.4
        return found
    }

    /// *reportedly*: nobody is named.
    func hearsay(at token: Int, in sentence: Range<Int>) -> Quotation? {
        let lower = sentence.lowerBound
        let end = boundary.end(
            from: token + 1,
            limit: sentence.upperBound,
            form: .clause,
            isFronted: false,
            cueTag: .adverb
        )
        let before = trimmed(lower..<token)
        let after = trimmed(token + 1..<end)
        guard !after.isEmpty else { return nil }
        var found = quotation(
            (before.isEmpty ? after : before).lowerBound..<after.upperBound,
            cue: token..<token + 1,
            speaker: nil,
            .unattributed,
            rule: .passive
        )
        if !before.isEmpty { found?.parts = [before, after] }
        return found
    }
}
