extension Layer {
    /// The positions of the annotations that start at `offset`, the longest first.
    ///
    /// - Complexity: O(log n).
    public func starting(at offset: UInt32) -> Range<Int> {
        firstPosition(startingAtOrAfter: offset)..<firstPosition(startingAfter: offset)
    }

    /// The positions of the annotations that lie wholly in `span`, in document order.
    ///
    /// An empty annotation on a border of `span` counts as inside.
    ///
    /// - Complexity: O(log n + m), m being the annotations that start in `span`.
    public func inside(_ span: Span) -> [Int] {
        guard span.start <= span.end else { return [] }
        return (firstPosition(startingAtOrAfter: span.start)..<firstPosition(startingAfter: span.end))
            .filter { spans[$0].end <= span.end }
    }

    /// The positions of the annotations that contain all of `span`, in document order, so the
    /// outermost first.
    ///
    /// - Complexity: O(log n + k) where ends ascend with starts; O((k + 1) log n) where spans nest.
    public func covering(_ span: Span) -> [Int] {
        let upper = firstPosition(startingAfter: span.start)
        return positions(below: upper, endingAtOrAfter: span.end)
    }

    /// The positions of the annotations that share a byte with `span`, in document order.
    ///
    /// An empty span overlaps nothing.
    ///
    /// - Complexity: O(log n + k) where ends ascend with starts; O((k + 1) log n) where spans nest.
    public func overlapping(_ span: Span) -> [Int] {
        guard !span.isEmpty else { return [] }
        let upper = firstPosition(startingAtOrAfter: span.end)
        return positions(below: upper, endingAtOrAfter: span.start + 1).filter { !spans[$0].isEmpty }
    }

    /// The position of the first annotation whose start is not below `offset`.
    ///
    /// - Complexity: O(log n).
    public func firstPosition(startingAtOrAfter offset: UInt32) -> Int {
        partition { spans[$0].start >= offset }
    }

    private func firstPosition(startingAfter offset: UInt32) -> Int {
        partition { spans[$0].start > offset }
    }

    /// The first position at which `isUpper`, false and then true along the layer, is true.
    private func partition(_ isUpper: (Int) -> Bool) -> Int {
        var lower = 0
        var upper = spans.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if isUpper(middle) { upper = middle } else { lower = middle + 1 }
        }
        return lower
    }
}

extension Layer {
    /// Spans in a block of the lowest level, and blocks in a block of the next.
    private static var fanOut: Int { 16 }

    /// The greatest ends of blocks of 16 spans, of 16 such blocks, and so on; none where ends ascend,
    /// since a binary search by end does then.
    static func greatestEnds(of spans: [Span]) -> [[UInt32]] {
        var ascending = true
        var last: UInt32 = 0
        for span in spans {
            if span.end < last {
                ascending = false
                break
            }
            last = span.end
        }
        guard !ascending else { return [] }
        var levels: [[UInt32]] = []
        var ends = spans.map(\.end)
        while ends.count > 1 {
            ends = stride(from: 0, to: ends.count, by: fanOut).map { start in
                ends[start..<Swift.min(start + fanOut, ends.count)].reduce(0) { Swift.max($0, $1) }
            }
            levels.append(ends)
        }
        return levels
    }

    /// The positions below `upper` whose annotations do not end before `end`, ascending.
    private func positions(below upper: Int, endingAtOrAfter end: UInt32) -> [Int] {
        guard !greatestEnds.isEmpty else {
            let lower = partition { spans[$0].end >= end }
            return lower < upper ? Array(lower..<upper) : []
        }
        var found: [Int] = []
        collect(level: greatestEnds.count - 1, block: 0, below: upper, endingAtOrAfter: end, into: &found)
        return found
    }

    private func collect(level: Int, block: Int, below upper: Int, endingAtOrAfter end: UInt32, into found: inout [Int])
    {
        guard greatestEnds[level][block] >= end else { return }
        let children = (block * Layer.fanOut)..<((block + 1) * Layer.fanOut)
        if level == 0 {
            for position in children.clamped(to: 0..<upper) where spans[position].end >= end {
                found.append(position)
            }
            return
        }
        var width = 1
        for _ in 0..<level { width *= Layer.fanOut }
        for child in children.clamped(to: 0..<greatestEnds[level - 1].count) {
            guard child * width < upper else { break }
            collect(level: level - 1, block: child, below: upper, endingAtOrAfter: end, into: &found)
        }
    }
}
