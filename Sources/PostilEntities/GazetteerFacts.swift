import PostilCore
import PostilLexicon
import PostilText

/// Which entries of the lexicons each token is a part of, as four bits for each group of kinds.
///
/// The bits say that the token is a whole entry, begins one of several tokens, is inside, or ends one.
struct GazetteerFacts {
    /// The entries that stretches of the text match, in the order of their first tokens.
    let matches: [LexiconMatch]

    /// The bits of each token.
    private(set) var sets: [UInt64]

    /// The bits of each token by the entries that it matches but for its small letters: *malaysia*.
    private(set) var lowerSets: [UInt64]

    private static let groups: [LexiconKinds] = [
        LexiconKinds([.country]), LexiconKinds([.city, .place]), LexiconKinds([.state, .county]), .locations, .groups,
        LexiconKinds([.language]), LexiconKinds([.person]), .firstNames, LexiconKinds([.lastName]), .organizations,
        LexiconKinds([.facility]), LexiconKinds([.product, .event, .work, .law]), LexiconKinds([.title]),
        LexiconKinds([.word]),
    ]

    /// The number of groups.
    static var groupCount: Int { groups.count }

    /// The facts of the tokens of a text.
    ///
    /// - Complexity: O(tokens + matches).
    init(_ view: TokenView, lexicons: LexiconSet) {
        sets = Array(repeating: 0, count: view.count)
        lowerSets = sets
        let input = LexiconInput(bytes: view.bytes, spans: view.spans, values: view.values)
        let found = lexicons.matches(in: input, scan: .all, accepting: .ignored)
        matches = found.filter { $0.fit < .ignored }
        for match in found {
            for (index, group) in GazetteerFacts.groups.enumerated() where !match.kinds.isDisjoint(with: group) {
                let shift = UInt64(index * 4)
                for token in match.tokens {
                    let place: UInt64 =
                        match.tokens.count == 1
                        ? 1 : token == match.tokens.lowerBound ? 2 : token == match.tokens.upperBound - 1 ? 8 : 4
                    if match.fit < .ignored {
                        sets[token] |= place << shift
                    } else {
                        lowerSets[token] |= place << shift
                    }
                }
            }
        }
    }

    /// The match of exactly these tokens, that of the first lexicon where there are several.
    ///
    /// - Complexity: O(log matches).
    func match(of tokens: Range<Int>) -> LexiconMatch? {
        var low = 0
        var high = matches.count
        while low < high {
            let middle = (low + high) / 2
            if matches[middle].tokens.lowerBound < tokens.lowerBound { low = middle + 1 } else { high = middle }
        }
        while low < matches.count, matches[low].tokens.lowerBound == tokens.lowerBound {
            if matches[low].tokens == tokens { return matches[low] }
            low += 1
        }
        return nil
    }

    /// What exactly these tokens name whatever stands around them: countries and peoples that are nothing else.
    ///
    /// - Complexity: O(log matches).
    func certainKind(of tokens: Range<Int>) -> EntityKind? {
        guard let match = match(of: tokens), match.fit == .asWritten else { return nil }
        if match.kinds.contains(.country), LexiconKinds.places.isSuperset(of: match.kinds) { return .geopolitical }
        let isPeople = match.kinds.contains(.nationality) || match.kinds.contains(.religion)
        return isPeople && LexiconKinds.groups.isSuperset(of: match.kinds) ? .group : nil
    }
}
