import PostilCore
import PostilText

/// Finds where the content of an indirect quotation ends.
struct ContentBoundary {
    /// What kind of phrase the content is.
    enum Form {
        /// A clause with a finite verb.
        case clause
        /// An infinitive or a gerund.
        case infinitive
        /// A noun phrase with what hangs on it.
        case object
    }

    let text: QuoteText
    let strings: StringIndex
    /// For each token, whether it stands in a direct quotation or is its cue.
    let isSpoken: [Bool]

    /// The token behind the content that begins at `start`.
    ///
    /// - Parameters:
    ///   - start: The first token of the content.
    ///   - limit: The token behind the last one that may belong to it, which is the end of its sentence.
    ///   - form: What the content is.
    ///   - isFronted: Whether the clause of the cue stands before the main clause, so that the content ends
    ///     where that begins: *While critics say it is slow, the clock …*
    ///   - cueTag: The part of speech of the cue's verb.
    ///   - isInSubject: Whether the content belongs to the subject of its sentence, whose verb ends it: *Her claim
    ///     that it leaks surprised him.*
    ///   - isInRelative: Whether the cue's subject is a relative pronoun, so that the main verb can follow behind a
    ///     comma: *Penn, who says it leaks, sailed.*
    func end(
        from start: Int,
        limit: Int,
        form: Form,
        isFronted: Bool,
        cueTag: PennTag,
        isInSubject: Bool = false,
        isInRelative: Bool = false
    ) -> Int {
        var token = start
        var finiteVerbs = form == .clause ? 0 : 1
        while token < limit {
            // The words that introduce a direct quotation belong to that.
            if token > start, isCue(token) { return clauseStart(before: token, from: start) }
            if let string = strings.string(at: token) {
                if token > start, form != .clause, isSpeech(string) { return token - 1 }
                // What stands between marks is not looked into; it may reach beyond the sentence.
                token = max(token + 1, string.end)
                if string.end >= limit { return string.end }
                continue
            }
            switch text.mark(token) {
            case UInt8(ascii: ";"): return token
            case UInt8(ascii: "("), UInt8(ascii: "["):
                if let close = closing(of: token, limit: limit) {
                    token = close + 1
                    continue
                }
            case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"):
                // A sentence that a mark opens is one of its own even where the sentences were not parted.
                if token > start, strings.string(at: token + 1) != nil { return token }
            case UInt8(ascii: ","):
                if form != .clause || isInRelative, isFiniteGroup(token + 1, limit: limit) { return token }
                if endsAtComma(token, limit: limit, form: form, isFronted: isFronted, cueTag: cueTag) { return token }
            default: break
            }
            if token > start, text.isDash(token), text.hasSpaceBefore(token) || text.length(token) > 1 {
                if let other = nextDash(after: token, limit: limit) {
                    token = other + 1
                    continue
                }
                return token
            }
            if token > start, text.has(token, .coordinator),
                endsAtCoordinator(token, limit: limit, form: form, cueTag: cueTag)
            {
                return token
            }
            if token > start, form == .object, startsAdverbial(token, limit: limit) { return token }
            if isInSubject {
                if text.has(token, [.relative, .that, .coordinator, .subordinator]), token > start {
                    finiteVerbs = min(finiteVerbs, 0)
                }
                switch text.tag(token) {
                case .pastVerb, .thirdPersonVerb, .presentVerb, .modal:
                    finiteVerbs += 1
                    if finiteVerbs > 1, token > start { return token }
                case .baseVerb
                where text.has(token, [.auxiliary, .be]) && text.tag(token - 1) != .to && text.tag(token - 1) != .modal:
                    // *plans to move have upset nobody*: taggers take *have* for another infinitive.
                    finiteVerbs += 1
                    if finiteVerbs > 1, token > start { return token }
                case .pastParticiple
                where text.tag(token - 1) == .pastParticiple && !text.has(token - 1, [.be, .auxiliary]):
                    // *that the bell was stolen amused him*: of two participles in a row the second is no such thing.
                    return token
                default: break
                }
            }
            if token > start, text.equals(token, "according"), text.has(token + 1, .to) { return token }
            token += 1
        }
        return max(start, limit)
    }

    /// Whether the token is the cue of a direct quotation.
    private func isCue(_ token: Int) -> Bool { isSpoken[token] && strings.string(around: token) == nil }

