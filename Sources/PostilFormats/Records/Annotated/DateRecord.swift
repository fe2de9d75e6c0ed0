import PostilCore

/// A date, time, duration or recurrence of a record.
public struct DateRecord: Hashable, Sendable {
    /// The name by which other objects of the record refer to it.
    public var identifier: String

    /// Where it stands, in UTF-8 bytes of the text.
    public var span: Span

    /// The type of TIMEX3: DATE, TIME, DURATION or SET.
    public var kind: String

    /// What the words say by themselves, unresolved.
    public var expression: String?

    /// The resolved value of TIMEX3.
    public var value: String?

    /// The first instant that it may mean, in ISO 8601.
    public var earliest: String?

    /// The last instant that it may mean, in ISO 8601.
    public var latest: String?

    /// The unit in which it speaks, such as `day`.
    public var grain: String?

    /// The modifier of TIMEX3, such as `APPROX`.
    public var modifier: String?

    /// The time zone.
    public var zone: String?

    /// Whether the words can be read in another way.
    public var isAmbiguous: Bool

    /// The values of all readings, where there are several.
    public var candidates: [String]

    /// Who found it, and how sure.
    public var evidence: RecordEvidence

    /// Makes a date.
    public init(
        identifier: String,
        span: Span,
        kind: String,
        expression: String? = nil,
        value: String? = nil,
        earliest: String? = nil,
        latest: String? = nil,
        grain: String? = nil,
        modifier: String? = nil,
        zone: String? = nil,
        isAmbiguous: Bool = false,
        candidates: [String] = [],
        evidence: RecordEvidence
    ) {
        self.identifier = identifier
        self.span = span
        self.kind = kind
        self.expression = expression
        self.value = value
        self.earliest = earliest
        self.latest = latest
        self.grain = grain
        self.modifier = modifier
        self.zone = zone
        self.isAmbiguous = isAmbiguous
        self.candidates = candidates
        self.evidence = evidence
    }
}

extension DateRecord {
    init(_ object: JSONRawValue, _ places: RecordPlaces) throws(RecordError) {
        var fields = try RecordFields(object, .date)
        identifier = fields.string("id")
        span = try places.surface(&fields)
        kind = fields.string("type")
        expression = fields.optionalString("timex")
        value = fields.optionalString("value")
        earliest = fields.optionalString("from")
        latest = fields.optionalString("to")
        grain = fields.optionalString("grain")
        modifier = fields.optionalString("mod")
        zone = fields.optionalString("tz")
        isAmbiguous = fields.bool("ambiguous")
        candidates = try fields.strings("candidates")
        evidence = RecordEvidence(&fields)
    }

    func write(into writer: inout JSONWriter, _ places: RecordPlaces) {
        writer.beginObject()
        writer.key("id")
        writer.string(identifier)
        places.writeSurface(of: span, into: &writer)
        writer.key("type")
        writer.string(kind)
        writer.key("timex")
        writer.string(orNull: expression)
        writer.key("value")
        writer.string(orNull: value)
        writer.key("from")
        writer.string(orNull: earliest)
        writer.key("to")
        writer.string(orNull: latest)
        writer.key("grain")
        writer.string(orNull: grain)
        writer.key("mod")
        writer.string(orNull: modifier)
        writer.key("tz")
        writer.string(orNull: zone)
        writer.key("ambiguous")
        writer.bool(isAmbiguous)
        writer.list("candidates", candidates) { $1.string($0) }
        evidence.write(into: &writer)
        writer.endObject()
    }
}
