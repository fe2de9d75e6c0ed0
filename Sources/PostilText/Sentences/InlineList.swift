import PostilCore

/// A list whose items stand one behind the other in one paragraph: `1) first 2) second`.
///
/// The paragraph must begin with a marker, and each further item with the marker that follows the one
/// before it.
struct InlineList {
    private let view: TokenView
    private let starts: [Int]
    private let textOffsets: [Int]

    /// Finds the list that a paragraph is; nil where it does not begin with a marker, or has no second.
    init?(_ paragraph: Range<Int>, in view: TokenView) {
        guard let first = ListMarker(at: paragraph.lowerBound, in: view) else { return nil }
        var starts = [paragraph.lowerBound]
        var textOffsets = [first.end]
        var last = first
        for token in paragraph.dropFirst() where view.start(token) >= last.end && view.gap(after: token - 1) > 0 {
            guard let marker = ListMarker(at: token, in: view), last.isFollowed(by: marker) else { continue }
            starts.append(token)
            textOffsets.append(marker.end)
            last = marker
        }
        guard starts.count > 1 else { return nil }
        self.view = view
        self.starts = starts
        self.textOffsets = textOffsets
    }

    /// A sentence ends before an item and not within or behind its marker; nil for other gaps.
    func decision(behind token: Int) -> BoundaryDecision? {
        if starts.contains(token + 1) { return .ends(.listItem) }
        let isMarker = zip(starts, textOffsets).contains { start, offset in token >= start && view.end(token) <= offset
        }
        return isMarker ? .goesOn(.opening) : nil
    }
}
