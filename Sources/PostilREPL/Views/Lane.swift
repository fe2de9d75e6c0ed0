/// A row of frames and labels under a row of text, filled from left to right.
struct Lane {
    private var row = ""
    private(set) var columns = 0

    /// Whether `column` is free and all behind it.
    func isFree(from column: Int) -> Bool { column >= columns }

    /// Draws `text`, which takes `width` columns, at `column`.
    mutating func append(_ text: String, width: Int, at column: Int) {
        row += String(repeating: " ", count: max(0, column - columns)) + text
        columns = max(column, columns) + width
    }

    /// The row.
    var text: String { row }
}
