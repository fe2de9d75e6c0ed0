import PostilCore
import PostilText

/// Reads the parts of a clause around a verb: its auxiliaries, its subject.
struct ClauseReader {
    let text: QuoteText

    /// The verb at `verb` with the auxiliaries, adverbs and negations before it.
    func verbGroup(of verb: Int, lower: Int) -> Range<Int> {
        var start = verb
        while start > lower {
            let before = start - 1
            guard
                text.has(before, [.auxiliary, .be, .modal, .negation, .adverb, .hearsay]) || text.tag(before).isAdverb
                    || text.has(before, .to) && text.tag(start) == .baseVerb
            else { break }
            if text.tag(before) == .determiner || text.tag(before) == .preposition { break }
            start = before
        }
        // Adverbs in front belong to the clause rather than to the verb where nothing stands before them.
        while start < verb, text.tag(start).isAdverb, start == lower || text.isComma(start - 1) { start += 1 }
        return start..<verb + 1
    }

    /// The noun phrase before a verb group of which the verb says something; nil where there is none.
    ///
    /// - Parameter lower: The first token that may belong to it.
    func subject(ofVerbGroup group: Range<Int>, lower: Int) -> Range<Int>? {
        var end = group.lowerBound
        guard end > lower else { return nil }
        // A comma right before the verb closes an apposition or a relative clause.
        if text.isComma(end - 1) || text.isDash(end - 1) || text.mark(end - 1) == UInt8(ascii: ")") {
            guard let opening = openingOfApposition(closedAt: end - 1, lower: lower) else { return nil }
            end = opening
        }
        guard let found = phrase(endingAt: end, lower: lower) else { return nil }
        return antecedent(around: found, lower: lower) ?? found
    }

    /// The noun phrase before a relative clause that ends with `phrase`: *a baker who sold a cake to them said*.
    private func antecedent(around phrase: Range<Int>, lower: Int) -> Range<Int>? {
        guard phrase.lowerBound > lower,
            text.tag(phrase.lowerBound - 1).isVerb || text.tag(phrase.lowerBound - 1) == .preposition
        else { return nil }
        var token = phrase.lowerBound - 1
        var verbs = 0
        while token > lower, phrase.lowerBound - token < 16 {
            let tag = text.tag(token)
            if text.isComma(token) || text.isStop(token) || text.kind(token) == .symbol { return nil }
            if text.has(token, .relative), tag == .whPronoun || tag == .whDeterminer {
                return verbs > 0 ? self.phrase(endingAt: token, lower: lower) : nil
            }
            if tag.isVerb { verbs += 1 }
            if text.has(token, [.that, .subordinator, .coordinator, .says, .tells]) { return nil }
            token -= 1
        }
        return nil
    }

    /// The token of the comma, dash or bracket that opens what the one at `closing` closes.
    private func openingOfApposition(closedAt closing: Int, lower: Int) -> Int? {
        let isBracket = text.mark(closing) == UInt8(ascii: ")")
        let isDash = text.isDash(closing)
        var token = closing - 1
        var found: Int?
        while token > lower, closing - token < 40 {
            if isBracket {
                if text.mark(token) == UInt8(ascii: "(") { return token }
            } else if isDash {
                if text.isDash(token) { return token }
            } else if text.isComma(token) {
                // *Penn, 52, of Quern, said*: an age is no name.
                if text.isComma(token - 2), text.kind(token - 1) == .number {
                    token -= 2
                    return token > lower ? token : nil
                }
                found = token
                // *Ada Penn, the mayor of Quern, Ohio, said*: the phrase before the first comma is the name.
                if !(text.isNominal(token + 1) && text.isCapitalized(token + 1) && !text.has(token + 1, .determiner)) {
                    return token
                }
            } else if text.isStop(token) || text.mark(token) == UInt8(ascii: ";") {
                break
            }
            token -= 1
        }
        return found
    }

