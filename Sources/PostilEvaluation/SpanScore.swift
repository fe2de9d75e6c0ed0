import PostilCore

/// How many spans a system found, how many there are, and how many of them agree to the byte.
public struct SpanScore: Hashable, Sendable {
    /// Spans found that are gold.
    public private(set) var matched = 0

    /// Spans found.
    public private(set) var found = 0

    /// Gold spans.
    public private(set) var gold = 0

    /// A score over nothing.
    public init() {}

    /// A score of these counts.
    public init(matched: Int, found: Int, gold: Int) {
        self.matched = matched
        self.found = found
        self.gold = gold
    }

    /// Adds one document's spans.
    ///
    /// - Complexity: O(n).
    public mutating func add(found: [Span], gold: [Span]) {
        matched += Set(found).intersection(gold).count
        self.found += found.count
        self.gold += gold.count
    }

    /// Adds the counts of another score.
    public mutating func add(_ other: SpanScore) {
        matched += other.matched
        found += other.found
        gold += other.gold
    }

    /// The share of found spans that are gold, in percent; 100 where none was found.
    public var precision: Double { found == 0 ? 100 : 100 * Double(matched) / Double(found) }

    /// The share of gold spans that were found, in percent; 100 where there are none.
    public var recall: Double { gold == 0 ? 100 : 100 * Double(matched) / Double(gold) }

    /// The harmonic mean of both.
    public var f1: Double {
        found + gold == 0 ? 100 : 200 * Double(matched) / Double(found + gold)
    }
}

extension SpanScore: CustomStringConvertible {
    /// F1 and its parts, in percent.
    public var description: String {
        func rounded(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
        return "F1 \(rounded(f1)) (precision \(rounded(precision)), recall \(rounded(recall)))"
    }
}
