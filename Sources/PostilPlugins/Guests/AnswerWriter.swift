import PostilCore
import PostilFormats

/// Writes an annotator's answers to a host, with offsets in UTF-8 bytes.
struct AnswerWriter {
    private let provides: [AnyLayerKey]
    private let rules: RuleTable

    init(_ annotator: any Annotator) {
        provides = annotator.provides
        rules = annotator.rules
    }

    /// Writes the layers of an annotated document.
    func write(_ document: Document, number: Int, into writer: inout JSONWriter) {
        begin(number, &writer)
        writer.key("layers")
        writer.beginArray()
        let map = OffsetMap(text: document.text, unit: .utf8)
        for key in provides {
            guard let layer = document.layer(key.name) else { continue }
            LayerWriter.write(layer, name: key.name, map: map, rules: rules, into: &writer)
        }
        writer.endArray()
        if !document.failures.isEmpty {
            writer.key("warnings")
            writer.beginArray()
            for failure in document.failures { writer.string(failure.message) }
            writer.endArray()
        }
        end(&writer)
    }

    /// Writes why a document or a question could not be answered.
    func write(_ error: AnnotationError, number: Int, into writer: inout JSONWriter) {
        begin(number, &writer)
        writer.key("error")
        writer.string("\(error.code): " + (error.layer.map { "layer '\($0)': " } ?? "") + error.message)
        end(&writer)
    }

    /// Writes the answer to a question.
    func write(_ explanation: Explanation?, number: Int, into writer: inout JSONWriter) {
        begin(number, &writer)
        writer.key("explanation")
        if let explanation {
            ExplanationCoding(map: OffsetMap(text: "", unit: .utf8)).write(explanation, into: &writer)
        } else {
            writer.null()
        }
        end(&writer)
    }

    private func begin(_ number: Int, _ writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("document")
        writer.integer(number)
    }

    private func end(_ writer: inout JSONWriter) {
        writer.endObject()
        writer.newline()
    }
}
