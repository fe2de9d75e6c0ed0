import PostilCore
import PostilText

/// Finds the names in a text and which of them name the same.
struct MentionFinder {
    let text: QuoteText
    /// For each token, whether it stands in a direct quotation.
    let isQuoted: [Bool]
    /// The names that were found before, with their kinds and clusters.
    let entities: [NamedSpan]

    /// A name of the layer of names, in tokens.
    struct NamedSpan {
        let tokens: Range<Int>
        let position: Int
        let cluster: Int
        let isPerson: Bool
        let isOrganization: Bool
        let isSource: Bool
    }

    /// The mentions, in order.
    ///
    /// - Complexity: O(n).
    func mentions() -> [Mention] {
        var mentions: [Mention] = []
        var byLastWord: [UInt64: [Int]] = [:]
        var clusters: [Int: Int] = [:]
        var next = 0
        var token = 0
        var referents = 0
        while token < text.count {
            while next < entities.count, entities[next].tokens.upperBound <= token { next += 1 }
            if next < entities.count, entities[next].tokens.lowerBound == token {
                let entity = entities[next]
                if entity.isSource {
                    add(entity.tokens, entity, &mentions, &byLastWord, &clusters, &referents)
                }
                token = entity.tokens.upperBound
                continue
            }
            guard isName(token),
                let end = nameEnd(
                    from: token,
                    before: next < entities.count ? entities[next].tokens.lowerBound : text.count
                )
            else {
                token += 1
                continue
            }
            add(token..<end, nil, &mentions, &byLastWord, &clusters, &referents)
            token = end
        }
        return mentions
    }

    private func add(
        _ name: Range<Int>,
        _ entity: NamedSpan?,
        _ mentions: inout [Mention],
        _ byLastWord: inout [UInt64: [Int]],
        _ clusters: inout [Int: Int],
        _ referents: inout Int
    ) {
        let last = text.hash(name.upperBound - 1).bits
        let gender = gender(of: name)
        var referent = entity.flatMap { clusters[$0.cluster] }
        // The same last word names the same, unless first names or titles differ; so does a first name alone.
        for earlier in (byLastWord[last] ?? []).suffix(6).reversed() where referent == nil {
            let other = mentions[earlier]
            guard other.gender.agrees(with: gender), !contradicts(name, other.name) else { continue }
            referent = other.referent
            break
        }
        if referent == nil {
            referent = referents
            referents += 1
        }
        if let entity, let referent { clusters[entity.cluster] = referent }
        byLastWord[last, default: []].append(mentions.count)
        if name.count > 1, !text.has(name.lowerBound, .title) {
            byLastWord[text.hash(name.lowerBound).bits, default: []].append(mentions.count)
        }
        var verb = name.upperBound
        if let apposition = text.appositionEnd(from: verb, limit: text.count) { verb = apposition }
        mentions.append(
            Mention(
                name: name,
                entity: entity?.position,
                referent: referent ?? 0,
                gender: gender,
                isSubject: text.isVerbGroupStart(verb),
                isQuoted: isQuoted[name.lowerBound],
                isPerson: entity.map { $0.isPerson || text.has(name.lowerBound, .firstName) } ?? isPerson(name),
                isOrganization: entity?.isOrganization ?? false
            )
        )
    }

    /// Whether the first words of two names with one last word differ.
    private func contradicts(_ name: Range<Int>, _ other: Range<Int>) -> Bool {
        guard name.count > 1, other.count > 1 else { return false }
        return text.hash(name.lowerBound) != text.hash(other.lowerBound)
            && text.hash(name.upperBound - 1) == text.hash(other.upperBound - 1)
    }

    private func isName(_ token: Int) -> Bool {
        if isKinship(token) { return true }
        // *Dear Nell,* begins a letter to her.
        if text.equals(token, "dear") { return false }
        return text.tag(token).isProperNoun && text.isCapitalized(token)
            && !text.has(token, [.time, .determiner, .subjectPronoun])
            && !text.has(token, .title)
    }

    /// *Father*, *Mother*: a member of the family who has no other name, with a capital and nothing before or behind
    /// that would make it a title or a common noun.
    private func isKinship(_ token: Int) -> Bool {
        text.isCapitalized(token) && text.has(token, .person) && text.has(token, [.male, .female])
            && (text.equals(token, "father") || text.equals(token, "mother") || text.equals(token, "mom")
                || text.equals(token, "mum") || text.equals(token, "dad") || text.equals(token, "papa")
                || text.equals(token, "mama") || text.equals(token, "grandmother") || text.equals(token, "grandfather")
                || text.equals(token, "grandma") || text.equals(token, "grandpa"))
            && !text.isCapitalized(token + 1) && !text.has(token - 1, [.determiner, .possessive])
    }

    private func nameEnd(from token: Int, before limit: Int) -> Int? {
        if isKinship(token) { return token + 1 }
        var end = token
        while end < limit, end - token < 6,
            text.tag(end).isProperNoun && text.isCapitalized(end) && !text.has(end, .time) || text.tag(end) == .hyphen
                || end > token && text.isCapitalized(end + 1) && isParticle(end)
        {
            end += 1
        }
        while end > token, !text.tag(end - 1).isProperNoun { end -= 1 }
        return end > token ? end : nil
    }

    /// *de*, *van*, *al-*: small words inside names.
    private func isParticle(_ token: Int) -> Bool {
        text.equals(token, "de") || text.equals(token, "van") || text.equals(token, "von") || text.equals(token, "der")
            || text.equals(token, "la") || text.equals(token, "bin") || text.equals(token, "al")
            || text.equals(token, "du")
    }

    private func isPerson(_ name: Range<Int>) -> Bool {
        text.has(name.lowerBound, .firstName) || text.has(name.lowerBound - 1, [.title, .person])
            || !text.has(name.upperBound - 1, [.group, .text]) && !text.equals(name.lowerBound - 1, "the")
    }

    /// What a title before the name or a first name in it says.
    private func gender(of name: Range<Int>) -> Gender {
        for token in [name.lowerBound - 1, name.lowerBound] where text.has(token, [.title, .firstName, .person]) {
            let isMale = text.has(token, .male)
            let isFemale = text.has(token, .female)
            if isMale != isFemale { return isMale ? .male : .female }
        }
        return .unknown
    }
}
