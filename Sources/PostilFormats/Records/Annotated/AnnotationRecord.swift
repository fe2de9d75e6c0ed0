import PostilCore

/// An annotation of a layer that has no key of its own in a record.
public struct AnnotationRecord: Hashable, Sendable {
    /// Where it stands, in UTF-8 bytes of the text.
    public var span: Span

    /// The type and the features; ``OpenValue`` says which of them hold places of the text.
    public var value: OpenValue

    /// Who found it, and how sure.
    public var evidence: RecordEvidence

    /// Makes an annotation.
    public init(
        span: Span,
        value: OpenValue,
        evidence: RecordEvidence
    ) {
        self.span = span
        self.value = value
        self.evidence = evidence
    }
}

extension AnnotationRecord {
    init(_ object: JSONRawValue, _ places: RecordPlaces) throws(RecordError) {
        var fields = try RecordFields(object, .annotation)
        span = try places.surface(&fields)
        value = try places.value(&fields)
        evidence = RecordEvidence(&fields)
    }

    func write(into writer: inout JSONWriter, _ places: RecordPlaces) {
        writer.beginObject()
        places.writeSurface(of: span, into: &writer)
        places.write(value, into: &writer)
        evidence.write(into: &writer)
        writer.endObject()
    }
}
