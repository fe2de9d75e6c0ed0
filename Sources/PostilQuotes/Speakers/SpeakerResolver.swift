import PostilCore
import PostilText

/// Finds out whom the words for a speaker are about: the name behind a pronoun, the full name behind a part of
/// it, the person behind *the mayor*.
struct SpeakerResolver {
    let text: QuoteText
    let mentions: [Mention]
    /// For each referent, the mention with the longest name.
    private let fullest: [Int]

    init(text: QuoteText, mentions: [Mention]) {
        self.text = text
        self.mentions = mentions
        var fullest: [Int] = []
        for (index, mention) in mentions.enumerated() {
            while fullest.count <= mention.referent { fullest.append(index) }
            if mention.name.count > mentions[fullest[mention.referent]].name.count { fullest[mention.referent] = index }
        }
        self.fullest = fullest
    }

    /// What a speaker is about.
    struct Resolution {
        /// The mention that names it.
        let mention: Int
        /// The fullest name of the same thing.
        let name: Range<Int>
    }

    /// A name that a speaker could be about, and what speaks for it.
    struct Candidate {
        let mention: Int
        var score: Int
        var reasons: [String]
    }

    /// Whom the phrase is about; nil where no name is certain.
    ///
    /// - Parameter earlier: What the speakers of the quotations before are about, the last one last.
    /// - Complexity: O(log n) and a few mentions before the phrase.
    func resolve(_ phrase: Range<Int>, earlier: [Int]) -> Resolution? {
        if let own = mention(in: phrase) ?? apposed(to: phrase) { return resolution(of: own) }
        guard let best = candidates(for: phrase, earlier: earlier).first, best.score > 0 else { return nil }
        return resolution(of: best.mention)
    }

    private func resolution(of mention: Int) -> Resolution {
        Resolution(mention: mention, name: mentions[fullest[mentions[mention].referent]].name)
    }

    /// The last name in the phrase that is its head: *Ada Penn* in *deputy mayor Ada Penn of Quern*.
    private func mention(in phrase: Range<Int>) -> Int? {
        var index = position(startingAtOrAfter: phrase.lowerBound)
        var found: Int?
        while index < mentions.count, mentions[index].name.lowerBound < phrase.upperBound {
            let name = mentions[index].name
            let isOwner = text.tag(name.upperBound) == .possessive
            let isInside = (phrase.lowerBound..<max(phrase.lowerBound, name.lowerBound)).contains {
                text.tag($0) == .preposition
            }
            if name.upperBound <= phrase.upperBound, !isOwner, !isInside { found = index }
            if found == nil, name.upperBound > phrase.lowerBound, !isOwner, !isInside { found = index }
            index += 1
        }
        guard let found else { return nil }
        // *the Quern council* is not Quern.
        let name = mentions[found].name
        return name.upperBound == phrase.upperBound || text.tag(name.upperBound) == .preposition
            || text.isComma(name.upperBound) || name.upperBound >= phrase.upperBound ? found : nil
    }

    /// The name in apposition behind the phrase: *the judge, Mrs. Hale,*
    private func apposed(to phrase: Range<Int>) -> Int? {
        guard text.isComma(phrase.upperBound),
            text.has(phrase.lowerBound, [.determiner, .possessive]) || text.tag(phrase.lowerBound) == .possessivePronoun
                || phrase.contains(where: { text.tag($0) == .possessive })
        else { return nil }
        let index = position(startingAtOrAfter: phrase.upperBound + 1)
        guard index < mentions.count, mentions[index].isPerson else { return nil }
        let titles = phrase.upperBound + 1..<mentions[index].name.lowerBound
        guard titles.count < 4, titles.allSatisfy({ text.isCapitalized($0) }) else { return nil }
        let next = mentions[index].name.upperBound
        return text.isComma(next) || text.isStop(next) || next >= text.count ? index : nil
    }

