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

    /// Adds one document's spans.
    ///
    /// - Complexity: O(n).
    public mutating func add(found: [Span], gold: [Span]) {
        matched += Set(found).intersection(gold).count
        self.found += found.count
        self.gold += gold.count
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
