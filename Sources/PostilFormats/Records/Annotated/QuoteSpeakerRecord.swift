import PostilCore

/// The source of a quotation of a record.
public struct QuoteSpeakerRecord: Hashable, Sendable {
    /// Where the words that name it stand, in UTF-8 bytes of the text.
    public var span: Span

    /// The identifier of the name that it is.
    public var entity: String?

    /// The fullest form of that name in the document.
    public var canonical: String?

    /// Makes a source.
    public init(
        span: Span,
        entity: String? = nil,
        canonical: String? = nil
    ) {
        self.span = span
        self.entity = entity
        self.canonical = canonical
    }
}

extension QuoteSpeakerRecord {
    init(_ object: JSONRawValue, _ places: RecordPlaces) throws(RecordError) {
        var fields = try RecordFields(object, .speaker)
        span = try places.surface(&fields)
        entity = fields.optionalString("entity")
        canonical = fields.optionalString("canonical")
    }

    func write(into writer: inout JSONWriter, _ places: RecordPlaces) {
        writer.beginObject()
        places.writeSurface(of: span, into: &writer)
        writer.key("entity")
        writer.string(orNull: entity)
        writer.key("canonical")
        writer.string(orNull: canonical)
        writer.endObject()
    }
}
