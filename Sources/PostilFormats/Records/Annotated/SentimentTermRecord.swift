import PostilCore

/// An entry of the ledger of a score.
public struct SentimentTermRecord: Hashable, Sendable {
    /// Where its words stand, in UTF-8 bytes of the text.
    public var span: Span

    /// What the words weigh by themselves.
    public var prior: Double

    /// What their surroundings make of that.
    public var factor: Double

    /// What they add to the score.
    public var contribution: Double

    /// Why they count.
    public var reason: String

    /// Makes an entry.
    public init(
        span: Span,
        prior: Double,
        factor: Double,
        contribution: Double,
        reason: String
    ) {
        self.span = span
        self.prior = prior
        self.factor = factor
        self.contribution = contribution
        self.reason = reason
    }
}

extension SentimentTermRecord {
    init(_ object: JSONRawValue, _ places: RecordPlaces) throws(RecordError) {
        var fields = try RecordFields(object, .term)
        span = try places.surface(&fields)
        prior = fields.double("prior")
        factor = fields.double("factor")
        contribution = fields.double("contribution")
        reason = fields.string("reason")
    }

    func write(into writer: inout JSONWriter, _ places: RecordPlaces) {
        writer.beginObject()
        places.writeSurface(of: span, into: &writer)
        writer.key("prior")
        writer.double(prior)
        writer.key("factor")
        writer.double(factor)
        writer.key("contribution")
        writer.double(contribution)
        writer.key("reason")
        writer.string(reason)
        writer.endObject()
    }
}
