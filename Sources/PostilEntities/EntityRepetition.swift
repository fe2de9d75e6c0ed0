import PostilCore
import PostilText

/// Finds the names that a document repeats where the model has missed one or has called it something else.
///
/// A document seldom means two things by one name (Gale, Church and Yarowsky, *One Sense Per Discourse*, 1992),
/// and a surname that stands alone is that of the person named in full.
struct EntityRepetition {
    private let view: TokenView
    private let features: EntityFeatures

    /// A name that the model is sure of: its kind, and how sure it is.
    private struct Known {
        var votes: [EntityKind: Float] = [:]
    }

    /// A mention counts as sure from this score on.
    private static let sure: Float = 0.9
    /// A mention keeps its type from this score on.
    private static let keeps: Float = 0.7

    init(_ features: EntityFeatures) {
        view = features.view
        self.features = features
    }

    /// `mentions`, with those that repeat a sure one added, and unsure ones in its type.
    ///
    /// - Complexity: O(tokens + mentions).
    func completed(_ mentions: [EntityMention]) -> [EntityMention] {
        var known: [UInt64: Known] = [:]
        var surnames: [UInt64: Float] = [:]
        for mention in mentions where mention.score >= EntityRepetition.sure {
            known[name(of: mention.tokens), default: Known()].votes[mention.kind, default: 0] += mention.score
            if mention.kind == .person, mention.tokens.count > 1 {
                let last = mention.tokens.upperBound - 1
                if view.isCapitalized(last), view.length(last) > 2 {
                    surnames[view.values[last].hash.bits] = mention.score
                }
            }
        }
        guard !known.isEmpty else { return mentions }
        var completed = mentions
        for position in completed.indices where completed[position].score < EntityRepetition.keeps {
            guard let votes = known[name(of: completed[position].tokens)]?.votes, votes.count == 1,
                let kind = votes.first?.key, kind != completed[position].kind
            else { continue }
            completed[position].kind = kind
            completed[position].rule = .repetition
        }
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

    private func name(of tokens: Range<Int>) -> UInt64 {
        tokens.reduce(UInt64(0x5EED)) { state, token in
            (state ^ view.values[token].hash.bits) &* 0xD6E8_FEB8_6659_FD93
        }
    }
}
