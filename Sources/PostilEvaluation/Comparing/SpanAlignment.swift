import PostilCore

/// Which annotations of two lists speak of the same stretch.
///
/// Each is used once. First those of the same extent find each other, where there are several in one place those most
/// alike; then, in the order of the first list, each that is left takes the one that it overlaps most. That is how
/// the scorer of TempEval-3 aligns timexes.
public struct SpanAlignment: Sendable {
    /// The positions of the aligned, in the first and in the second list.
    public let pairs: [(first: Int, second: Int)]

    /// The positions in the first list of those without a partner.
    public let firstOnly: [Int]

    /// The positions in the second list of those without a partner.
    public let secondOnly: [Int]

    /// Aligns two lists in document order.
    ///
    /// - Parameters:
    ///   - first: The spans of the first list.
    ///   - second: The spans of the second list.
    ///   - likeness: How alike two of the same extent are; the highest is taken first.
    /// - Complexity: O(n log n), and more only where many overlap in one place.
    public init(_ first: [Span], _ second: [Span], likeness: (Int, Int) -> Int = { _, _ in 0 }) {
        var partners = [Int?](repeating: nil, count: first.count)
        var isTaken = [Bool](repeating: false, count: second.count)
        let places = Dictionary(grouping: second.indices, by: { second[$0] })
        let owners = Dictionary(grouping: first.indices, by: { first[$0] })
        for (span, sides) in owners {
            guard let others = places[span] else { continue }
            var choices = sides.flatMap { side in others.map { (side, $0, likeness(side, $0)) } }
            choices.sort { ($1.2, $0.0, $0.1) < ($0.2, $1.0, $1.1) }
            for (side, other, _) in choices where partners[side] == nil && !isTaken[other] {
                partners[side] = other
                isTaken[other] = true
            }
        }
        // The largest end so far tells how far back a span that still reaches here can begin.
        let order = second.indices.sorted { second[$0] < second[$1] }
        var reaches: [UInt32] = []
        for index in order { reaches.append(max(reaches.last ?? 0, second[index].end)) }
        for side in first.indices where partners[side] == nil {
            let span = first[side]
            var position = SpanAlignment.count(of: order, in: second, before: span.end)
            var best: (overlap: Int, index: Int)?
            while position > 0, reaches[position - 1] > span.start {
                position -= 1
                let index = order[position]
                guard !isTaken[index], let shared = span.intersection(second[index]), !shared.isEmpty else { continue }
                // Going backwards, an earlier one with the same overlap is the one to keep.
                if best == nil || shared.count >= best?.overlap ?? 0 { best = (shared.count, index) }
            }
            if let best {
                partners[side] = best.index
                isTaken[best.index] = true
            }
        }
        pairs = partners.enumerated().compactMap { side, other in other.map { (side, $0) } }
        firstOnly = first.indices.filter { partners[$0] == nil }
        secondOnly = second.indices.filter { !isTaken[$0] }
    }

    /// How many of the spans begin before an offset.
    private static func count(of order: [Int], in spans: [Span], before offset: UInt32) -> Int {
        var low = 0
        var high = order.count
        while low < high {
            let middle = (low + high) / 2
            if spans[order[middle]].start < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
