/// A table for reading: columns under their heads, numbers to the right.
struct TextTable {
    private var rows: [[String]] = []
    private let textColumns: Int

    /// - Parameter textColumns: How many columns, from the left, hold words.
    init(_ heads: [String], textColumns: Int = 1) {
        self.textColumns = textColumns
        rows.append(heads)
    }

    mutating func add(_ cells: [String]) { rows.append(cells) }

    /// Whether it has heads alone.
    var isEmpty: Bool { rows.count == 1 }

    /// The lines, without white space at their ends.
    var lines: [String] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                let space = String(repeating: " ", count: widths[column] - cell.count)
                line += (column == 0 ? "" : "  ") + (column < textColumns ? cell + space : space + cell)
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
