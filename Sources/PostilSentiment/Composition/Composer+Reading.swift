import PostilCore
import PostilText

extension Composer {
    mutating func readContent(_ range: Range<Int>) {
        content.removeAll(keepingCapacity: true)
        hashes.removeAll(keepingCapacity: true)
        var words = 0
        var upper = 0
        var other = 0
        var capitalized = 0
        figureCount = 0
        isQuestion = false
        for token in range where !TokenText.isQuotationMark(token, in: view) {
            content.append(Int32(truncatingIfNeeded: token))
            hashes.append(TokenText.hash(of: token, in: view))
            let value = view.values[token]
            if value.kind == .word {
                if value.shape == .upper { upper += 1 } else if value.shape != .none { other += 1 }
                if value.shape == .capitalized { capitalized += 1 }
                words += 1
            } else if value.kind == .punctuation, view.firstByte(token) == 0x3F {
                isQuestion = true
            } else if value.kind == .number {
                figureCount += 1
            }
        }
        hasMixedCapitals = upper > 0 && other > 0
        isTitle = capitalized * 2 > words && words > 3
    }

    mutating func readItems() {
        items.removeAll(keepingCapacity: true)
        roles = []
        var index = 0
        var followsComma = false
        while index < content.count {
            let token = Int(content[index])
            if view.length(token) == 1, view.firstByte(token) == 0x2C {
                followsComma = true
                index += 1
                continue
            }
            var item = SentenceItem(
                first: content[index],
                last: content[index],
                position: Int32(truncatingIfNeeded: index)
            )
            item.followsComma = followsComma
            followsComma = false
            var next = index + 1
            var found = entry(ofToken: token)
            if let position = found, lexicon.entries[position].longestPhrase > 0,
                let (phrase, count) = phrase(at: index, longest: Int(lexicon.entries[position].longestPhrase))
            {
                found = phrase
                next = index + count
                item.last = content[next - 1]
                item.count = Int32(truncatingIfNeeded: count)
            } else if let position = found, lexicon.entries[position].roles.contains(.senses) {
                found = sense(at: index) ?? position
            } else if found == nil, view.values[token].kind == .word || view.values[token].kind == .emoji {
                found = TokenText.shortened(token, in: view).flatMap {
                    lexicon.index(of: $0.twice) ?? lexicon.index(of: $0.once)
                }
                item.isElongated = found != nil
            }
            if let found {
                item.entry = Int32(truncatingIfNeeded: found)
                item.roles = lexicon.entries[found].roles
                if isBusiness, item.roles.contains(.inBusiness) {
                    if lexicon.entries[found].businessPrior == 0 {
                        item.roles.remove(.valence)
                    } else {
                        item.roles.insert(.valence)
                    }
                }
            }
            if item.roles.contains(.valence) {
                item.isName = !item.isPhrase && isInName(index)
                item.isComparative = isComparative(at: index)
            }
            roles.formUnion(item.roles)
            items.append(item)
            index = next
        }
    }

    /// The entry of a word in the part of speech that it has here; nil where it has none of its own.
    private func sense(at index: Int) -> Int? {
        let token = Int(content[index])
        guard token < tags.count, let sense = SentimentSense(tags[token].penn) else { return nil }
        return lexicon.index(of: hashes[index], as: sense)
    }

    /// Whether a word stands in a name of several words, by its tag and the capitals beside it.
    private func isInName(_ index: Int) -> Bool {
        guard index > 0, !isTitle, isNamePart(index) else { return false }
        return index > 1 && isNamePart(index - 1) || index + 1 < content.count && isNamePart(index + 1)
    }

    private func isNamePart(_ index: Int) -> Bool {
        let token = Int(content[index])
        guard token < tags.count, view.values[token].shape == .capitalized else { return false }
        return tags[token].penn == .properNoun || tags[token].penn == .pluralProperNoun
    }

    private func isComparative(at index: Int) -> Bool {
        let token = Int(content[index])
        if index > 0, hashes[index - 1] == TokenText.more { return true }
        guard token < tags.count else { return hashes[index] == TokenText.better || hashes[index] == TokenText.worse }
        return tags[token].penn == .comparativeAdjective || tags[token].penn == .comparativeAdverb
            || TokenText.endsLikeComparative(token, in: view)
    }

    /// The longest phrase of the lexicon that begins at a token, and the number of its tokens.
    private func phrase(at start: Int, longest: Int) -> (entry: Int, count: Int)? {
        var bits = hashes[start].bits
        var best: (Int, Int)?
        for count in 2...max(2, longest) where start + count <= hashes.count {
            bits = SentimentLexicon.join(bits, hashes[start + count - 1])
            guard lexicon.mayBegin(with: bits) else { break }
            if let entry = lexicon.index(ofPhrase: bits) { best = (entry, count) }
        }
        return best
    }

    mutating func readClauses() {
        var clause: Int16 = 0
        for index in items.indices {
            let roles = items[index].roles
            let isBreak =
                roles.contains(.contrast) || roles.contains(.concession) || roles.contains(.opener)
                || TokenText.isClauseBreak(Int(items[index].first), in: view)
                || items[index].followsComma && !continuesList(at: index)
                || isThingOfItsOwn(index)
            if isBreak, index > 0 { clause &+= 1 }
            items[index].clause = clause
        }
    }

    /// Whether a word is a personal pronoun that can only be a subject.
    private func isSubject(_ index: Int) -> Bool {
        TokenText.subjects.value(for: hash(ofItem: index)) != 0
    }

    /// Whether *and* before a word begins another thing that is said: *lacks comfort and fails to help*, *and I
    /// am tired*.
    private func isThingOfItsOwn(_ index: Int) -> Bool {
        guard index > 0, hash(ofItem: index - 1) == TokenText.and else { return false }
        return items[index].roles.contains(.negator) || isSubject(index)
    }

    /// Whether a comma before an item parts things of a list that ends in *or*, all of which one negation
    /// reaches.
    private func continuesList(at index: Int) -> Bool {
        for other in index..<min(index + 5, items.count) {
            let hash = hash(ofItem: other)
            if hash == TokenText.or || hash == TokenText.nor { return true }
            if other > index, items[other].followsComma { continue }
        }
        return false
    }
}
