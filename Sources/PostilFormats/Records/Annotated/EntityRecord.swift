import PostilCore

/// A name of a record.
public struct EntityRecord: Hashable, Sendable {
    /// The name by which other objects of the record refer to it.
    public var identifier: String

    /// Where it stands, in UTF-8 bytes of the text.
    public var span: Span

    /// The type of OntoNotes, such as PERSON.
    public var kind: String

    /// The fullest form of the name in the document.
    public var canonical: String?

    /// What mentions of one bearer share.
    public var cluster: String?

    /// The identifier in a gazetteer.
    public var link: String?

    /// Who found it, and how sure.
    public var evidence: RecordEvidence

    /// Makes a name.
    public init(
        identifier: String,
        span: Span,
        kind: String,
        canonical: String? = nil,
        cluster: String? = nil,
        link: String? = nil,
        evidence: RecordEvidence
    ) {
        self.identifier = identifier
        self.span = span
        self.kind = kind
        self.canonical = canonical
        self.cluster = cluster
        self.link = link
        self.evidence = evidence
    }
}

extension EntityRecord {
    init(_ object: JSONRawValue, _ places: RecordPlaces) throws(RecordError) {
        var fields = try RecordFields(object, .entity)
        identifier = fields.string("id")
        span = try places.surface(&fields)
        kind = fields.string("type")
        canonical = fields.optionalString("canonical")
        cluster = fields.optionalString("cluster")
        link = fields.optionalString("link")
        evidence = RecordEvidence(&fields)
    }

    func write(into writer: inout JSONWriter, _ places: RecordPlaces) {
        writer.beginObject()
        writer.key("id")
        writer.string(identifier)
        places.writeSurface(of: span, into: &writer)
        writer.key("type")
        writer.string(kind)
        writer.key("canonical")
        writer.string(orNull: canonical)
        writer.key("cluster")
        writer.string(orNull: cluster)
        writer.key("link")
        writer.string(orNull: link)
        evidence.write(into: &writer)
        writer.endObject()
    }
}
