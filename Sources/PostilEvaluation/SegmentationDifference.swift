import PostilCore

/// Where sentences or tokens part from gold, for reading.
public struct SegmentationDifference: Sendable {
    /// A line for each stretch in which the two differ: gold, then found, pieces parted by `|`.
    public let lines: [String]

    /// Compares a document with gold.
    ///
    /// - Complexity: O(n).
    public init(_ document: Document, gold: GoldDocument) {
        lines =
            SegmentationDifference.lines("sentence", document[.sentences]?.spans ?? [], gold.sentences, document.text)
            + (gold.tokens.isEmpty
                ? []
                : SegmentationDifference.lines("token", document[.tokens]?.spans ?? [], gold.tokens, document.text))
    }

    /// Walks both lists and closes a stretch wherever both have an end.
    private static func lines(_ kind: String, _ found: [Span], _ gold: [Span], _ text: Text) -> [String] {
        var lines: [String] = []
        var (left, right) = (0, 0)
        while left < found.count || right < gold.count {
            let (firstLeft, firstRight) = (left, right)
            var end = min(left < found.count ? found[left].end : .max, right < gold.count ? gold[right].end : .max)
            while true {
                // A span without a byte belongs to the stretch that ends where it stands.
                while left < found.count, found[left].start < end || found[left].end <= end { left += 1 }
                while right < gold.count, gold[right].start < end || gold[right].end <= end { right += 1 }
                let reach = max(
                    left > firstLeft ? found[left - 1].end : 0,
                    right > firstRight ? gold[right - 1].end : 0
                )
                if reach <= end { break }
                end = reach
            }
            let (ours, theirs) = (found[firstLeft..<left], gold[firstRight..<right])
            guard Array(ours) != Array(theirs) else { continue }
            lines.append("\(kind): gold \(pieces(theirs, text)) found \(pieces(ours, text))")
        }
        return lines
    }

    private static func pieces(_ spans: ArraySlice<Span>, _ text: Text) -> String {
        let shown = spans.map { span in text[span].map { $0.isNewline ? "⏎" : String($0) }.joined() }
        return "«" + shown.joined(separator: " | ") + "»"
    }
}