    /// The subject of a verb group or, where it has none of its own, of the verb that it is joined to or hangs
    /// on: *said … and added*, *…, adding that*, *wants to say*.
    ///
    /// - Parameter isOutside: Whether a token stands outside of quotation marks.
    func source(ofVerbGroup group: Range<Int>, lower: Int, isOutside: (Int) -> Bool = { _ in true }) -> Range<Int>? {
        let first = group.lowerBound
        if let subject = subject(ofVerbGroup: group, lower: lower),
            text.tag(first) != .gerund || text.tag(first - 1) == .pronoun,
            !isTime(subject)
        {
            return subject
        }
        var nearest: Range<Int>?
        var furthest: Range<Int>?
        var token = first - 1
        while token >= lower {
            let tag = text.tag(token)
            if tag.isVerb, tag != .gerund, tag != .pastParticiple || text.has(token - 1, [.auxiliary, .be]),
                isOutside(token)
            {
                let earlier = verbGroup(of: token, lower: lower)
                if let subject = subject(ofVerbGroup: earlier, lower: lower), !isTime(subject) {
                    // One that reports comes first: what it reports has verbs of its own.
                    if text.has(token, [.says, .tells, .asks, .judges]), !text.has(subject.lowerBound, .relative) {
                        return subject
                    }
                    nearest = nearest ?? subject
                    furthest = subject
                }
                token = earlier.lowerBound
            }
            token -= 1
        }
        return text.tag(first) == .gerund ? furthest : nearest
    }

    private func isTime(_ phrase: Range<Int>) -> Bool { phrase.count == 1 && text.has(phrase.lowerBound, .time) }

    /// The noun phrase that ends before `end`, with the phrases that hang on its noun.
    func phrase(endingAt end: Int, lower: Int) -> Range<Int>? {
        guard end > lower else { return nil }
        if text.has(end - 1, .subjectPronoun) || text.tag(end - 1) == .whPronoun || text.has(end - 1, .relative) {
            return end - 1..<end
        }
        var start = end
        while start > lower, end - start < 30 {
            let token = start - 1
            if text.isNominal(token), !text.has(token, .that) || text.tag(token) == .determiner {
                start -= 1
            } else if isInsidePhrase(token, lower: lower) {
                start -= 1
            } else {
                break
            }
        }
        // A phrase cannot begin with the preposition of an earlier one.
        while start < end,
            text.tag(start) == .preposition || text.tag(start) == .coordinator
                || text.tag(start) == .possessive || text.tag(start) == .pastParticiple || text.tag(start).isAdverb
        {
            start += 1
        }
        // *On Tuesday Ines wrote*: the day is no part of the name.
        while start + 1 < end, text.has(start, .time) { start += 1 }
        // *The firm today announced* as well.
        var end = end
        while end - 1 > start, text.has(end - 1, .time), !text.has(end - 1, .determiner) { end -= 1 }
        guard start < end, (start..<end).contains(where: text.isHead) else { return nil }
        return start..<end
    }

    /// Whether a token between two nominal ones joins them: *of*, *for*, *and*, a participle before a noun.
    private func isInsidePhrase(_ token: Int, lower: Int) -> Bool {
        guard token > lower, text.isNominal(token + 1) || text.tag(token + 1) == .gerund
        else { return false }
        let before = token - 1
        switch text.tag(token) {
        case .preposition:
            return (text.tag(before).isNoun || text.tag(before) == .number || text.has(before, .determiner))
                && !text.has(before, .time) && !text.has(token, .subordinator)
        case .to: return text.tag(before).isNoun && text.tag(token + 1) != .baseVerb
        case .coordinator: return (text.tag(before).isNoun || text.isNominal(before)) && !text.equals(token, "but")
        case .gerund, .pastParticiple: return text.tag(token + 1).isNoun || text.tag(before).isNoun
        case .adverb: return text.tag(token + 1) == .adjective || text.tag(token + 1) == .number
        case .hyphen: return true
        default: return text.mark(token) == UInt8(ascii: "/")
        }
    }
}