    /// Whether a string behind a comma or a colon is speech in its own right, not part of what is named before it:
    /// *while she admired the clock, "What a face it has!"*
    private func isSpeech(_ string: MarkedString) -> Bool {
        let content = string.content
        guard text.isComma(string.first - 1) || text.isColon(string.first - 1), content.count > 2 else { return false }
        return text.startsUpper(content.lowerBound) && text.kind(content.upperBound - 1) == .punctuation
            || content.count > 6 && text.endsInStop(content.upperBound - 1)
    }

    /// Where the clause begins that holds the token: behind the last comma or coordinator, or the token itself.
    private func clauseStart(before token: Int, from start: Int) -> Int {
        var first = token
        while first > start, token - first < 12 {
            first -= 1
            if text.isComma(first) || text.has(first, .coordinator) || text.mark(first) == UInt8(ascii: ";") {
                return first
            }
        }
        return token
    }

    private func closing(of token: Int, limit: Int) -> Int? {
        let close = text.mark(token) == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
        return (token..<min(limit, token + 60)).first { text.mark($0) == close }
    }

    private func nextDash(after token: Int, limit: Int) -> Int? {
        (token + 1..<min(limit, token + 50)).first { text.isDash($0) }
    }

    private func endsAtComma(_ comma: Int, limit: Int, form: Form, isFronted: Bool, cueTag: PennTag) -> Bool {
        var next = comma + 1
        guard next < limit else { return false }
        if isFronted, startsClause(next, limit: limit) { return true }
        if text.equals(next, "according") || text.equals(next, "compared") { return true }
        while text.tag(next).isAdverb, next < limit { next += 1 }
        if text.tag(next) == .gerund, text.has(next, [.says, .tells, .asks, .calls, .thinks, .judges]) { return true }
        if text.has(next, .coordinator) || isContrast(next) {
            if reportsAgain(next + 1, limit: limit) || joinsCue(next + 1, limit: limit, cueTag: cueTag) { return true }
            if isContrast(next) || text.equals(next, "but") { return startsClause(next + 1, limit: limit) }
            if form != .clause { return text.tag(next + 1).isVerb || startsClause(next + 1, limit: limit) }
            return false
        }
        // *, the mayor said*: the words of another report stand behind.
        if reportsAgain(next, limit: limit), isParenthetical(next, limit: limit) { return true }
        if form == .object {
            // A relative clause or a remark on what was named belongs to the writer.
            return text.has(next, .relative) || text.tag(next) == .gerund || text.tag(next) == .pastParticiple
                || text.has(next, .subordinator) || startsClause(next, limit: limit)
        }
        return form == .infinitive && (startsClause(next, limit: limit) || text.has(next, .relative))
    }

    private func isContrast(_ token: Int) -> Bool {
        text.equals(token, "while") || text.equals(token, "although") || text.equals(token, "though")
            || text.equals(token, "whereas")
    }

    /// *and* before another verb of the same subject, *said … and added*, ends the content of the first.
    private func endsAtCoordinator(_ token: Int, limit: Int, form: Form, cueTag: PennTag) -> Bool {
        var next = token + 1
        while next < limit, text.tag(next).isAdverb { next += 1 }
        let tag = text.tag(next)
        if isFinite(next), form != .clause, !hasRelative(before: token) { return true }
        if joinsCue(next, limit: limit, cueTag: cueTag) { return true }
        if tag == .gerund, cueTag == .gerund, text.has(next, .reports) { return true }
        return text.equals(token, "but") && startsClause(token + 1, limit: limit)
            || form != .clause && startsClause(token + 1, limit: limit) && text.has(token + 1, .subjectPronoun)
    }

    /// Whether a finite verb of reporting in the form of the cue stands at the token or behind its auxiliaries: it
    /// has the cue's subject.
    private func joinsCue(_ token: Int, limit: Int, cueTag: PennTag) -> Bool {
        guard isFinite(token), text.tag(token) == cueTag else { return false }
        var verb = token
        while verb < limit, text.has(verb, [.auxiliary, .be, .modal, .negation, .adverb]) || text.tag(verb).isAdverb {
            verb += 1
        }
        return text.has(verb, [.says, .tells, .asks, .judges, .calls, .urges, .acts]) && text.tag(verb).isVerb
    }

    /// Whether a finite verb stands at the token or behind adverbs.
    private func isFiniteGroup(_ token: Int, limit: Int) -> Bool {
        var token = token
        while token < limit, text.tag(token).isAdverb { token += 1 }
        return token < limit && isFinite(token)
    }

