import PostilCore
import PostilText

/// Guesses parts of speech from closed classes, forms, capitals and endings, for pipelines without a tagger.
///
/// It tells what the analysis of clauses asks about: verbs and their forms, nouns and names, function words. One
/// word of context decides between readings of one form.
struct TagGuess {
    let view: TokenView
    let classes: [WordClass]

    /// A tag for each token.
    ///
    /// - Complexity: O(n).
    func tags() -> [TokenTag] {
        var tags: [TokenTag] = []
        tags.reserveCapacity(view.count)
        var previous = PennTag.stop
        for token in 0..<view.count {
            let tag = tag(of: token, behind: previous)
            tags.append(TokenTag(penn: tag, universal: .other))
            if !tag.isAdverb { previous = tag }
        }
        return tags
    }

    private func tag(of token: Int, behind previous: PennTag) -> PennTag {
        switch view.values[token].kind {
        case .punctuation: return mark(token)
        case .symbol: return view.firstByte(token) == UInt8(ascii: "$") ? .currency : .symbol
        case .number, .time: return .number
        case .clitic: return clitic(token)
        case .word: break
        default: return .properNoun
        }
        let known = classes[token]
        if let function = functionWord(token, known, behind: previous) { return function }
        if view.isCapitalized(token), previous != .stop || known.isEmpty || known.contains(.firstName) {
            return .properNoun
        }
        return known.isDisjoint(with: .forms)
            ? ending(token, known, behind: previous) : verb(token, known, behind: previous)
    }

    private func functionWord(_ token: Int, _ known: WordClass, behind previous: PennTag) -> PennTag? {
        guard !known.isEmpty, !known.contains(.firstName) || known.contains(.modal) else { return nil }
        if known.contains(.that) { return .preposition }
        // *according to* takes no verb.
        if known.contains(.to) { return token > 0 && classes[token - 1].contains(.according) ? .preposition : .to }
        if known.contains(.modal) { return view.isCapitalized(token) && previous != .stop ? nil : .modal }
        if known.contains(.be) || known.contains(.auxiliary) {
            if hasEnding("ing", token) { return .gerund }
            if known.contains(.be), view.length(token) == 4, view.lastByte(token) | 0x20 == UInt8(ascii: "n") {
                return .pastParticiple
            }
            return known.contains(.be) && view.length(token) == 2 && view.lastByte(token) | 0x20 == UInt8(ascii: "e")
                ? .baseVerb : .pastVerb
        }
        if known.contains(.relative) { return known.contains(.subjectPronoun) ? .whPronoun : .whDeterminer }
        if known.contains(.subjectPronoun) { return .pronoun }
        if known.contains(.objectPronoun), known.contains(.possessive) {
            return nextIsNominal(token) ? .possessivePronoun : .pronoun
        }
        if known.contains(.objectPronoun) { return .pronoun }
        if known.contains(.possessive) { return .possessivePronoun }
        if known.contains(.coordinator) { return .coordinator }
        if known.contains(.interrogative) { return .whAdverb }
        if known.contains(.preposition) || known.contains(.subordinator) {
            return known.isDisjoint(with: .forms) || previous != .stop ? .preposition : nil
        }
        if known.contains(.determiner) { return .determiner }
        if known.contains(.negation) || known.contains(.adverb) { return .adverb }
        return nil
    }

    private func nextIsNominal(_ token: Int) -> Bool {
        guard token + 1 < view.count, view.values[token + 1].kind == .word else { return false }
        return classes[token + 1].isDisjoint(with: [
            .preposition, .to, .that, .coordinator, .determiner, .be, .modal, .auxiliary,
        ])
    }

