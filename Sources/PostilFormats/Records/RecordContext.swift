import PostilCore

/// What a record says of the dates of its document: what they refer to, and how those in digits are read.
public struct RecordContext: Hashable, Sendable {
    /// The reference date: the caller's, or the one that the dates were resolved against.
    public private(set) var anchor: String?

    /// Where ``anchor`` comes from.
    public private(set) var anchorSource: String?

    /// The order of dates in digits, where one shows it.
    public private(set) var dateOrder: String?

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
