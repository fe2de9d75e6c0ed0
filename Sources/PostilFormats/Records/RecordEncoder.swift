import PostilCore

/// Writes annotated documents as records, one line each.
///
/// The record of a document can be written at once, or, for one that is annotated part by part, in pieces: what
/// comes before the text, the text, ``writeContext(_:into:)``, the elements of each of the ``sections``, and the end.
public struct RecordEncoder: Sendable {
    let options: RecordOptions
    private let pipelineLabel: String
    let rules: [AnnotatorName: RuleTable]
    let writesEntities: Bool

    /// The arrays of a record, in order; those that are not asked for stay empty.
    public let sections: [RecordSection]

    private let asked: Set<LayerName>

    /// Prepares for the documents of one pipeline.
    public init(pipeline: Pipeline, options: RecordOptions = RecordOptions()) {
        self.options = options
        pipelineLabel = pipeline.label
        rules = Dictionary(uniqueKeysWithValues: pipeline.steps.map { ($0.name, $0.rules) })
        let keyed = Set(RecordSection.keyed.map(\.name) + RecordOptions.standardLayers)
        sections = RecordSection.keyed + options.layers.filter { !keyed.contains($0) }.map(RecordSection.layer)
        asked = Set(options.layers)
        writesEntities = asked.contains(LayerKey.entities.name)
    }

    /// The unit of offsets.
    public var offsetUnit: OffsetUnit { options.offsetUnit }

    /// Writes the record of an annotated document and a line end.
    ///
    /// - Complexity: O(length of the text + annotations written).
    public func encode(_ document: Document, input: InputDocument, into writer: inout JSONWriter) {
        writeOpening(of: input, status: "ok", into: &writer)
        writer.string(document.text.bytes)
        var context = RecordContext(input.context)
        context.add(document)
        writeContext(context, into: &writer)
        writeSections(into: &writer) { section, writer in
            writeElements(of: section, in: document, at: RecordPlace(), into: &writer)
        }
        let failures = document.failures.map { RecordFailure($0, line: input.line) }
        writeClosing(of: input, warnings: failures, error: nil, into: &writer)
    }

    /// Writes the record of a document that could not be annotated, and a line end.
    public func encode(_ failure: RecordFailure, input: InputDocument, into writer: inout JSONWriter) {
        writeOpening(of: input, status: "error", into: &writer)
        writer.string([])
        writeContext(RecordContext(input.context), into: &writer)
        for section in RecordSection.keyed {
            section.key.map { writer.key($0) }
            writer.beginArray()
            writer.endArray()
        }
        writer.key("layers")
        writer.beginArray()
        writer.endArray()
        writeClosing(of: input, warnings: [], error: failure, into: &writer)
    }
}

extension RecordEncoder {
    /// Writes what comes before the text; the text is to follow as a string.
    public func writeOpening(of input: InputDocument, status: StaticString, into writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("schema")
        writer.string(RecordSchema.version)
        writer.key("id")
        writer.string(input.identifier)
        writer.key("status")
        writer.string(status)
        writer.key("text")
    }

    /// Writes what comes between the text and the arrays.
    public func writeContext(_ context: RecordContext, into writer: inout JSONWriter) {
        writer.key("offset_unit")
        writer.string(options.offsetUnit.rawValue)
        writer.key("context")
        context.write(into: &writer)
        writer.key("pipeline")
        writer.string(pipelineLabel)
    }

    /// Writes the arrays.
    ///
    /// - Parameter elements: Writes what a section holds.
    public func writeSections<Failure: Error>(
        into writer: inout JSONWriter,
        elements: (RecordSection, inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        for section in RecordSection.keyed {
            section.key.map { writer.key($0) }
            writer.beginArray()
            try elements(section, &writer)
            writer.endArray()
        }
        writer.key("layers")
        writer.beginArray()
        for section in sections.dropFirst(RecordSection.keyed.count) {
            writer.beginObject()
            writer.key("name")
            writer.string(section.name.rawValue)
            writer.key("annotations")
            writer.beginArray()
            try elements(section, &writer)
            writer.endArray()
            writer.endObject()
        }
        writer.endArray()
    }

    /// Writes the annotations of `document` that a section holds, with commas between.
    ///
    /// - Parameter place: What stands before the document in the record.
    /// - Complexity: O(length of the text + annotations written).
    public func writeElements(
        of section: RecordSection,
        in document: Document,
        at place: RecordPlace,
        into writer: inout JSONWriter
    ) {
        guard asked.contains(section.name) else { return }
        switch section {
        case .sentences: writeSentences(of: document, at: place, into: &writer)
        case .dates: writeDates(of: document, at: place, into: &writer)
        case .numbers: writeNumbers(of: document, at: place, into: &writer)
        case .entities: writeEntities(of: document, at: place, into: &writer)
        case .quotes: writeQuotes(of: document, at: place, into: &writer)
        case .sentiment: writeSentiment(of: document, at: place, into: &writer)
        case .tokens: writeTokens(of: document, at: place, into: &writer)
        case .layer(let name): write(layer: name, of: document, at: place, into: &writer)
        }
    }

    /// Writes what comes behind the arrays, and a line end.
    public func writeClosing(
        of input: InputDocument,
        warnings: [RecordFailure],
        error: RecordFailure?,
        into writer: inout JSONWriter
    ) {
        writer.key("warnings")
        writer.beginArray()
        for warning in input.warnings + warnings { warning.write(into: &writer) }
        writer.endArray()
        writer.key("error")
        if let error { error.write(into: &writer) } else { writer.null() }
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
}

extension JSONWriter {
    mutating func string(orNull text: String?) {
        if let text { string(text) } else { null() }
    }
}
