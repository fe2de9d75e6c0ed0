import PostilCore

/// What a record says of the dates of its document: what they refer to, and how those in digits are read.
public struct RecordContext: Hashable, Sendable {
    /// The reference date: the caller's, or the one that the dates were resolved against.
    public var anchor: String?

    /// Where ``anchor`` comes from.
    public var anchorSource: String?

    /// The order of dates in digits, where one shows it.
    public var dateOrder: String?

    /// Makes a context.
    public init(anchor: String? = nil, anchorSource: String? = nil, dateOrder: String? = nil) {
        self.anchor = anchor
        self.anchorSource = anchorSource
        self.dateOrder = dateOrder
    }

    /// What the caller says.
    public init(_ context: DocumentContext) {
        anchor = context.referenceDate
        anchorSource = context.referenceDateSource
    }

    /// Adds what the dates of a document, or of its next part, say.
    public mutating func add(_ document: Document) {
        guard let dates = document[.dates] else { return }
        if anchor == nil, let own = dates.values.first(where: { $0.anchor != nil && $0.anchorSource != "mention" }) {
            anchor = own.anchor
            anchorSource = own.anchorSource
        }
        if dateOrder == nil { dateOrder = dates.values.lazy.compactMap(\.digitOrder).first }
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
