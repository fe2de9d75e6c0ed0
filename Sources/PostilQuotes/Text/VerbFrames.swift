import PostilCore
import PostilText

/// Reads words that can be a noun or a verb of reporting by the frame in which they stand: *The firm plans to open
/// a kiln* has no other verb, *The firm plans to open a kiln were dropped* has.
///
/// Taggers often take *plans*, *claims*, *reports* and *promises* behind a noun for nouns.
struct VerbFrames {
    let view: TokenView
    let classes: [WordClass]
    let tags: [TokenTag]
    /// How many tokens to each side of a word are looked at.
    private static let horizon = 60

    /// The tags, with those words made verbs whose sentence needs them as its verb.
    ///
    /// - Complexity: O(n).
    func corrected(in sentences: [Range<Int>]) -> [TokenTag] {
        var corrected = tags
        for sentence in sentences {
            for token in sentence where has(token, .reports) && has(token, .forms) {
                guard let form = form(of: token), takesContent(behind: token, in: sentence),
                    hasSubject(before: token, form: form, in: sentence)
                else { continue }
                corrected[token] = TokenTag(penn: form, universal: .verb)
            }
            if let verb = onlyVerb(of: sentence) { corrected[verb] = TokenTag(penn: .pastVerb, universal: .verb) }
        }
        return corrected
    }

    /// The finite form that the word can be where it is tagged as none.
    private func form(of token: Int) -> PennTag? {
        switch tags[token].penn {
        case .noun, .pluralNoun:
            has(token, .third) ? .thirdPersonVerb : has(token, .base) ? .presentVerb : nil
        default: nil
        }
    }

    /// The participle behind the comma of an apposition that is the verb of a sentence without another: *Penn, 52, of
    /// Quern, denied fraud.*
    private func onlyVerb(of sentence: Range<Int>) -> Int? {
        guard let last = sentence.last, view.isStop(last), sentence.count < VerbFrames.horizon else { return nil }
        var found: Int?
        for token in sentence {
            if isFinite(token) || has(token, [.be, .auxiliary, .modal]) { return nil }
            guard found == nil, tag(token) == .pastParticiple, has(token, .past), has(token, .reports),
                token > sentence.lowerBound, isComma(token - 1), !has(token + 1, .preposition)
            else { continue }
            found = token
        }
        return found
    }

    private func isComma(_ token: Int) -> Bool { view.length(token) == 1 && view.firstByte(token) == UInt8(ascii: ",") }

    // MARK: What stands behind

    /// Whether an infinitive or a clause stands behind the word, and no verb is left over for which the word could
    /// be the subject.
    private func takesContent(behind token: Int, in sentence: Range<Int>) -> Bool {
        let next = token + 1
        guard next + 1 < sentence.upperBound else { return false }
        var spare: Int
        if has(next, .to), has(token, [.intends, .says, .seems]) {
            let first = next + (tag(next + 1).isAdverb ? 2 : 1)
            guard tag(first) == .baseVerb || has(first, .be) else { return false }
            spare = 0
        } else if has(next, .that) && tag(next) == .preposition || isPronoun(next),
            has(token, [.says, .thinks, .shows]), !isFinite(next + 1) || isPronoun(next)
        {
            spare = 1
        } else {
            return false
        }
        var verbs = 0
        var following = next + 1
        while following < min(sentence.upperBound, token + VerbFrames.horizon) {
            defer { following += 1 }
            if view.length(following) == 1, view.firstByte(following) == UInt8(ascii: ";") { break }
            if isFinite(following) {
                verbs += 1
                if verbs > spare { return false }
            } else if opensClause(following) {
                spare += 1
            }
        }
        return verbs > 0 || has(next, .to)
    }

    /// Whether a clause with a verb of its own can begin at the token.
    private func opensClause(_ token: Int) -> Bool {
        has(token, [.relative, .subordinator, .interrogative, .coordinator]) || isPronoun(token)
            || view.length(token) == 1 && view.firstByte(token) == UInt8(ascii: ",")
            || has(token, .that) && tag(token) != .determiner
    }

    // MARK: What stands before

    /// Whether a noun phrase that agrees with the form stands before the word, and no verb to which both could
    /// belong.
    private func hasSubject(before token: Int, form: PennTag, in sentence: Range<Int>) -> Bool {
        var head = token - 1
        while head > sentence.lowerBound, tag(head).isAdverb { head -= 1 }
        guard head >= sentence.lowerBound, view.values[head].kind == .word, tag(head).isNoun || has(head, .plural)
        else { return false }
        var first = head
        var noun = head
        while first > sentence.lowerBound, head - first < VerbFrames.horizon, isInside(first - 1) {
            first -= 1
            // *the owner of the mills*: the verb agrees with the first noun.
            if tag(first) == .preposition { noun = first - 1 }
        }
        let isPlural = tag(noun) == .pluralNoun || has(noun, .plural)
        switch form {
        case .thirdPersonVerb: guard tag(noun) == .noun && !isPlural || tag(noun).isProperNoun else { return false }
        default: guard isPlural else { return false }
        }
        // *In company plans to open …* and *details of company plans to …* have no determiner.
        let isMarked = has(first, [.determiner, .possessive]) || tag(first).isProperNoun || isPlural
        guard isMarked || first == sentence.lowerBound, !has(first, .preposition) else { return false }
        guard first > sentence.lowerBound else { return true }
        return begins(clauseAt: first, in: sentence)
    }

    /// Whether the token can stand inside the noun phrase of a subject, with the phrases that hang on its noun.
    private func isInside(_ token: Int) -> Bool {
        let tag = tag(token)
        if tag.isNoun || tag.isAdjective { return true }
        switch tag {
        case .determiner, .possessivePronoun, .possessive, .number, .hyphen, .predeterminer: return !has(token, .that)
        case .preposition: return view.length(token) == 2 && has(token, .preposition) && !has(token, .subordinator)
        default: return false
        }
    }

    /// Whether the subject of a clause can begin at the token: behind a mark or a word that opens one.
    private func begins(clauseAt token: Int, in sentence: Range<Int>) -> Bool {
        let before = token - 1
        return view.values[before].kind == .punctuation || has(before, [.subordinator, .coordinator, .that])
            || tag(before).isAdverb && before == sentence.lowerBound
    }

    // MARK: Words

    private func has(_ token: Int, _ wanted: WordClass) -> Bool {
        token >= 0 && token < view.count && !classes[token].isDisjoint(with: wanted)
    }

    private func tag(_ token: Int) -> PennTag { token >= 0 && token < tags.count ? tags[token].penn : .stop }

    private func isPronoun(_ token: Int) -> Bool {
        has(token, .subjectPronoun) && !has(token, [.relative, .objectPronoun])
    }

    private func isFinite(_ token: Int) -> Bool {
        switch tag(token) {
        case .pastVerb, .thirdPersonVerb, .presentVerb, .modal: true
        default: false
        }
    }
}
