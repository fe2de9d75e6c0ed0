import PostilCore

/// Where the annotations of a part of a long text stand in the record of the whole: what comes before them there.
public struct RecordPlace: Hashable, Sendable {
    /// The units of text before the part.
    public var offset: UInt32 = 0

    /// The dates written before.
    public private(set) var dates = 0

    /// The numbers written before.
    public private(set) var numbers = 0

    /// The names written before.
    public private(set) var entities = 0

    /// The quotations written before.
    public private(set) var quotes = 0

    /// The sentiments written before.
    public private(set) var sentiment = 0

    /// The beginning of a record.
    public init() {}

    /// Counts the annotations of a part that was written.
    public mutating func pass(_ part: Document) {
        dates += part[.dates]?.count ?? 0
        numbers += part[.numbers]?.count ?? 0
        entities += part[.entities]?.count ?? 0
        quotes += part[.quotes]?.count ?? 0
        sentiment += part[.sentiment]?.count ?? 0
    }
}
