import PostilCore

/// Finds the annotations of one layer that touch a row, for rows in ascending order.
struct LayerSweep {
    private let spans: [Span]
    private var next = 0
    /// Annotations that began before the row and may reach into it.
    private var open: [Int] = []

    init(_ layer: any AnyLayer) { spans = layer.spans }

    /// The positions of the annotations that touch `row`, in document order.
    ///
    /// - Complexity: O(annotations that touch the row or lie between it and the last).
    mutating func positions(in row: Span) -> [Int] {
        open.removeAll { spans[$0].end <= row.start && !(spans[$0].isEmpty && spans[$0].start == row.start) }
        while next < spans.count, spans[next].start < row.end {
            if spans[next].end > row.start || spans[next].isEmpty { open.append(next) }
            next += 1
        }
        return open
    }
}
