import PostilCore
import PostilFormats

/// A text with the annotations that people have given it.
public struct GoldRecord: Sendable {
    /// The text with its annotations.
    public var record: AnnotatedRecord

    /// The layers that people have marked; what is found in others is not judged.
    public var layers: Set<LayerName>

    /// Whether only some of what is there is marked: what is found beside is then not judged.
    public var isPartial: Bool

    /// The style that dates are to be read in; nil for the usual.
    public var dateStyle: String?

    /// The order of dates in digits; nil for the usual.
    public var dateOrder: String?

    /// Makes a gold record.
    public init(record: AnnotatedRecord, layers: Set<LayerName>, isPartial: Bool = false) {
        self.record = record
        self.layers = layers
        self.isPartial = isPartial
    }
}

extension GoldRecord {
    /// Reads a line of records, in which people may have left out all that they do not judge.
    ///
    /// Needed are `text`, and of each annotation `start` and `end`; offsets count code points where no `offset_unit`
    /// is named. A layer whose key is not there is not judged, one that is empty says that there is nothing.
    ///
    /// - Throws: ``GoldError`` where the line is no such record.
    /// - Complexity: O(n log n).
    public init(line: UnsafeBufferPointer<UInt8>) throws(GoldError) {
        let value: JSONValue
        do throws(JSONError) { value = try JSONValue(parsing: line) } catch { throw GoldError(message: "\(error)") }
        try self.init(value)
    }

    /// Reads a record that was parsed before.
    ///
    /// - Throws: ``GoldError`` where it is none.
    public init(_ value: JSONValue) throws(GoldError) {
        let completed = try RecordCompletion(value).record
        do throws(RecordError) { record = try AnnotatedRecord(parsing: Array(completed.serialized().utf8)) } catch {
            throw GoldError(message: "\(error)")
        }
        let keys = Set(value.object?.members.map(\.key) ?? [])
        layers = Set(RecordCompletion.layers.filter(keys.contains).map { LayerName(rawValue: $0) })
        layers.formUnion(record.layers.map(\.name))
        isPartial = false
    }

    /// Whether a line is a record, or gold in the form of one.
    public static func isRecord(_ value: JSONValue) -> Bool {
        guard value["text"]?.string != nil else { return false }
        return value["schema"] != nil || value.object?.members.contains { isAnnotations($0) } == true
    }

    private static func isAnnotations(_ member: JSONObject.Member) -> Bool {
        // Tokens stand in gold of sentences too, whose spans are arrays.
        guard RecordCompletion.layers.contains(member.key), member.key != "tokens" else { return false }
        return member.value.array?.first.map { $0.object != nil } ?? (member.key != "sentences")
    }

    /// The gold sentences and tokens of a document as a record.
    public init(_ document: GoldDocument) {
        var record = AnnotatedRecord(identifier: document.identifier, text: document.text, pipeline: "gold")
        record.sentences = document.sentences
        record.tokens = document.tokens.enumerated().map { index, span in
            let tag = index < document.tags.count ? document.tags[index] : nil
            return TokenRecord(
                span: span,
                universal: tag?.universal.name,
                penn: tag?.penn.name,
                lemma: index < document.lemmas.count ? document.lemmas[index] : nil
            )
        }
        let layers: Set<LayerName> = [LayerKey.sentences.name, LayerKey.tokens.name]
        self.init(record: record, layers: document.tokens.isEmpty ? [LayerKey.sentences.name] : layers)
    }

    /// Adds gold names of the same text, in the types of OntoNotes.
    public mutating func add(_ names: GoldNames) {
        record.entities = names.marks.enumerated().map { index, mark in
            EntityRecord(
                identifier: "e\(index + 1)",
                span: mark.span,
                kind: mark.label,
                canonical: mark.thing,
                evidence: RecordEvidence(source: "gold")
            )
        }
        layers.insert(LayerKey.entities.name)
    }
}
