import PostilCore
import PostilText

/// The stretches of capitalised words of a document: what its names are made of.
struct NameRuns {
    /// A stretch of tokens.
    struct Run {
        var start: Int
        var end: Int

        var count: Int { end - start }
    }

    /// The runs without words in lower case between, in order.
    private(set) var runs: [Run] = []

    /// For each token the number of its run, -1 where it is in none.
    private(set) var runOfToken: [Int32] = []

    /// The longest run that a word stands in, by the hash of the word.
    private(set) var longest: [UInt64: Int32] = [:]

    /// The run whose initials a word of capitals is, by the hash of that word.
    private(set) var expansions: [UInt64: Int32] = [:]

    /// How words are written away from the beginnings of sentences.
    private(set) var uses: [UInt64: Uses] = [:]

    /// Whether a word occurs in lower case, and capitalised where nothing but its being a name calls for it.
    struct Uses: OptionSet {
        let rawValue: UInt8

        static let lower = Uses(rawValue: 1)
        static let capital = Uses(rawValue: 2)
    }

    /// Finds the runs of the sentences of a text.
    ///
    /// - Complexity: O(tokens).
    init(_ view: TokenView, facts: [WordFacts], sentences: [Range<Int>]) {
        runOfToken = Array(repeating: -1, count: facts.count)
        for sentence in sentences {
            var token = sentence.lowerBound
            while token < sentence.upperBound {
                guard facts[token].isCapital else {
                    token += 1
                    continue
                }
                var end = token + 1
                while end < sentence.upperBound, facts[end].isCapital || joins(view, facts, end, sentence) { end += 1 }
                for inside in token..<end { runOfToken[inside] = Int32(runs.count) }
                runs.append(Run(start: token, end: end))
                token = end
            }
        }
        var firsts = Set<Int>()
        for sentence in sentences where !sentence.isEmpty { firsts.insert(sentence.lowerBound) }
        for (number, run) in runs.enumerated() {
            for token in run.start..<run.end where facts[token].isCapital {
                let word = facts[token].word
                if let best = longest[word], runs[Int(best)].count >= run.count { continue }
                longest[word] = Int32(number)
            }
            for token in run.start..<run.end where !firsts.contains(token) {
                uses[facts[token].word, default: []].insert(.capital)
            }
            if run.count > 1 { addInitials(view, facts, run, number) }
        }
        // Hardly a word in lower case is that of a name: a bit for each of those spares the look-up.
        var filter = [UInt64](repeating: 0, count: 64)
        for words in [Array(longest.keys), Array(uses.keys)] {
            for word in words { filter[Int(word &>> 6 & 63)] |= 1 &<< (word & 63) }
        }
        for token in facts.indices where view.values[token].shape == .lower {
            let word = facts[token].word
            guard filter[Int(word &>> 6 & 63)] & 1 &<< (word & 63) != 0 else { continue }
            if uses[facts[token].word] != nil || longest[facts[token].word] != nil {
                uses[facts[token].word, default: []].insert(.lower)
            }
        }
    }

    /// Whether a token that is no capitalised word joins two that are: a hyphen, a point, an ampersand.
    private func joins(_ view: TokenView, _ facts: [WordFacts], _ token: Int, _ sentence: Range<Int>) -> Bool {
        guard token + 1 < sentence.upperBound, facts[token + 1].isCapital, view.length(token) == 1 else { return false }
        switch view.firstByte(token) {
        case UInt8(ascii: "-"): return view.gap(after: token) == 0 && view.gap(after: token - 1) == 0
        case UInt8(ascii: "&"): return true
        default: return false
        }
    }

    private mutating func addInitials(_ view: TokenView, _ facts: [WordFacts], _ run: Run, _ number: Int) {
        var start = run.start
        // *Organisation for Security and Co-operation* goes on over small words.
        var letters: [UInt8] = []
        var end = run.end
        var token = start
        while token < end, letters.count < 8 {
            if facts[token].isCapital { letters.append(view.firstByte(token) | 0x20) }
            token += 1
            if token == end, token + 1 < facts.count, facts[token].isConnector, facts[token + 1].isCapital {
                let next = runOfToken[token + 1]
                if next >= 0 { end = runs[Int(next)].end }
            }
        }
        while letters.count >= 2 {
            letters.withUnsafeBufferPointer { bytes in
                let key = LowercaseHash(folding: bytes).bits
                if expansions[key] == nil { expansions[key] = Int32(number) }
            }
            letters.removeFirst()
            start += 1
        }
    }
}