    /// The names that the phrase can be about, the best first; empty where it is no pronoun and no noun with
    /// which a person is named again.
    func candidates(for phrase: Range<Int>, earlier: [Int]) -> [Candidate] {
        let head = phrase.upperBound - 1
        let isPronoun = phrase.count == 1 && text.has(head, [.subjectPronoun, .possessive])
        if isPronoun, text.has(head, [.firstPerson]) || text.equals(head, "you") { return [] }
        if text.has(head, .relative), phrase.count == 1 { return antecedent(of: phrase) }
        // *it* and *the company* are about organisations, all others about persons.
        let isGroup =
            text.equals(head, "it") && isPronoun
            || phrase.count == 2 && text.equals(phrase.lowerBound, "the") && text.has(head, .group)
        guard isPronoun || isGroup || text.equals(phrase.lowerBound, "the") && text.has(head, .person) else {
            return []
        }
        if text.has(head, .plural) { return [] }
        let gender: Gender = text.has(head, .male) ? .male : text.has(head, .female) ? .female : .unknown
        let sentence = text.sentence(at: phrase.lowerBound)
        let paragraph = text.paragraph(at: phrase.lowerBound)
        var best: [Int: Candidate] = [:]
        var index = position(startingAtOrAfter: phrase.lowerBound) - 1
        var seen = 0
        while index >= 0, seen < 40 {
            let mention = mentions[index]
            let distance = sentence - text.sentence(at: mention.name.lowerBound)
            if distance > 12 { break }
            defer { index -= 1 }
            guard mention.isPerson != isGroup, !mention.isQuoted, mention.gender.agrees(with: gender) else { continue }
            if isGroup, !(mention.isOrganization && (mention.isSubject || earlier.contains(index))) { continue }
            if !isPronoun, !isGroup, !phrase.dropFirst().allSatisfy({ isDescribed(mention, by: $0) }) { continue }
            seen += 1
            var candidate = Candidate(mention: index, score: 100 - 8 * distance, reasons: [])
            candidate.reasons.append(distance == 0 ? "in the same sentence" : "\(distance) sentences before")
            if mention.isSubject { candidate.add(25, "the subject of its clause") }
            if distance == 1, mention.isSubject, phrase.lowerBound == text.sentences[sentence].lowerBound {
                candidate.add(30, "the subject of the sentence before")
            }
            if mention.gender == gender, gender != .unknown { candidate.add(20, "the same gender") }
            if text.paragraph(at: mention.name.lowerBound) == paragraph { candidate.add(10, "in the same paragraph") }
            if let last = earlier.last, mentions[last].referent == mention.referent { candidate.add(25, "spoke last") }
            if !isPronoun, !isGroup { candidate.add(40, "called so where it is named") }
            if distance == 0, isPronoun, mention.isSubject, isOutside(mention, phrase) {
                candidate.add(-30, "its clause has another subject")
            }
            if let other = best[mention.referent] {
                if candidate.score > other.score { best[mention.referent] = candidate }
                best[mention.referent]?.score += 5
            } else {
                best[mention.referent] = candidate
            }
        }
        return best.values.sorted { ($0.score, $0.mention) > ($1.score, $1.mention) }
    }

    /// Whether a mention stands in the content rather than before the words of the source.
    private func isOutside(_ mention: Mention, _ phrase: Range<Int>) -> Bool {
        text.isComma(phrase.lowerBound - 1) && mention.name.upperBound < phrase.lowerBound - 1
    }

    /// Whether the noun stands by the name: as a title before it or in an apposition behind it.
    private func isDescribed(_ mention: Mention, by noun: Int) -> Bool {
        let hash = text.hash(noun)
        let lower = max(0, mention.name.lowerBound - 4)
        let upper = min(text.count, mention.name.upperBound + 8)
        return (lower..<mention.name.lowerBound).contains { text.hash($0) == hash }
            || text.isComma(mention.name.upperBound)
                && (mention.name.upperBound..<upper).contains { text.hash($0) == hash }
    }

    /// The name right before *who*.
    private func antecedent(of phrase: Range<Int>) -> [Candidate] {
        let index = position(startingAtOrAfter: phrase.lowerBound) - 1
        guard index >= 0 else { return [] }
        let end = mentions[index].name.upperBound
        guard end == phrase.lowerBound || end + 1 == phrase.lowerBound && text.isComma(end) else { return [] }
        return [Candidate(mention: index, score: 100, reasons: ["stands before it"])]
    }

    private func position(startingAtOrAfter token: Int) -> Int {
        var lower = 0
        var upper = mentions.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if mentions[middle].name.lowerBound < token { lower = middle + 1 } else { upper = middle }
        }
        return lower
    }
}

extension SpeakerResolver.Candidate {
    mutating func add(_ points: Int, _ reason: String) {
        score += points
        reasons.append(reason)
    }
}
