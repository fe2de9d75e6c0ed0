import PostilCore

/// A quotation of a record.
public struct QuoteRecord: Hashable, Sendable {
    /// The name by which other objects of the record refer to it.
    public var identifier: String

    /// From the first part to the last, in UTF-8 bytes of the text.
    public var span: Span

    /// How it is quoted: direct, indirect, mixed or a scare quotation.
    public var kind: String

    /// Its parts, marks included, in order.
    public var parts: [Span]

    /// What is between the marks.
    public var content: Span

    /// Whether the closing mark is there.
    public var isClosed: Bool

    /// The identifier of the quotation around it.
    public var parent: String?

    /// Its source.
    public var speaker: QuoteSpeakerRecord?

    /// The words that introduce it, such as *said*.
    public var cue: Span?

    /// How the source was found.
    public var attribution: String?

    /// Whether it is an attitude rather than words.
    public var isAttitude: Bool

    /// Who found it, and how sure.
    public var evidence: RecordEvidence

    /// Makes a quotation.
    public init(
        identifier: String,
        span: Span,
        kind: String,
        parts: [Span],
        content: Span,
        isClosed: Bool = true,
        parent: String? = nil,
        speaker: QuoteSpeakerRecord? = nil,
        cue: Span? = nil,
        attribution: String? = nil,
        isAttitude: Bool = false,
        evidence: RecordEvidence
    ) {
        self.identifier = identifier
        self.span = span
        self.kind = kind
        self.parts = parts
        self.content = content
        self.isClosed = isClosed
        self.parent = parent
        self.speaker = speaker
        self.cue = cue
        self.attribution = attribution
        self.isAttitude = isAttitude
        self.evidence = evidence
    }
}

extension QuoteRecord {
    init(_ object: JSONRawValue, _ places: RecordPlaces) throws(RecordError) {
        var fields = try RecordFields(object, .quote)
        identifier = fields.string("id")
        span = try places.surface(&fields)
        kind = fields.string("kind")
        parts = try fields.list("parts", places.span)
        content = try places.span(fields.integer("content_start"), fields.integer("content_end"))
        isClosed = fields.bool("closed")
        parent = fields.optionalString("parent")
        speaker = try fields.object("speaker") { value throws(RecordError) in
            try QuoteSpeakerRecord(value, places)
        }
        cue = try fields.object("cue", places.surface)
        attribution = fields.optionalString("attribution")
        isAttitude = fields.bool("attitude")
        evidence = RecordEvidence(&fields)
    }

    func write(into writer: inout JSONWriter, _ places: RecordPlaces) {
        writer.beginObject()
        writer.key("id")
        writer.string(identifier)
        places.writeSurface(of: span, into: &writer)
        writer.key("kind")
        writer.string(kind)
        writer.list("parts", parts) { places.write($0, into: &$1) }
        places.writeContentEnds(of: content, into: &writer)
        writer.key("closed")
        writer.bool(isClosed)
        writer.key("parent")
        writer.string(orNull: parent)
        writer.key("speaker")
        if let speaker { speaker.write(into: &writer, places) } else { writer.null() }
        writer.key("cue")
        if let cue { places.writeObject(ofSurface: cue, into: &writer) } else { writer.null() }
        writer.key("attribution")
        writer.string(orNull: attribution)
        writer.key("attitude")
        writer.bool(isAttitude)
        evidence.write(into: &writer)
        writer.endObject()
    }
}
