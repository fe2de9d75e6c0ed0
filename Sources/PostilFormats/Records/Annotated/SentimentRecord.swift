import PostilCore

/// The sentiment of a document, a sentence, a target or a quotation.
public struct SentimentRecord: Hashable, Sendable {
    /// The name by which other objects of the record refer to it.
    public var identifier: String

    /// What is judged: document, sentence, target or quote.
    public var level: String

    /// Where that stands, in UTF-8 bytes of the text.
    public var span: Span

    /// Whom or what the sentiment is about, in the words of the text.
    public var target: String?

    /// Positive, negative or neutral.
    public var polarity: String

    /// From -1 to 1; the contributions of the terms add up to it.
    public var score: Double

    /// The ledger.
    public var terms: [SentimentTermRecord]

    /// The annotator.
    public var source: String

    /// The annotator's rule.
    public var rule: String?

    /// Makes a judgement.
    public init(
        identifier: String,
        level: String,
        span: Span,
        target: String? = nil,
        polarity: String,
        score: Double,
        terms: [SentimentTermRecord] = [],
        source: String,
        rule: String? = nil
    ) {
        self.identifier = identifier
        self.level = level
        self.span = span
        self.target = target
        self.polarity = polarity
        self.score = score
        self.terms = terms
        self.source = source
        self.rule = rule
    }
}

extension SentimentRecord {
    init(_ object: JSONRawValue, _ places: RecordPlaces) throws(RecordError) {
        var fields = try RecordFields(object, .sentiment)
        identifier = fields.string("id")
        level = fields.string("level")
        span = try places.span(&fields)
        target = fields.optionalString("target")
        polarity = fields.string("polarity")
        score = fields.double("score")
        terms = try fields.list("terms") { value throws(RecordError) in try SentimentTermRecord(value, places) }
        source = fields.string("source")
        rule = fields.optionalString("rule")
    }

    func write(into writer: inout JSONWriter, _ places: RecordPlaces) {
        writer.beginObject()
        writer.key("id")
        writer.string(identifier)
        writer.key("level")
        writer.string(level)
        places.writeEnds(of: span, into: &writer)
        writer.key("target")
        writer.string(orNull: target)
        writer.key("polarity")
        writer.string(polarity)
        writer.key("score")
        writer.double(score)
        writer.list("terms", terms) { $0.write(into: &$1, places) }
        writer.key("source")
        writer.string(source)
        writer.key("rule")
        writer.string(orNull: rule)
        writer.endObject()
    }
}
