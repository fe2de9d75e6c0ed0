/// Several lexicons that are asked as one, each with a priority.
///
/// A match of a lexicon of higher priority hides what those of lower priority have for any of its tokens; at
/// equal priority, both are reported, the lexicon that was added first coming first.
public struct LexiconSet: Sendable {
    /// A lexicon with its rank.
    public struct Member: Sendable {
        /// The lexicon.
        public let lexicon: Lexicon
        /// What explanations call it, such as the name of its file.
        public let name: String
        /// Its rank: higher overrides lower.
        public let priority: Int
    }

    /// The priority of the lexicon that is part of the program.
    public static let embeddedPriority = 0

    /// The priority of a user's dictionary where none is stated.
    public static let userPriority = 100

    /// The lexicons, those of higher priority first; ``LexiconMatch/lexicon`` counts them.
    public private(set) var members: [Member] = []

    /// No lexicons.
    public init() {}

    /// The lexicon that is part of the program, alone.
    ///
    /// - Throws: ``LexiconError`` as ``Lexicon/embedded`` does.
    public static var embedded: LexiconSet {
        get throws(LexiconError) {
            var set = LexiconSet()
            set.add(try Lexicon.embedded, name: "Postil's gazetteer", priority: embeddedPriority)
            return set
        }
    }

    /// Adds a lexicon.
    public mutating func add(_ lexicon: Lexicon, name: String, priority: Int = LexiconSet.userPriority) {
        let index = members.firstIndex { $0.priority < priority } ?? members.count
        members.insert(Member(lexicon: lexicon, name: name, priority: priority), at: index)
    }

    /// The matches in a text that no match of higher priority hides, in the order of their first tokens, longer
    /// ones first.
    ///
    /// - Parameters:
    ///   - input: The text's bytes and tokens.
    ///   - scan: Which matches of each lexicon are reported.
    ///   - accepting: The worst fit of capitals that counts.
    /// - Complexity: O(n) for each lexicon.
    public func matches(
        in input: LexiconInput,
        scan: LexiconScan = .longest,
        accepting: LexiconCaseFit = .relaxed
    ) -> [LexiconMatch] {
        guard members.count > 0 else { return [] }
        let pieces = input.pieces()
        var merged: [LexiconMatch] = []
        for (index, member) in members.enumerated() {
            var found: [LexiconMatch] = []
            member.lexicon.find(in: pieces, scan: scan, accepting: accepting, into: &found)
            for position in found.indices { found[position].lexicon = UInt8(clamping: index) }
            merged = LexiconSet.merge(merged, with: found, hidden: { members[Int($0)].priority > member.priority })
        }
        return merged
    }

    /// The senses of a match of this set.
    ///
    /// - Complexity: O(senses).
    public func senses(of match: LexiconMatch) -> [LexiconSense] {
        guard Int(match.lexicon) < members.count else { return [] }
        return members[Int(match.lexicon)].lexicon.senses(of: match)
    }

    /// Adds to `kept` those of `found` that overlap none of the kept whose lexicon is `hidden`-ing.
    private static func merge(
        _ kept: [LexiconMatch],
        with found: [LexiconMatch],
        hidden: (UInt8) -> Bool
    ) -> [LexiconMatch] {
        guard !kept.isEmpty else { return found }
        // The ends of what the strongest before each match reach, for an overlap test in one pass.
        let strong = kept.filter { hidden($0.lexicon) }
        var result: [LexiconMatch] = []
        result.reserveCapacity(kept.count + found.count)
        var next = 0
        var strongNext = 0
        var reach = 0
        for match in found {
            while strongNext < strong.count, strong[strongNext].tokens.lowerBound <= match.tokens.lowerBound {
                reach = max(reach, strong[strongNext].tokens.upperBound)
                strongNext += 1
            }
            let isCovered = reach > match.tokens.lowerBound
            let isCut = strongNext < strong.count && strong[strongNext].tokens.lowerBound < match.tokens.upperBound
            if isCovered || isCut { continue }
            while next < kept.count, kept[next].precedes(match) {
                result.append(kept[next])
                next += 1
            }
            result.append(match)
        }
        result.append(contentsOf: kept[next...])
        return result
    }
}

extension LexiconMatch {
    fileprivate func precedes(_ other: LexiconMatch) -> Bool {
        if tokens.lowerBound != other.tokens.lowerBound { return tokens.lowerBound < other.tokens.lowerBound }
        return tokens.count >= other.tokens.count
    }
}
