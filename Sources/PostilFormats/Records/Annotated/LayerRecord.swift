import PostilCore

/// A layer that has no key of its own in a record.
public struct LayerRecord: Hashable, Sendable {
    /// Its name.
    public var name: LayerName

    /// Its annotations, in document order.
    public var annotations: [AnnotationRecord]

    /// Makes a layer.
    public init(
        name: LayerName,
        annotations: [AnnotationRecord] = []
    ) {
        self.name = name
        self.annotations = annotations
    }
}

extension LayerRecord {
    init(_ object: JSONRawValue, _ places: RecordPlaces) throws(RecordError) {
        var fields = try RecordFields(object, .layer)
        name = LayerName(rawValue: fields.string("name"))
        annotations = try fields.list("annotations") { value throws(RecordError) in try AnnotationRecord(value, places)
        }
    }

    func write(into writer: inout JSONWriter, _ places: RecordPlaces) {
        writer.beginObject()
        writer.key("name")
        writer.string(name.rawValue)
        writer.list("annotations", annotations) { $0.write(into: &$1, places) }
        writer.endObject()
    }
}
