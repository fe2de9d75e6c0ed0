import Postil

/// The document as columns, a token a line and a blank line behind each sentence, each shown layer as
/// `B-TYPE`, `I-TYPE` and `O`, or as `TYPE` where it has one annotation for each token. Where annotations of a
/// layer overlap, the first and longest counts.
struct CoNLLView: DocumentDrawing {
    func draw(_ context: ViewContext, write: (String) -> Bool) {
        guard let tokens = context.document[.tokens] else {
            _ = write("# this mode needs the layer 'tokens'\n")
            return
        }
        let hidden: Set<LayerName> = [LayerKey.tokens.name, LayerKey.sentences.name, LayerKey.paragraphs.name]
        let names = context.layers.filter { !hidden.contains($0) }
        let columns = ["ID", "FORM", "START", "END", "KIND"] + names.map { $0.rawValue.uppercased() }
        guard write("# columns = \(columns.joined(separator: " "))\n") else { return }
        let tags = names.map { self.tags(of: $0, tokens: tokens, context) }
        let sentenceEnds = Set((context.document[.sentences]?.spans ?? []).map(\.end))
        var number = 0
        for (index, token) in tokens.enumerated() {
            number += 1
            let cells =
                [
                    String(number), DisplayText.oneLine(context.document.text[token.span]),
                    String(context.offsets.offset(of: token.span.start)),
                    String(context.offsets.offset(of: token.span.end)), token.value.kind.name,
                ] + tags.map { $0[index] }
            let isLast = sentenceEnds.contains(token.span.end)
            guard write(cells.joined(separator: "\t") + (isLast ? "\n\n" : "\n")) else { return }
            if isLast { number = 0 }
        }
    }

    private func tags(of name: LayerName, tokens: Layer<Token>, _ context: ViewContext) -> [String] {
        var tags = Array(repeating: "O", count: tokens.count)
        guard let layer = context.document.layer(name) else { return tags }
        if layer.spans == tokens.spans { return layer.spans.indices.map { layer.type(at: $0) ?? "_" } }
        var covered: UInt32 = 0
        for (position, span) in layer.spans.enumerated() where span.start >= covered {
            let type = layer.type(at: position) ?? name.rawValue
            for (order, token) in tokens.overlapping(span).enumerated() {
                tags[token] = (order == 0 ? "B-" : "I-") + type
            }
            covered = span.end
        }
        return tags
    }
}
