import Postil

/// The text with its annotations in it: `{1 dates DATE 2014-06-17: 17 June 2014}`.
///
/// A closing bracket belongs to the annotation that was opened last; where spans cross, the number of the
/// annotation stands behind it.
struct InlineView: DocumentDrawing {
    func draw(_ context: ViewContext, write: (String) -> Bool) {
        let text = context.document.text
        var open: [(number: Int, end: UInt32, color: Color)] = []
        var position: UInt32 = 0
        var output = ""

        /// Writes up to `offset`, closing what ends on the way.
        func advance(to offset: UInt32) {
            while let next = open.map(\.end).min(), next <= offset {
                output += DisplayText.printable(text[Span(start: position, end: next)])
                position = next
                for index in open.indices.reversed() where open[index].end == next {
                    let isLast = index == open.count - 1
                    output += context.style.paint(isLast ? "}" : "}\(open[index].number)", open[index].color)
                    open.remove(at: index)
                }
            }
            output += DisplayText.printable(text[Span(start: position, end: max(offset, position))])
            position = max(offset, position)
        }

        for (index, annotation) in context.annotations.enumerated() {
            advance(to: annotation.span.start)
            let words = context.configuration.view(of: annotation.layerName).label(of: annotation)
            let label = "\(index + 1) \(annotation.layerName)" + (words.isEmpty ? "" : " \(words)")
            let color = context.color(of: annotation.layerName)
            output += context.style.paint("{\(DisplayText.oneLine(label)):", color) + " "
            open.append((index + 1, annotation.span.end, color))
            if annotation.span.isEmpty { advance(to: annotation.span.end) }
            if output.utf8.count > 1 << 14 {
                guard write(output) else { return }
                output = ""
            }
        }
        advance(to: UInt32(clamping: text.count))
        _ = write(output + (output.hasSuffix("\n") ? "" : "\n"))
    }
}
