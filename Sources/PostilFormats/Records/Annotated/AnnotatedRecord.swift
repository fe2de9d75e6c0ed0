import PostilCore

/// A record, decoded: the text of a document and all that a line of output says of it.
///
/// Spans count UTF-8 bytes of ``text``, whatever ``offsetUnit`` says: that is the unit in which the record is
/// written. A record that was written by Postil and is decoded and written again is the same line, byte for byte.
///
/// ```swift
/// let record = try AnnotatedRecord(parsing: line)
/// for entity in record.entities { print(record.text[entity.span], entity.kind) }
/// var writer = JSONWriter()
/// record.converted(to: .utf16).write(to: &writer)
/// ```
///
/// Annotations are to be in document order, as ``Span`` has it; ``RecordVerifier`` checks what is written.
public struct AnnotatedRecord: Hashable, Sendable {
    /// The document's name.
    public var identifier: String

    /// The text; empty where the document could not be read.
    public var text: Text

    /// Why the document could not be annotated; nil where it was.
    public var error: RecordFailure?

    /// The unit in which the record writes its offsets.
    public var offsetUnit: OffsetUnit

    /// What its dates were read against.
    public var context: RecordContext

    /// The pipeline that made it, with its fingerprint; the format that it was read from.
    public var pipeline: String

    /// The sentences.
    public var sentences: [Span]

    /// The dates, times, durations and recurrences.
    public var dates: [DateRecord]

    /// The numbers.
    public var numbers: [NumberRecord]

    /// The names.
    public var entities: [EntityRecord]

    /// The quotations.
    public var quotes: [QuoteRecord]

    /// The sentiment.
    public var sentiment: [SentimentRecord]

    /// The tokens.
    public var tokens: [TokenRecord]

    /// The layers that have no key of their own.
    public var layers: [LayerRecord]

    /// What went wrong or was noticed, and did not cost the document.
    public var warnings: [RecordFailure]

    /// The caller's other fields as members of a JSON object, without the braces, each as it was written.
    public var meta: [UInt8]

    /// The document's place in the input, counted from 0, in records that do not stand in its order.
    public var sequence: Int?

    /// Makes a record without annotations.
    ///
    /// - Parameters:
    ///   - identifier: The document's name.
    ///   - text: The text.
    ///   - pipeline: What made the record, or the format that it is read from.
    ///   - offsetUnit: The unit in which the record is to write its offsets.
    public init(identifier: String, text: Text, pipeline: String, offsetUnit: OffsetUnit = .codepoint) {
        self.identifier = identifier
        self.text = text
        self.pipeline = pipeline
        self.offsetUnit = offsetUnit
        error = nil
        context = RecordContext()
        sentences = []
        dates = []
        numbers = []
        entities = []
        quotes = []
        sentiment = []
        tokens = []
        layers = []
        warnings = []
        meta = []
    }

    /// The record with its offsets written in another unit.
    ///
    /// Places that are features of an open layer are counted anew where their key ends in `.span`; of other features
    /// nobody but their maker knows what they mean.
    ///
    /// - Complexity: O(1); the offsets are counted when the record is written.
    public func converted(to unit: OffsetUnit) -> AnnotatedRecord {
        var record = self
        record.offsetUnit = unit
        return record
    }
}
