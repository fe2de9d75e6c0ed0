import PostilCore

extension AnnotatedRecord {
    /// Decodes a line of records, without its line end.
    ///
    /// Keys may stand in any order, as programs that pass records on may write them.
    ///
    /// - Throws: ``RecordError``, with the path of the field at fault, where the line is no JSON in UTF-8, breaks the
    ///   schema, or gives offsets that are not those of the text beside them.
    /// - Complexity: O(n), and O(log n) more for each annotation of a text with other characters than ASCII.
    public init(parsing line: UnsafeBufferPointer<UInt8>) throws(RecordError) {
        if let offset = UTF8Validator.firstInvalid(in: line) {
            throw RecordError(code: .invalidJSON, message: "byte \(offset) is not valid UTF-8")
        }
        let value: JSONRawValue
        do throws(JSONError) {
            var scanner = JSONScanner(line, in: 0..<line.count, options: JSONReadingOptions())
            value = try scanner.scanValue(depth: 0)
            try scanner.finish()
        } catch {
            throw RecordError(code: .invalidJSON, message: "not JSON: \(error.message) at byte \(error.offset)")
        }
        try self.init(value)
    }

    /// Decodes a line of records, without its line end.
    ///
    /// - Throws: ``RecordError``.
    /// - Complexity: O(n), and O(log n) more for each annotation of a text with other characters than ASCII.
    public init(parsing line: [UInt8]) throws(RecordError) {
        self = try line.withUnsafeBufferPointer { bytes throws(RecordError) in try AnnotatedRecord(parsing: bytes) }
    }

    /// Decodes a value that was checked as JSON.
    private init(_ value: JSONRawValue) throws(RecordError) {
        var fields = try RecordFields(value, .record)
        let schema = fields.string("schema")
        guard schema == RecordSchema.version else {
            throw RecordError(
                code: .wrongSchema,
                path: "schema",
                message:
                    "the record is in '\(schema)', which this version does not read: it reads '\(RecordSchema.version)'"
            )
        }
        let identifier = fields.string("id")
        let status = fields.string("status")
        let text = try AnnotatedRecord.text(fields.take("text"))
        let unitName = fields.string("offset_unit")
        guard let unit = OffsetUnit(rawValue: unitName) else {
            throw RecordError(
                code: .wrongShape,
                path: "offset_unit",
                message: "'\(unitName)' is not one of codepoint, utf8, utf16"
            )
        }
        let places = RecordPlaces(text: text, unit: unit)
        let context = try fields.object("context", RecordContext.init) ?? RecordContext()
        self.init(identifier: identifier, text: text, pipeline: fields.string("pipeline"), offsetUnit: unit)
        self.context = context
        sentences = try fields.list("sentences", places.span)
        dates = try fields.list("dates") { value throws(RecordError) in try DateRecord(value, places) }
        numbers = try fields.list("numbers") { value throws(RecordError) in try NumberRecord(value, places) }
        entities = try fields.list("entities") { value throws(RecordError) in try EntityRecord(value, places) }
        quotes = try fields.list("quotes") { value throws(RecordError) in try QuoteRecord(value, places) }
        sentiment = try fields.list("sentiment") { value throws(RecordError) in try SentimentRecord(value, places) }
        tokens = try fields.list("tokens") { value throws(RecordError) in try TokenRecord(value, places) }
        layers = try fields.list("layers") { value throws(RecordError) in try LayerRecord(value, places) }
        warnings = try fields.list("warnings", RecordFailure.init)
        error = try fields.object("error", RecordFailure.init)
        meta = Array(fields.take("meta").raw.dropFirst().dropLast())
        sequence = fields.takeOptional("seq")?.integer
        guard status == (error == nil ? "ok" : "error") else {
            throw RecordError(
                code: .wrongShape,
                path: "status",
                message: "is '\(status)' although the error is \(error == nil ? "null" : "set")"
            )
        }
    }

    private static func text(_ value: JSONRawValue) throws(RecordError) -> Text {
        let bytes: [UInt8]
        do throws(JSONError) {
            bytes = try value.decodedBytes()
        } catch {
            throw RecordError(code: .invalidJSON, path: "text", message: error.message)
        }
        guard bytes.count <= Text.maximumByteCount else {
            throw RecordError(code: .wrongShape, path: "text", message: "the text is beyond 4 GiB")
        }
        return Text(validated: bytes)
    }
}

extension RecordFailure {
    init(_ value: JSONRawValue) throws(RecordError) {
        var fields = try RecordFields(value, .failure)
        self.init(
            code: ErrorCode(rawValue: fields.string("code")),
            annotator: fields.optionalString("annotator").map(AnnotatorName.init(rawValue:)),
            message: fields.string("message"),
            line: fields.optionalInteger("line")
        )
    }
}
