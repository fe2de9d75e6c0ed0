import PostilCore

extension Array where Element == ExchangeSpan {
    /// The spans of which no two overlap, for formats that hold one label a place: those of earlier layers first, then
    /// the longer, then the earlier.
    ///
    /// - Parameters:
    ///   - layers: The layers in the order of their importance.
    ///   - omissions: Counts the spans that were left out.
    /// - Complexity: O(n log n).
    func withoutOverlaps(_ layers: [LayerName], omissions: inout ExchangeOmissions) -> [ExchangeSpan] {
        var ranks: [LayerName: Int] = [:]
        for layer in layers where ranks[layer] == nil { ranks[layer] = ranks.count }
        let order = indices.sorted { left, right in
            let (leftRank, rightRank) = (ranks[self[left].layer] ?? .max, ranks[self[right].layer] ?? .max)
            if leftRank != rightRank { return leftRank < rightRank }
            if self[left].span.count != self[right].span.count { return self[left].span.count > self[right].span.count }
            return left < right
        }
        var taken = DisjointSpans()
        var chosen: [Int] = []
        for index in order where taken.insert(self[index].span) { chosen.append(index) }
        omissions.add(.overlapping, count - chosen.count)
        return chosen.sorted().map { self[$0] }
    }
}

/// Spans of which no two overlap, by their starts.
private struct DisjointSpans {
    private var spans: [Span] = []

    /// Adds a span unless it overlaps one.
    ///
    /// - Complexity: O(log n) to find the place, and O(n) to make room.
    mutating func insert(_ span: Span) -> Bool {
        var lower = 0
        var upper = spans.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if spans[middle].start < span.start { lower = middle + 1 } else { upper = middle }
        }
        if lower < spans.count, spans[lower].start < span.end { return false }
        if lower > 0, spans[lower - 1].end > span.start { return false }
        spans.insert(span, at: lower)
        return true
    }
}
