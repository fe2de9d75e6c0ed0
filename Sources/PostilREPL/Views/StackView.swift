import PostilCore

/// The text with its annotations under it, each layer in lanes of its own, so that nesting and overlap
/// show.
///
/// A row of text begins with the offset of its first character. Under it an annotation is a frame as wide
/// as its text, with its number and what its layer's view calls it, in the frame or, where it is too
/// narrow, behind it.
struct StackView: DocumentDrawing {
    func draw(_ context: ViewContext, write: (String) -> Bool) {
        let document = context.document
        let layers = context.layers.compactMap { name in document.layer(name).map { (name, $0) } }
        var sweeps = layers.map { LayerSweep($0.1) }
        let gutter = gutterWidth(context, layers: layers.map(\.0))
        let width = context.style.width - gutter - 3
        for line in DisplayLines(text: document.text, width: width) {
            let touching = sweeps.indices.map { sweeps[$0].positions(in: line.span) }
            let row = row(
                of: line,
                layers: layers.indices.map { (layers[$0].1, touching[$0]) },
                context,
                layers.map(\.0)
            )
            let offset = DisplayText.paddedLeft(String(context.offsets.offset(of: line.span.start)), to: gutter)
            let start = gutterText(offset, context, color: .dim)
            guard write(DisplayText.trimmed(start + row) + "\n") else { return }
            for (index, (name, layer)) in layers.enumerated() where !touching[index].isEmpty {
                let frames = touching[index].compactMap { position in
                    frame(
                        LayerAnnotation(document: document, layerName: name, layer: layer, position: position),
                        line,
                        context
                    )
                }
                let lanes = lanes(of: frames, width: width, context, color: context.color(of: name))
                let label = StackView.shortName(name)
                for (row, lane) in lanes.enumerated() {
                    let label = DisplayText.paddedLeft(row == 0 ? label : "", to: gutter)
                    let color = context.color(of: name)
                    guard write(gutterText(label, context, color: color) + lane.text + "\n") else { return }
                }
            }
        }
    }

    /// A layer's name in the gutter: of a plugin's reverse-domain name the last part.
    static func shortName(_ name: LayerName) -> String {
        DisplayText.cut(name.rawValue.split(separator: ".").last.map(String.init) ?? name.rawValue, to: 12)
    }

    private func gutterWidth(_ context: ViewContext, layers: [LayerName]) -> Int {
        let offset = context.offsets.offset(of: UInt32(clamping: context.document.text.count))
        return layers.map { DisplayWidth.columns(of: StackView.shortName($0)) }.reduce(String(offset).count, max)
    }

    private func gutterText(_ text: String, _ context: ViewContext, color: Color) -> String {
        context.style.paint(text, color) + " " + context.style.paint(context.style.glyphs.gutter, .dim) + " "
    }

    /// The row of text, each cell in the colour of the innermost annotation over it.
    private func row(
        of line: DisplayLine,
        layers: [(layer: any AnyLayer, touching: [Int])],
        _ context: ViewContext,
        _ names: [LayerName]
    ) -> String {
        guard context.style.hasColors else { return line.cells.map(\.text).joined() }
        var colors: [Color?] = Array(repeating: nil, count: line.cells.count)
        var lengths = Array(repeating: Int.max, count: line.cells.count)
        for (index, (layer, touching)) in layers.enumerated() {
            for position in touching {
                let span = layer.spans[position]
                for cell in line.cells.indices
                where span.overlaps(line.cells[cell].span) && span.count <= lengths[cell] {
                    lengths[cell] = span.count
                    colors[cell] = context.color(of: names[index])
                }
            }
        }
        var text = ""
        var index = 0
        while index < line.cells.count {
            let color = colors[index]
            let end = colors[index...].firstIndex { $0 != color } ?? line.cells.count
            text += context.style.paint(line.cells[index..<end].map(\.text).joined(), color)
            index = end
        }
        return text
    }
}

extension StackView {
    /// An annotation's part of a row.
    private struct Frame {
        let columns: Range<Int>
        let beginsBefore: Bool
        let goesOn: Bool
        let label: String
    }

    private func frame(_ annotation: LayerAnnotation, _ line: DisplayLine, _ context: ViewContext) -> Frame? {
        let span = annotation.span
        let columns = line.columns(of: span)
        // Of an annotation that ends in the white space at the row's end nothing is left to draw.
        guard !columns.isEmpty || span.isEmpty else { return nil }
        let number = context.numbers.number(of: annotation.position, in: annotation.layerName).map(String.init) ?? ""
        let words = context.configuration.view(of: annotation.layerName).label(of: annotation)
        let label = span.start < line.span.start ? number : words.isEmpty ? number : "\(number) \(words)"
        return Frame(
            columns: columns,
            beginsBefore: span.start < line.span.start,
            goesOn: span.end > line.span.end,
            label: DisplayText.oneLine(label)
        )
    }

    /// Draws the frames in as few lanes as hold them without touching.
    private func lanes(of frames: [Frame], width: Int, _ context: ViewContext, color: Color) -> [Lane] {
        var lanes: [Lane] = []
        for frame in frames {
            let drawing = drawing(of: frame, width: width, context.style)
            let index = lanes.firstIndex { $0.isFree(from: drawing.column) } ?? lanes.count
            if index == lanes.count { lanes.append(Lane()) }
            lanes[index].append(context.style.paint(drawing.text, color), width: drawing.width, at: drawing.column)
        }
        return lanes
    }

    private func drawing(of frame: Frame, width: Int, _ style: Style) -> (text: String, column: Int, width: Int) {
        let glyphs = style.glyphs
        let columns = frame.columns.count
        let labelWidth = DisplayWidth.columns(of: frame.label)
        let first = frame.beginsBefore ? glyphs.backward : glyphs.open
        let last = frame.goesOn ? glyphs.onward : glyphs.close
        if columns >= labelWidth + 2 {
            let rest = String(repeating: glyphs.line, count: columns - labelWidth - 2)
            return (first + frame.label + rest + last, frame.columns.lowerBound, columns)
        }
        let shape =
            switch columns {
            case 0: glyphs.empty
            case 1: glyphs.single
            default: first + String(repeating: glyphs.line, count: columns - 2) + last
            }
        let shapeWidth = max(columns, 1)
        let room = width - frame.columns.lowerBound - shapeWidth
        if labelWidth <= room || room >= frame.columns.lowerBound - 1 {
            let label = DisplayText.cut(frame.label, to: max(room, 0), ellipsis: glyphs.ellipsis)
            let labelWidth = DisplayWidth.columns(of: label)
            return (shape + label, frame.columns.lowerBound, shapeWidth + labelWidth + (labelWidth > 0 ? 1 : 0))
        }
        // At the right edge the label stands before the frame.
        let label = DisplayText.cut(frame.label, to: frame.columns.lowerBound, ellipsis: glyphs.ellipsis)
        let start = frame.columns.lowerBound - DisplayWidth.columns(of: label)
        return (label + shape, start, DisplayWidth.columns(of: label) + shapeWidth)
    }
}
