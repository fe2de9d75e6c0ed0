import PostilCore
import PostilText

/// Finds the names that a document repeats where the model has missed one or has called it something else.
///
/// A document seldom means two things by one name (Gale, Church and Yarowsky, *One Sense Per Discourse*, 1992),
/// and a surname that stands alone is that of the person named in full.
struct EntityRepetition {
    private let view: TokenView
    private let features: EntityFeatures

    /// What the mentions of one name say of it: for each kind the sum of their scores, and the highest score.
    private struct Known {
        var votes: [EntityKind: Float] = [:]
        var best: Float = 0

        mutating func add(_ mention: EntityMention) {
            votes[mention.kind, default: 0] += mention.score
            best = max(best, mention.score)
        }
    }

    /// A mention counts as sure from this score on.
    private static let sure: Float = 0.9
    /// A mention keeps its type from this score on.
    private static let keeps: Float = 0.7
    /// Below it, a type gives way to one for which the mentions of the name speak so many times as much.
    private static let outweighs: Float = 1.3

    /// A name whose mentions all have lower scores is none. The best labels of a sentence make one of what is just a
    /// little likelier to be one than anything else; of unsure organisations, whose names look like other capitalised
    /// words, most turn out to be wrong.
    private static func least(_ kind: EntityKind) -> Float {
        switch kind {
        case .organization: 0.5
        case .person: 0.25
        default: 0.35
        }
    }

    init(_ features: EntityFeatures) {
        view = features.view
        self.features = features
    }

    /// `mentions`, with those that repeat a sure one added, unsure ones in the type that the others have, and
    /// without those that are too unsure.
    ///
    /// - Complexity: O(tokens + mentions).
    func completed(_ mentions: [EntityMention]) -> [EntityMention] {
        let mentions = agreed(mentions)
        var known: [UInt64: Known] = [:]
        var surnames: [UInt64: Float] = [:]
        for mention in mentions where mention.score >= EntityRepetition.sure {
            known[name(of: mention.tokens), default: Known()].add(mention)
            if mention.kind == .person, mention.tokens.count > 1 {
                let last = mention.tokens.upperBound - 1
                if view.isCapitalized(last), view.length(last) > 2 {
                    surnames[view.values[last].hash.bits] = mention.score
                }
            }
        }
        guard !known.isEmpty else { return mentions }
        var completed = mentions
        var covered = Array(repeating: false, count: view.count)
        for mention in mentions { for token in mention.tokens { covered[token] = true } }
        var added = false
        for run in features.runs.runs where !(run.start..<run.end).contains(where: { covered[$0] }) {
            let tokens = run.start..<run.end
            let uses = features.runs.uses[features.facts[run.start].word] ?? []
            var kind: EntityKind?
            if let votes = known[name(of: tokens)]?.votes, votes.count == 1, !uses.contains(.lower) {
                kind = votes.first?.key
            } else if tokens.count == 1, surnames[features.facts[run.start].word] != nil, !uses.contains(.lower) {
                kind = .person
            }
            guard let kind else { continue }
            completed.append(EntityMention(tokens: tokens, kind: kind, score: 0.5, rule: .repetition))
            added = true
        }
        return added ? completed.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound } : completed
    }

    /// `mentions` in the types on which those of one name agree, without those of names that are too unsure.
    private func agreed(_ mentions: [EntityMention]) -> [EntityMention] {
        var named: [UInt64: Known] = [:]
        let names = mentions.map { name(of: $0.tokens) }
        for (mention, name) in zip(mentions, names) { named[name, default: Known()].add(mention) }
        return zip(mentions, names).compactMap { mention, name in
            guard let known = named[name] else { return mention }
            var mention = mention
            let votes = known.votes.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
            if mention.score < EntityRepetition.keeps, let votes, votes.key != mention.kind,
                votes.value > EntityRepetition.outweighs * known.votes[mention.kind, default: 0]
            {
                mention.kind = votes.key
                mention.rule = .repetition
            }
            return mention.rule == .gazetteer || known.best >= EntityRepetition.least(mention.kind) ? mention : nil
        }
    }

    private func name(of tokens: Range<Int>) -> UInt64 {
        tokens.reduce(UInt64(0x5EED)) { state, token in
            (state ^ view.values[token].hash.bits) &* 0xD6E8_FEB8_6659_FD93
        }
    }
}
