import PostilCore

/// A list whose items stand one behind the other in one paragraph: `1) first 2) second`.
///
/// The paragraph must begin with a marker, and each further item with the marker that follows the one
/// before it.
struct InlineList {
    private let view: TokenView
    private let starts: [Int]
    private let textOffsets: [Int]

    /// The item in which the token asked about last stands.
    private var current = 0

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
    ///
    /// - Parameter token: A token of the paragraph, not before the one asked about last.
    /// - Complexity: O(1) over all tokens of the paragraph.
    mutating func decision(behind token: Int) -> BoundaryDecision? {
        while current + 1 < starts.count, starts[current + 1] <= token { current += 1 }
        if current + 1 < starts.count, starts[current + 1] == token + 1 { return .ends(.listItem) }
        return view.end(token) <= textOffsets[current] ? .goesOn(.opening) : nil
    }
}