    private func verb(_ token: Int, _ known: WordClass, behind previous: PennTag) -> PennTag {
        let isNounNext =
            previous == .determiner || previous == .possessivePronoun || previous.isAdjective || previous == .possessive
        if known.contains(.gerund) { return isNounNext ? .noun : .gerund }
        if known.contains(.past) || known.contains(.participle) {
            guard known.contains(.participle) else { return .pastVerb }
            if !known.contains(.past) { return .pastParticiple }
            return isNounNext && nextIsNominal(token) ? .adjective : isHelped(token) ? .pastParticiple : .pastVerb
        }
        if known.contains(.third), !known.contains(.base) {
            return isNounNext || previous == .preposition || previous == .number
                ? .pluralNoun : previous.isVerb ? .pluralNoun : .thirdPersonVerb
        }
        if previous == .to || previous == .modal { return .baseVerb }
        if previous == .pronoun || previous == .pluralNoun || previous == .pluralProperNoun || previous == .whPronoun {
            return .presentVerb
        }
        return isNounNext || !known.isDisjoint(with: [.saying, .thought, .judgement, .answer])
            || previous == .preposition ? .noun : .presentVerb
    }

    /// Whether a form of *be* or *have* stands before, with at most one adverb between.
    private func isHelped(_ token: Int) -> Bool {
        guard token > 0 else { return false }
        if !classes[token - 1].isDisjoint(with: [.be, .auxiliary]) { return true }
        guard token > 1, !classes[token - 2].isDisjoint(with: [.be, .auxiliary]) else { return false }
        return !classes[token - 1].isDisjoint(with: [.adverb, .negation]) || hasEnding("ly", token - 1)
    }

    private func ending(_ token: Int, _ known: WordClass, behind previous: PennTag) -> PennTag {
        if !known.isDisjoint(with: [.person, .group, .text, .work, .saying, .thought, .judgement]) {
            return known.contains(.plural)
                ? .pluralNoun : hasEnding("s", token) && !hasEnding("ss", token) ? .pluralNoun : .noun
        }
        if !known.isDisjoint(with: [.attitude, .adjective]) { return .adjective }
        if hasEnding("ly", token) { return .adverb }
        if previous == .to || previous == .modal { return .baseVerb }
        if hasEnding("ing", token) { return previous == .determiner ? .noun : .gerund }
        if hasEnding("ed", token) {
            return isHelped(token) ? .pastParticiple : previous == .determiner ? .adjective : .pastVerb
        }
        for suffix in ["ous", "ful", "ive", "able", "ible", "ical", "less", "ish", "ary"]
        where hasEnding(suffix, token) && nextIsNominal(token) {
            return .adjective
        }
        if previous == .pronoun || previous == .whPronoun {
            return hasEnding("s", token) ? .thirdPersonVerb : .pastVerb
        }
        return hasEnding("s", token) && !hasEnding("ss", token) && !hasEnding("us", token) ? .pluralNoun : .noun
    }

    private func hasEnding(_ ending: String, _ token: Int) -> Bool {
        let letters = Array(ending.utf8)
        guard view.length(token) > letters.count + 1 else { return false }
        let start = view.end(token) - letters.count
        return letters.indices.allSatisfy { view.bytes[start + $0] == letters[$0] }
    }

    private func clitic(_ token: Int) -> PennTag {
        let known = classes[token]
        if known.contains(.negation) { return .adverb }
        if known.contains(.modal) { return .modal }
        let isPossessive =
            view.length(token) <= 4 && view.lastByte(token) == UInt8(ascii: "s") && token > 0
            && classes[token - 1].isDisjoint(with: [.subjectPronoun, .interrogative, .that])
        return isPossessive ? .possessive : .thirdPersonVerb
    }

    private func mark(_ token: Int) -> PennTag {
        if view.endsInStop(token) { return .stop }
        switch view.firstByte(token) {
        case UInt8(ascii: ","): return .comma
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return .openingBracket
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return .closingBracket
        case UInt8(ascii: "-") where view.length(token) == 1: return .hyphen
        case UInt8(ascii: "'")
        where view.length(token) == 1 && token > 0 && view.lastByte(token - 1) == UInt8(ascii: "s"):
            return .possessive
        default: return .colon
        }
    }
}
