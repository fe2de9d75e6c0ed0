import PostilCore
import PostilFormats

/// Writes what a plugin's program is asked: a line for each document, with the text, the context, and the layers
/// that the plugin reads, no others.
struct RequestWriter: Sendable {
    let offsetUnit: OffsetUnit
    /// The layers that are sent, where the document has them.
    let layers: [LayerName]

    /// Writes the line of a document, or of a question about it.
    ///
    /// - Parameters:
    ///   - number: What the answer has to name.
    ///   - question: What is asked; nil where annotations are wanted.
    func write(
        _ document: DocumentView,
        number: Int,
        question: Question? = nil,
        into writer: inout JSONWriter
    ) {
        writer.beginObject()
        writer.key("document")
        writer.integer(number)
        writer.key("text")
        writer.string(document.text.bytes)
        writer.key("context")
        write(document.context, into: &writer)
        writer.key("layers")
        writer.beginArray()
        if !layers.isEmpty || question != nil {
            let map = OffsetMap(text: document.text, unit: offsetUnit)
            for name in layers {
                guard let layer = try? document.layer(ifPresent: name) else { continue }
                LayerWriter.write(layer, name: name, map: map, rules: nil, into: &writer)
            }
            writer.endArray()
            if let question { write(question, map: map, into: &writer) }
        } else {
            writer.endArray()
        }
        writer.endObject()
        writer.newline()
    }

    private func write(_ context: DocumentContext, into writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("reference_date")
        if let date = context.referenceDate { writer.string(date) } else { writer.null() }
        writer.key("reference_date_source")
        if let source = context.referenceDateSource { writer.string(source) } else { writer.null() }
        writer.key("language")
        writer.string(context.language)
        writer.key("fields")
        writer.beginObject()
        if !context.fields.isEmpty {
            for (key, value) in context.fields.sorted(by: { $0.key < $1.key }) {
                writer.key(escaping: key)
                writer.string(value)
            }
        }
        writer.endObject()
        writer.endObject()
    }

    private func write(_ question: Question, map: OffsetMap, into writer: inout JSONWriter) {
        let span = map.span(of: question.span)
        writer.key("question")
        writer.beginObject()
        writer.key("layer")
        writer.string(question.layer.rawValue)
        writer.key("start")
        writer.integer(span.start)
        writer.key("end")
        writer.integer(span.end)
        writer.key("position")
        if let position = question.position { writer.integer(position) } else { writer.null() }
        writer.endObject()
    }
}
