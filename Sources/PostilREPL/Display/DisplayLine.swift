import PostilCore

/// A stretch of text that takes one row of the screen.
struct DisplayLine {
    /// What is drawn as one: a grapheme cluster, or the picture of a control character.
    struct Cell {
        let text: String
        let column: Int
        let width: Int
        /// The bytes of the document's text that it stands for.
        let span: Span
        let isSpace: Bool
    }

    /// The cells, in order.
    private(set) var cells: [Cell] = []

    /// The bytes of the row, with the line break or the white space at its end.
    private(set) var span: Span

    /// The column behind the last cell.
    var columns: Int { cells.last.map { $0.column + $0.width } ?? 0 }

    init(startingAt offset: UInt32) { span = Span(start: offset, end: offset) }

    /// The bytes of the cells.
    var contents: Span { Span(start: span.start, end: cells.last?.span.end ?? span.start) }

    mutating func append(_ text: String, width: Int, byteCount: Int, isSpace: Bool) {
        let end = span.end + UInt32(byteCount)
        cells.append(
            Cell(
                text: text,
                column: columns,
                width: width,
                span: Span(start: span.end, end: end),
                isSpace: isSpace
            )
        )
        span = Span(start: span.start, end: end)
    }

    /// Takes up bytes that are not drawn.
    mutating func skip(_ byteCount: Int) { span = Span(start: span.start, end: span.end + UInt32(byteCount)) }

    /// Gives up the cells from `index` on.
    mutating func cut(at index: Int) {
        guard index < cells.count else { return }
        span = Span(start: span.start, end: cells[index].span.start)
        cells.removeSubrange(index...)
    }

    /// The columns that `part` takes, cut to the row; an empty range where it is empty.
    func columns(of part: Span) -> Range<Int> {
        let first = firstCell(endingAfter: part.start)
        let start = first < cells.count ? cells[first].column : columns
        guard !part.isEmpty else { return start..<start }
        var last = firstCell(endingAfter: part.end)
        // A cell of which only a part belongs to the span is drawn as a whole.
        if last < cells.count, cells[last].span.start < part.end { last += 1 }
        let end = last < cells.count ? cells[last].column : columns
        return start..<max(start, end)
    }

    private func firstCell(endingAfter offset: UInt32) -> Int {
        var lower = 0
        var upper = cells.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if cells[middle].span.end <= offset { lower = middle + 1 } else { upper = middle }
        }
        return lower
    }
}
