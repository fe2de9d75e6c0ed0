/// What the dates of a record were read against.
public struct RecordContext: Hashable, Sendable {
    /// The reference date, in ISO 8601.
    public var anchor: String?

    /// Where that came from, such as `field` or `dateline`.
    public var anchorSource: String?

    /// The order of day, month and year in dates of digits, such as `DMY`.
    public var dateOrder: String?

    /// Makes a context.
    public init(anchor: String? = nil, anchorSource: String? = nil, dateOrder: String? = nil) {
        self.anchor = anchor
        self.anchorSource = anchorSource
        self.dateOrder = dateOrder
    }
}

extension RecordContext {
    init(_ value: JSONRawValue) throws(RecordError) {
        var fields = try RecordFields(value, .context)
        anchor = fields.optionalString("anchor")
        anchorSource = fields.optionalString("anchor_source")
        dateOrder = fields.optionalString("date_order")
    }

    func write(into writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("anchor")
        writer.string(orNull: anchor)
        writer.key("anchor_source")
        writer.string(orNull: anchorSource)
        writer.key("date_order")
        writer.string(orNull: dateOrder)
        writer.endObject()
    }
}
