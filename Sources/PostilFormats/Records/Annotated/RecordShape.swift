/// The fields of one kind of object in a record, ready to be looked up by key.
struct RecordShape: Sendable {
    /// All fields, in order.
    let fields: [SchemaField]
    /// How many of them every object has; the others may be missing.
    let requiredCount: Int
    private let keys: [[UInt8]]

    init(_ fields: [SchemaField], optional: [SchemaField] = []) {
        self.fields = fields + optional
        requiredCount = fields.count
        keys = self.fields.map { Array($0.name.utf8) }
    }

    /// The position of the field with a key.
    ///
    /// - Parameter expected: Where it is looked for first.
    /// - Complexity: O(1) where the keys stand in the schema's order.
    func position(of key: JSONRawValue, expected: Int) -> Int? {
        if keys.indices.contains(expected), key.equals(keys[expected]) { return expected }
        return keys.firstIndex { key.equals($0) }
    }
}

extension RecordShape {
    static let record = RecordShape(RecordSchema.fields, optional: [RecordSchema.sequence])
    static let context = RecordShape(RecordSchema.context)
    static let span = RecordShape(RecordSchema.span)
    static let surface = RecordShape(RecordSchema.surface)
    static let date = RecordShape(RecordSchema.date)
    static let number = RecordShape(RecordSchema.number)
    static let entity = RecordShape(RecordSchema.entity)
    static let quote = RecordShape(RecordSchema.quote)
    static let speaker = RecordShape(RecordSchema.speaker)
    static let sentiment = RecordShape(RecordSchema.sentiment)
    static let term = RecordShape(RecordSchema.term)
    static let token = RecordShape(RecordSchema.token)
    static let layer = RecordShape(RecordSchema.layer)
    static let annotation = RecordShape(RecordSchema.annotation)
    static let feature = RecordShape(RecordSchema.feature)
    static let failure = RecordShape(RecordSchema.failure)
}
