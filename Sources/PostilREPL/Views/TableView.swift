import Postil

/// Rows in columns that are as wide as their widest cell, the last cut to the screen.
struct TextTable {
    private var rows: [[String]] = []
    private let rightAligned: Set<Int>

    /// A table with the columns `header`, some of which, by position, are numbers.
    init(header: [String], rightAligned: Set<Int> = []) {
        rows = [header]
        self.rightAligned = rightAligned
    }

    /// Whether it has no row but the header.
    var isEmpty: Bool { rows.count < 2 }

    mutating func add(_ row: [String]) { rows.append(row.map(DisplayText.oneLine)) }

    /// The rows as lines of at most `width` columns. Where they would be wider, the wider of the last
    /// two columns gives way.
    func lines(width: Int, style: Style) -> [String] {
        let count = rows.map(\.count).max() ?? 0
        var widths = (0..<count).map { column in
            rows.map { column < $0.count ? DisplayWidth.columns(of: $0[column]) : 0 }.max() ?? 0
        }
        let gap = 2
        func total() -> Int { widths.reduce(0, +) + gap * max(0, count - 1) }
        let elastic = [count - 1, count - 2].filter { $0 > 0 }
        while total() > width, let widest = elastic.max(by: { widths[$0] < widths[$1] }), widths[widest] > 12 {
            widths[widest] -= 1
        }
        return rows.enumerated().map { index, row in
            var line = ""
            for (column, cell) in row.enumerated() {
                let cut = DisplayText.cut(cell, to: widths[column], ellipsis: style.glyphs.ellipsis)
                let isLast = column == row.count - 1
                line +=
                    rightAligned.contains(column)
                    ? DisplayText.paddedLeft(cut, to: widths[column])
                    : isLast ? cut : DisplayText.padded(cut, to: widths[column])
                if !isLast { line += String(repeating: " ", count: gap) }
            }
            while line.last == " " { line.removeLast() }
            return index == 0 ? style.paint(line, .bold) : line
        }
    }
}

extension ViewContext {
    /// Annotations as a table: number, place, layer, type, text, features.
    ///
    /// - Parameter annotations: Each with what names it.
    func table(of annotations: [(name: String, annotation: LayerAnnotation)]) -> TextTable {
        var table = TextTable(header: ["#", "span", "layer", "type", "text", "features"], rightAligned: [0, 1])
        for (name, annotation) in annotations {
            table.add([
                name, place(annotation.span), annotation.layerName.rawValue, annotation.type ?? "-", annotation.text,
                features(of: annotation),
            ])
        }
        return table
    }

    /// The features that a person wants to see, as `key=value`.
    func features(of annotation: LayerAnnotation) -> String {
        configuration.view(of: annotation.layerName).features(of: annotation)
            .map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }

    /// What names an annotation, with its layer.
    func title(of annotation: LayerAnnotation) -> String {
        let number = numbers.number(of: annotation.position, in: annotation.layerName)
        return (number.map { "\($0) " } ?? "") + annotation.layerName.rawValue
            + (number == nil ? ":\(annotation.position + 1)" : "")
    }

    /// What names an annotation: its number where it has one, else its layer and its number there.
    func name(of annotation: LayerAnnotation) -> String {
        numbers.number(of: annotation.position, in: annotation.layerName).map(String.init)
            ?? "\(annotation.layerName):\(annotation.position + 1)"
    }
}

/// The annotations as a table.
struct TableView: DocumentDrawing {
    func draw(_ context: ViewContext, write: (String) -> Bool) {
        let rows = context.annotations.map { (context.name(of: $0), $0) }
        for line in context.table(of: rows).lines(width: context.style.width, style: context.style) {
            guard write(line + "\n") else { return }
        }
    }
}
