import Postil

/// The document as a page of HTML that stands alone: the text with what covers it marked, and a table.
///
/// Annotations may cross, which elements cannot, so the text is cut wherever one begins or ends; a piece
/// names all that cover it, and the table says the rest.
struct HTMLView: DocumentDrawing {
    func draw(_ context: ViewContext, write: (String) -> Bool) {
        let title = HTMLView.escaped(context.document.identifier.isEmpty ? "Postil" : context.document.identifier)
        guard
            write(
                """
                <!DOCTYPE html>
                <html lang="en">
                <meta charset="utf-8">
                <title>\(title)</title>
                <style>
                body { font: 1rem/1.8 serif; max-width: 60rem; margin: 2rem auto; }
                .text { white-space: pre-wrap; }
                .text span { border-bottom: 2px solid; }
                table { border-collapse: collapse; font: 0.85rem sans-serif; }
                td, th { border: 1px solid #ccc; padding: 0.2rem 0.5rem; text-align: left; }

                """
            )
        else { return }
        for (index, name) in context.layers.enumerated() {
            let color = HTMLView.colors[index % HTMLView.colors.count]
            guard write(".l\(index) { border-color: \(color) !important; } /* \(HTMLView.escaped(name.rawValue)) */\n")
            else { return }
        }
        guard write("</style>\n<div class=\"text\">") else { return }
        guard drawText(context, write: write) else { return }
        guard write("</div>\n<table>\n<tr><th>#<th>span<th>layer<th>type<th>text<th>features\n") else { return }
        for annotation in context.annotations {
            let cells = [
                context.name(of: annotation), context.place(annotation.span), annotation.layerName.rawValue,
                annotation.type ?? "", annotation.text, context.features(of: annotation),
            ]
            guard write("<tr>" + cells.map { "<td>" + HTMLView.escaped($0) }.joined() + "\n") else { return }
        }
        _ = write("</table>\n</html>\n")
    }

    private static let colors = ["#0b7285", "#e67700", "#862e9c", "#2b8a3e", "#1864ab", "#c92a2a"]

    private func drawText(_ context: ViewContext, write: (String) -> Bool) -> Bool {
        let annotations = Array(context.annotations)
        var cuts = Set([0, UInt32(clamping: context.document.text.count)])
        for annotation in annotations { cuts.formUnion([annotation.span.start, annotation.span.end]) }
        let ordered = cuts.sorted()
        var next = 0
        var open: [Int] = []
        for (start, end) in zip(ordered, ordered.dropFirst()) {
            open.removeAll { annotations[$0].span.end <= start }
            while next < annotations.count, annotations[next].span.start <= start {
                if annotations[next].span.end > start { open.append(next) }
                next += 1
            }
            let text = HTMLView.escaped(context.document.text[Span(start: start, end: end)])
            guard let inner = open.min(by: { annotations[$0].span.count <= annotations[$1].span.count }) else {
                guard write(text) else { return false }
                continue
            }
            let title = open.map { index in
                let annotation = annotations[index]
                let label = context.configuration.view(of: annotation.layerName).label(of: annotation)
                return "\(index + 1) \(annotation.layerName)" + (label.isEmpty ? "" : " \(label)")
            }
            let layer = context.layers.firstIndex(of: annotations[inner].layerName) ?? 0
            let element = "<span class=\"l\(layer)\" title=\"\(HTMLView.escaped(title.joined(separator: "; ")))\">"
            guard write(element + text + "</span>") else { return false }
        }
        return true
    }

    /// `text` with references in place of the characters that HTML reserves.
    static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
    }
}