    private func isFinite(_ token: Int) -> Bool {
        switch text.tag(token) {
        case .pastVerb, .thirdPersonVerb, .presentVerb, .modal: true
        default: false
        }
    }

    private func hasRelative(before token: Int) -> Bool {
        var earlier = token - 1
        while earlier > token - 8, earlier >= 0 {
            if text.has(earlier, .relative) || text.tag(earlier) == .whDeterminer { return true }
            earlier -= 1
        }
        return false
    }

    /// Whether words begin that say when, where or how somebody said what stands before: *last week*, *in a statement*,
    /// *by shouting*, *while …*
    private func startsAdverbial(_ token: Int, limit: Int) -> Bool {
        if text.has(token, .time) { return isTime(token, limit: limit) }
        if text.tag(token).isAdverb || text.tag(token).isAdjective,
            text.equals(token, "late") || text.equals(token, "early"), text.has(token + 1, .time)
        {
            return isTime(token + 1, limit: limit)
        }
        guard text.tag(token) == .preposition else { return false }
        if text.equals(token, "by") { return text.tag(token + 1) == .gerund }
        if text.equals(token, "despite") || text.equals(token, "via") { return true }
        if text.equals(token, "on"), text.has(token + 1, .time) { return isTime(token + 1, limit: limit) }
        if text.equals(token, "in") || text.equals(token, "on") || text.equals(token, "at")
            || text.equals(token, "during") || text.equals(token, "through"),
            let phrase = text.nounPhrase(from: token + 1, limit: limit)
        {
            return text.has(phrase.upperBound - 1, .occasion)
        }
        return startsAdverbialClause(token, limit: limit)
    }

    /// Whether a time stands at the token by itself, as in *criticized the mayor on Tuesday night*, and is no part of
    /// a noun phrase.
    private func isTime(_ token: Int, limit: Int) -> Bool {
        let before = text.tag(token - 1)
        guard before != .determiner, before != .possessive, before != .possessivePronoun, !before.isAdjective else {
            return false
        }
        guard let phrase = text.nounPhrase(from: token, limit: limit) else { return true }
        guard text.tag(phrase.upperBound) != .possessive else { return false }
        return phrase.count <= 3 && (text.tag(token).isProperNoun || phrase.count <= 2 || !text.equals(token, "this"))
    }

    private func startsAdverbialClause(_ token: Int, limit: Int) -> Bool {
        guard text.has(token, .subordinator), !text.equals(token, "as") || startsClause(token + 1, limit: limit) else {
            return false
        }
        return text.has(token, .interrogative) || startsClause(token + 1, limit: limit)
            || text.tag(token + 1) == .gerund
    }

    /// Whether a noun phrase and a finite verb begin at the token.
    func startsClause(_ token: Int, limit: Int) -> Bool {
        guard let phrase = text.longNounPhrase(from: token, limit: limit) else {
            return text.tag(token) == .existential
        }
        var next = phrase.upperBound
        if let apposition = text.appositionEnd(from: next, limit: limit) { next = apposition }
        while next < limit, text.tag(next).isAdverb || text.has(next, .negation) { next += 1 }
        // *denied it 'forgot' the island*
        if strings.string(at: next) != nil {
            if text.has(phrase.lowerBound, .subjectPronoun) { return true }
            next += 1
        }
        guard next < limit else { return false }
        switch text.tag(next) {
        case .pastVerb, .thirdPersonVerb, .presentVerb, .modal: return true
        default: return text.has(next, [.be, .auxiliary, .modal])
        }
    }

    /// Whether a noun phrase and a verb of saying begin at the token.
    private func reportsAgain(_ token: Int, limit: Int) -> Bool {
        guard let phrase = text.longNounPhrase(from: token, limit: limit) else { return false }
        var next = phrase.upperBound
        if let apposition = text.appositionEnd(from: next, limit: limit) { next = apposition }
        while next < limit, text.tag(next).isAdverb || text.has(next, [.auxiliary, .be]) { next += 1 }
        return next < limit && text.tag(next).isVerb && text.has(next, [.says, .tells])
    }

    private func isParenthetical(_ token: Int, limit: Int) -> Bool {
        guard let phrase = text.longNounPhrase(from: token, limit: limit) else { return false }
        var next = phrase.upperBound
        while next < limit, text.tag(next).isVerb || text.tag(next).isAdverb || text.has(next, [.auxiliary, .be]) {
            next += 1
        }
        return next >= limit || text.isStop(next) || text.isComma(next) || text.has(next, .time)
    }
}
