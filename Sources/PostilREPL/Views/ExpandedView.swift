import Postil

/// All that is known of one annotation, a property a line.
enum ExpandedView {
    static func text(of annotation: LayerAnnotation, _ context: ViewContext) -> String {
        let style = context.style
        let heading = "\(context.title(of: annotation)) \(context.place(annotation.span))"
        var lines = [style.paint(heading, context.color(of: annotation.layerName))]
        var properties: [(String, String)] = [("text", annotation.text)]
        if let type = annotation.type { properties.append(("type", type)) }
        properties += annotation.features.map { ($0.key, $0.value) }
        if let score = annotation.layer.score(at: annotation.position) { properties.append(("score", "\(score)")) }
        if let rule = context.rule(of: annotation) { properties.append(("rule", "\(rule.name): \(rule.summary)")) }
        if let provider = context.document.provider(of: annotation.layerName) {
            properties.append(("made by", provider.rawValue))
        }
        let width = properties.map { DisplayWidth.columns(of: $0.0) }.max() ?? 0
        for (key, value) in properties {
            let value = DisplayText.cut(DisplayText.oneLine(value), to: max(style.width - width - 4, 20))
            lines.append("  \(DisplayText.padded(key, to: width))  \(value)")
        }
        return lines.joined(separator: "\n")
    }
}
