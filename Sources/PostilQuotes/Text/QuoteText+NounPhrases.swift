import PostilCore
import PostilText

extension QuoteText {
    /// Whether the token can stand inside a noun phrase, before or as its head.
    func isNominal(_ token: Int) -> Bool {
        let tag = tag(token)
        if tag.isNoun || tag.isAdjective { return true }
        switch tag {
        case .number, .determiner, .predeterminer, .possessivePronoun, .possessive, .hyphen, .affix, .currency,
            .foreign,
            .goesWith, .symbol:
            return true
        default: return has(token, [.possessive]) && !has(token, .objectPronoun)
        }
    }

    /// Whether the token can be the head of a noun phrase that names a source.
    func isHead(_ token: Int) -> Bool {
        let tag = tag(token)
        return tag.isNoun || tag == .number || tag == .determiner && !has(token, .that)
            || tag == .adjective && has(token, .person) || has(token, [.person, .plural]) || tag == .foreign
    }

    /// The noun phrase that begins at `token`, without what follows its head; nil where none begins there.
    ///
    /// - Parameter limit: The token behind the last that may belong to it.
    func nounPhrase(from token: Int, limit: Int) -> Range<Int>? {
        guard token < limit else { return nil }
        if has(token, .subjectPronoun), tag(token) == .pronoun || tag(token) == .whPronoun || length(token) <= 4 {
            return token..<token + 1
        }
        if tag(token) == .whPronoun || tag(token) == .existential { return nil }
        var end = token
        var head: Int?
        while end < limit, end - token < 14 {
            if isNominal(end) || isModifier(end, limit: limit) || isInnerMark(end, from: token, limit: limit) {
                if isHead(end) { head = end }
                end += 1
            } else {
                break
            }
        }
        guard let head, tag(head) != .possessive else { return nil }
        // *The second was late*: an adjective that no noun follows stands for one.
        if head == token, has(token, .determiner), end > head + 1, tag(end - 1).isAdjective, isVerbGroupStart(end) {
            return token..<end
        }
        return token..<head + 1
    }

    /// Whether the token is a participle or an adverb before a noun or an adjective.
    private func isModifier(_ token: Int, limit: Int) -> Bool {
        guard token + 1 < limit else { return false }
        let next = tag(token + 1)
        switch tag(token) {
        case .gerund, .pastParticiple: return next.isNoun || next == .adjective
        case .adverb, .superlativeAdverb, .comparativeAdverb:
            return !has(token, .adverb) && (next == .adjective || next == .number || next == .determiner)
        case .coordinator:
            // *the president and chief executive*, *oil and gas company*
            return mark(token) == UInt8(ascii: "&") || next.isNoun && tag(token - 1).isNoun && equals(token, "and")
        default: return false
        }
    }

    /// Whether the token is a point of an abbreviation, a mark or an apostrophe inside a noun phrase.
    private func isInnerMark(_ token: Int, from first: Int, limit: Int) -> Bool {
        guard token > first, token + 1 < limit, !hasSpaceAfter(token), !hasSpaceBefore(token) else { return false }
        return isNominal(token + 1) && (mark(token) == UInt8(ascii: "/") || mark(token) == UInt8(ascii: "'"))
    }

    /// The noun phrase at `token` with the phrases behind it that belong to it: *of*, *for*, *from the…*.
    func longNounPhrase(from token: Int, limit: Int) -> Range<Int>? {
        guard var phrase = nounPhrase(from: token, limit: limit) else { return nil }
        guard !has(token, .subjectPronoun) else { return phrase }
        while phrase.upperBound + 1 < limit, isAttaching(phrase.upperBound),
            equals(phrase.upperBound, "of") || isCapitalized(phrase.upperBound + 1)
                || has(phrase.upperBound + 1, .determiner) && isCapitalized(phrase.upperBound + 2),
            let next = nounPhrase(from: phrase.upperBound + 1, limit: limit), !has(next.lowerBound, .subjectPronoun)
        {
            phrase = phrase.lowerBound..<next.upperBound
        }
        return phrase
    }

    /// Whether the token is a preposition that joins a noun phrase to the noun before it.
    func isAttaching(_ token: Int) -> Bool {
        equals(token, "of") || equals(token, "for") || equals(token, "from") || equals(token, "at")
            || equals(token, "in") || equals(token, "with")
    }

    /// The end of the apposition that begins with a comma at `token`: *, the mayor of Brindle,*; nil where
    /// none does. The closing comma belongs to it.
    func appositionEnd(from token: Int, limit: Int) -> Int? {
        guard isComma(token) else { return nil }
        var end = token + 1
        let furthest = min(limit, token + 26)
        guard end < furthest,
            isNominal(end) || has(end, .relative) || tag(end) == .gerund || tag(end) == .pastParticiple
        else { return nil }
        while end < furthest {
            if isComma(end) {
                // A list of posts, or a place inside the apposition, goes on behind the comma.
                if end + 1 < furthest, !isVerbGroupStart(end + 1), let again = nextComma(after: end, limit: furthest),
                    isNominal(end + 1)
                {
                    end = again
                    continue
                }
                return end + 1
            }
            if isStop(end) || mark(end) == UInt8(ascii: ";") || isColon(end) { return nil }
            end += 1
        }
        return nil
    }

    private func nextComma(after token: Int, limit: Int) -> Int? {
        var next = token + 1
        while next < limit, next - token < 14 {
            if isComma(next) { return next }
            if isStop(next) || tag(next).isVerb { return nil }
            next += 1
        }
        return nil
    }

    /// Whether a verb with its adverbs and auxiliaries begins at the token.
    func isVerbGroupStart(_ token: Int) -> Bool {
        var token = token
        while tag(token).isAdverb || has(token, .adverb) { token += 1 }
        return tag(token).isVerb || has(token, [.modal, .auxiliary, .be])
    }
}
