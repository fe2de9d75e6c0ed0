import PostilCore

/// A number, amount or quantity of a record; decimals are exact, as text.
public struct NumberRecord: Hashable, Sendable {
    /// The name by which other objects of the record refer to it.
    public var identifier: String

    /// Where it stands, in UTF-8 bytes of the text.
    public var span: Span

    /// The type of OntoNotes: CARDINAL, ORDINAL, PERCENT, MONEY or QUANTITY.
    public var kind: String

    /// The value.
    public var value: String?

    /// The lower bound.
    public var low: String?

    /// The upper bound.
    public var high: String?

    /// How the words qualify the value, such as `at_least`.
    public var approximation: String?

    /// The unit in UCUM.
    public var unit: String?

    /// The currency in ISO 4217.
    public var currency: String?

    /// The value in base units.
    public var baseValue: String?

    /// The base unit.
    public var baseUnit: String?

    /// Who found it, and how sure.
    public var evidence: RecordEvidence

    /// Makes a number.
    public init(
        identifier: String,
        span: Span,
        kind: String,
        value: String? = nil,
        low: String? = nil,
        high: String? = nil,
        approximation: String? = nil,
        unit: String? = nil,
        currency: String? = nil,
        baseValue: String? = nil,
        baseUnit: String? = nil,
        evidence: RecordEvidence
    ) {
        self.identifier = identifier
        self.span = span
        self.kind = kind
        self.value = value
        self.low = low
        self.high = high
        self.approximation = approximation
        self.unit = unit
        self.currency = currency
        self.baseValue = baseValue
        self.baseUnit = baseUnit
        self.evidence = evidence
    }
}

extension NumberRecord {
    init(_ object: JSONRawValue, _ places: RecordPlaces) throws(RecordError) {
        var fields = try RecordFields(object, .number)
        identifier = fields.string("id")
        span = try places.surface(&fields)
        kind = fields.string("kind")
        value = fields.optionalString("value")
        low = fields.optionalString("low")
        high = fields.optionalString("high")
        approximation = fields.optionalString("approx")
        unit = fields.optionalString("unit")
        currency = fields.optionalString("currency")
        baseValue = fields.optionalString("base_value")
        baseUnit = fields.optionalString("base_unit")
        evidence = RecordEvidence(&fields)
    }

    func write(into writer: inout JSONWriter, _ places: RecordPlaces) {
        writer.beginObject()
        writer.key("id")
        writer.string(identifier)
        places.writeSurface(of: span, into: &writer)
        writer.key("kind")
        writer.string(kind)
        writer.key("value")
        writer.string(orNull: value)
        writer.key("low")
        writer.string(orNull: low)
        writer.key("high")
        writer.string(orNull: high)
        writer.key("approx")
        writer.string(orNull: approximation)
        writer.key("unit")
        writer.string(orNull: unit)
        writer.key("currency")
        writer.string(orNull: currency)
        writer.key("base_value")
        writer.string(orNull: baseValue)
        writer.key("base_unit")
        writer.string(orNull: baseUnit)
        evidence.write(into: &writer)
        writer.endObject()
    }
}
