import PostilCore

/// A token of a record.
public struct TokenRecord: Hashable, Sendable {
    /// Where it stands, in UTF-8 bytes of the text.
    public var span: Span

    /// The kind, such as `word`.
    public var kind: String

    /// The universal tag.
    public var universal: String?

    /// The tag of the Penn Treebank.
    public var penn: String?

    /// The lemma.
    public var lemma: String?

    /// Makes a token.
    public init(
        span: Span,
        kind: String = "word",
        universal: String? = nil,
        penn: String? = nil,
        lemma: String? = nil
    ) {
        self.span = span
        self.kind = kind
        self.universal = universal
        self.penn = penn
        self.lemma = lemma
    }
}

extension TokenRecord {
    init(_ object: JSONRawValue, _ places: RecordPlaces) throws(RecordError) {
        var fields = try RecordFields(object, .token)
        span = try places.surface(&fields)
        kind = fields.string("kind")
        universal = fields.optionalString("upos")
        penn = fields.optionalString("xpos")
        lemma = fields.optionalString("lemma")
    }

    func write(into writer: inout JSONWriter, _ places: RecordPlaces) {
        writer.beginObject()
        places.writeSurface(of: span, into: &writer)
        writer.key("kind")
        writer.string(kind)
        writer.key("upos")
        writer.string(orNull: universal)
        writer.key("xpos")
        writer.string(orNull: penn)
        writer.key("lemma")
        writer.string(orNull: lemma)
        writer.endObject()
    }
}
