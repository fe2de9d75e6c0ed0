import PostilCore

/// How well polarities that were found agree with those that people gave.
public struct PolarityScore: Sendable {
    private var counts: [SentimentPolarity: (right: Int, found: Int, gold: Int)] = [:]
    private var total = 0

    /// Nothing yet.
    public init() {}

    /// Adds a text.
    public mutating func add(_ found: SentimentPolarity, gold: SentimentPolarity) {
        total += 1
        counts[found, default: (0, 0, 0)].found += 1
        counts[gold, default: (0, 0, 0)].gold += 1
        if found == gold { counts[gold, default: (0, 0, 0)].right += 1 }
    }

    /// The mean of the F1 of the polarities that gold has.
    public var macroF1: Double {
        let scores = counts.values.filter { $0.gold > 0 }
            .map { 2 * Double($0.right) / Double($0.found + $0.gold) }
        return scores.isEmpty ? 0 : scores.reduce(0, +) / Double(scores.count)
    }

    /// The share of texts whose polarity is right.
    public var accuracy: Double {
        total == 0 ? 0 : Double(counts.values.reduce(0) { $0 + $1.right }) / Double(total)
    }
}

extension PolarityScore: CustomStringConvertible {
    /// The measures in per cent.
    public var description: String {
        func percent(_ share: Double) -> Double { (share * 1000).rounded() / 10 }
        return "macro-F1 \(percent(macroF1)), accuracy \(percent(accuracy)), texts \(total)"
    }
}
