import PostilCore

/// Writes annotated documents as records, one line each.
public struct RecordEncoder: Sendable {
    let options: RecordOptions
    private let pipelineLabel: String
    let rules: [AnnotatorName: RuleTable]
    private let extraLayers: [LayerName]
    private let writesSentences: Bool
    private let writesTokens: Bool
    let writesNumbers: Bool
    private let writesDates: Bool
    let writesEntities: Bool
    private let writesQuotes: Bool
    private let writesSentiment: Bool

    /// Prepares for the documents of one pipeline.
    public init(pipeline: Pipeline, options: RecordOptions = RecordOptions()) {
        self.options = options
        pipelineLabel = pipeline.label
        rules = Dictionary(uniqueKeysWithValues: pipeline.steps.map { ($0.name, $0.rules) })
        let standard = Set(RecordOptions.standardLayers + [LayerKey.tokens.name])
        extraLayers = options.layers.filter { !standard.contains($0) }
        writesSentences = options.layers.contains(LayerKey.sentences.name)
        writesTokens = options.layers.contains(LayerKey.tokens.name)
        writesDates = options.layers.contains(LayerKey.dates.name)
        writesNumbers = options.layers.contains(LayerKey.numbers.name)
        writesEntities = options.layers.contains(LayerKey.entities.name)
        writesQuotes = options.layers.contains(LayerKey.quotes.name)
        writesSentiment = options.layers.contains(LayerKey.sentiment.name)
    }

    /// Writes the record of an annotated document and a line end.
    ///
    /// - Complexity: O(length of the text + annotations written).
    public func encode(_ document: Document, input: InputDocument, into writer: inout JSONWriter) {
        begin(input, status: "ok", document: document, into: &writer)
        writer.key("sentences")
        writer.beginArray()
        if writesSentences, let sentences = document[.sentences] {
            var cursor = OffsetCursor(text: document.text, unit: options.offsetUnit)
            for span in sentences.spans {
                writer.beginObject()
                writeEnds(of: span, cursor: &cursor, into: &writer)
                writer.endObject()
            }
        }
        writer.endArray()
        writer.key("dates")
        writer.beginArray()
        if writesDates { writeDates(of: document, into: &writer) }
        writer.endArray()
        writeNumbers(of: document, into: &writer)
        writer.key("entities")
        writer.beginArray()
        if writesEntities { writeEntities(of: document, into: &writer) }
        writer.endArray()
        writer.key("quotes")
        writer.beginArray()
        if writesQuotes { writeQuotes(of: document, into: &writer) }
        writer.endArray()
        writer.key("sentiment")
        writer.beginArray()
        if writesSentiment { writeSentiment(of: document, into: &writer) }
        writer.endArray()
        writer.key("tokens")
        writer.beginArray()
        if writesTokens { writeTokens(of: document, into: &writer) }
        writer.endArray()
        writer.key("layers")
        writer.beginArray()
        for name in extraLayers {
            write(layer: name, of: document, into: &writer)
        }
        writer.endArray()
        let failures = document.failures.map { RecordFailure($0, line: input.line) }
        end(input, warnings: input.warnings + failures, error: nil, into: &writer)
    }

    /// Writes the record of a document that could not be annotated, and a line end.
    public func encode(_ failure: RecordFailure, input: InputDocument, into writer: inout JSONWriter) {
        begin(input, status: "error", document: nil, into: &writer)
        writeEmptyLayers(["sentences"], into: &writer)
        writeEmptyLayers(
            ["dates", "numbers", "entities", "quotes", "sentiment", "tokens", "layers"],
            into: &writer
        )
        end(input, warnings: input.warnings, error: failure, into: &writer)
    }
}

extension RecordEncoder {
    private func begin(_ input: InputDocument, status: StaticString, document: Document?, into writer: inout JSONWriter)
    {
        writer.beginObject()
        writer.key("schema")
        writer.string(RecordSchema.version)
        writer.key("id")
        writer.string(input.identifier)
        writer.key("status")
        writer.string(status)
        writer.key("text")
        writer.string(document?.text.bytes ?? [])
        writer.key("offset_unit")
        writer.string(options.offsetUnit.rawValue)
        writer.key("context")
        writeContext(input.context, of: document, into: &writer)
        writer.key("pipeline")
        writer.string(pipelineLabel)
    }

    private func writeEmptyLayers(_ keys: [StaticString], into writer: inout JSONWriter) {
        for key in keys {
            writer.key(key)
            writer.beginArray()
            writer.endArray()
        }
    }

    private func end(
        _ input: InputDocument,
        warnings: [RecordFailure],
        error: RecordFailure?,
        into writer: inout JSONWriter
    ) {
        writer.key("warnings")
        writer.beginArray()
        for warning in warnings { write(warning, into: &writer) }
        writer.endArray()
        writer.key("error")
        if let error { write(error, into: &writer) } else { writer.null() }
        writer.key("meta")
        writer.beginObject()
        if !input.meta.isEmpty { input.meta.withUnsafeBufferPointer { writer.raw($0) } }
        writer.endObject()
        if let sequence = input.sequence {
            writer.key("seq")
            writer.integer(sequence)
        }
        writer.endObject()
        writer.newline()
    }

    @inline(__always)
    func writeEnds(of span: Span, cursor: inout OffsetCursor, into writer: inout JSONWriter) {
        writer.key("start")
        writer.integer(cursor.offset(of: span.start))
        writer.key("end")
        writer.integer(cursor.offset(of: span.end))
    }

    /// Writes a layer that has no key of its own in the record, in the general form.
    private func write(layer name: LayerName, of document: Document, into writer: inout JSONWriter) {
        let map = OffsetMap(text: document.text, unit: options.offsetUnit)
        writer.beginObject()
        writer.key("name")
        writer.string(name.rawValue)
        writer.key("annotations")
        writer.beginArray()
        if let layer = document.layer(name), let provider = document.provider(of: name) {
            for (position, span) in layer.spans.enumerated() {
                writer.beginObject()
                writer.key("start")
                writer.integer(map.offset(of: span.start))
                writer.key("end")
                writer.integer(map.offset(of: span.end))
                writer.key("text")
                writer.string(document.text[span])
                writer.key("type")
                writer.string(orNull: layer.type(at: position))
                writer.key("features")
                writer.beginArray()
                let features = layer.features(at: position) { span in
                    Span(start: map.offset(of: span.start), end: map.offset(of: span.end))
                }
                for feature in features {
                    writer.beginObject()
                    writer.key("key")
                    writer.string(feature.key)
                    writer.key("value")
                    writer.string(feature.value)
                    writer.endObject()
                }
                writer.endArray()
                writer.key("score")
                if let score = layer.score(at: position) { writer.double(Double(score)) } else { writer.null() }
                writer.key("source")
                writer.string(provider.rawValue)
                writer.key("rule")
                writer.string(orNull: rules[provider]?[layer.rule(at: position)]?.name)
                writer.endObject()
            }
        }
        writer.endArray()
        writer.endObject()
    }

    private func write(_ failure: RecordFailure, into writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("code")
        writer.string(failure.code.rawValue)
        writer.key("annotator")
        writer.string(orNull: failure.annotator?.rawValue)
        writer.key("message")
        writer.string(failure.message)
        writer.key("line")
        if let line = failure.line { writer.integer(line) } else { writer.null() }
        writer.endObject()
    }
}

extension JSONWriter {
    mutating func string(orNull text: String?) {
        if let text { string(text) } else { null() }
    }
}
