import PostilCore

/// Reads and writes the offsets of a record, in its unit, and the characters that stand beside them.
struct RecordPlaces {
    let text: Text
    private let map: OffsetMap

    /// - Complexity: O(n) for text with other characters than ASCII.
    init(text: Text, unit: OffsetUnit) {
        self.text = text
        map = OffsetMap(text: text, unit: unit)
    }

    /// The span of the object's `start` and `end`.
    func span(_ value: JSONRawValue) throws(RecordError) -> Span {
        var fields = try RecordFields(value, .span)
        return try span(&fields)
    }

    /// The span of the next two fields, `start` and `end`.
    func span(_ fields: inout RecordFields) throws(RecordError) -> Span {
        try span(fields.integer("start"), fields.integer("end"))
    }

    /// The span of the next three fields, `start`, `end` and `text`.
    func surface(_ fields: inout RecordFields) throws(RecordError) -> Span {
        let span = try span(&fields)
        let surface = fields.take("text")
        let isEqual = text.bytes.withUnsafeBufferPointer { bytes in
            surface.equals(UnsafeBufferPointer(rebasing: bytes[span.range]))
        }
        guard isEqual else {
            throw RecordError(
                code: .wrongSurface,
                path: "text",
                message: "the text at \(counted(span)) is '\(text[span])' and not '\(surface.text)'"
            )
        }
        return span
    }

    /// The span between two offsets in the record's unit.
    func span(_ start: Int, _ end: Int) throws(RecordError) -> Span {
        guard let first = byteOffset(start), let last = byteOffset(end), first <= last else {
            throw RecordError(
                code: .badSpan,
                message: "\(start):\(end) is no span of the text, counted in \(map.unit.rawValue)"
            )
        }
        return Span(start: first, end: last)
    }

    private func byteOffset(_ offset: Int) -> UInt32? { UInt32(exactly: offset).flatMap(map.byteOffset) }

    /// The span in the record's unit, for an open value's features.
    func counted(_ span: Span) -> Span {
        Span(start: map.offset(of: span.start), end: map.offset(of: span.end))
    }

    func write(_ span: Span, into writer: inout JSONWriter) {
        writer.beginObject()
        writeEnds(of: span, into: &writer)
        writer.endObject()
    }

    func writeEnds(of span: Span, into writer: inout JSONWriter) {
        writer.key("start")
        writer.integer(map.offset(of: span.start))
        writer.key("end")
        writer.integer(map.offset(of: span.end))
    }

    func writeSurface(of span: Span, into writer: inout JSONWriter) {
        writeEnds(of: span, into: &writer)
        writer.key("text")
        let range = span.range.clamped(to: 0..<text.count)
        text.bytes.withUnsafeBufferPointer { writer.string(UnsafeBufferPointer(rebasing: $0[range])) }
    }
}
