import PostilCore
import PostilFormats

/// Reads the annotations of a layer in a message.
struct AnnotationRowReader {
    let layer: LayerName
    let text: Text
    let map: OffsetMap
    let rules: RuleTable

    /// The annotations of the array `value`.
    func rows(_ value: JSONRawValue) throws(AnnotationError) -> [AnnotationRow] {
        guard value.kind == .array else {
            throw invalid(.invalidValue, "the annotations are \(value.kind.name), they have to be an array")
        }
        var rows: [AnnotationRow] = []
        var cursor = JSONCursor(value)
        cursor.enter()
        while cursor.nextElement() { rows.append(try row(&cursor)) }
        return rows
    }

    private func row(_ cursor: inout JSONCursor) throws(AnnotationError) -> AnnotationRow {
        guard cursor.kind == .object else {
            throw invalid(.invalidValue, "an annotation is \(cursor.kind.name), it has to be an object")
        }
        var ends: (start: UInt32?, end: UInt32?)
        var row = AnnotationRow(span: Span(start: 0, end: 0))
        cursor.enter()
        while let key = cursor.nextKey() {
            if key.equals("start") {
                ends.start = cursor.value().integer.flatMap(UInt32.init(exactly:))
            } else if key.equals("end") {
                ends.end = cursor.value().integer.flatMap(UInt32.init(exactly:))
            } else if cursor.kind == .null {
                cursor.skip()
            } else if key.equals("type") {
                row.type = try text(cursor.value(), "type")
            } else if key.equals("features") {
                row.features = try features(&cursor)
            } else if key.equals("score") {
                row.score = try score(cursor.value())
            } else if key.equals("rule") {
                row.rule = try rule(cursor.value())
            } else {
                cursor.skip()
            }
        }
        row.span = try span(start: ends.start, end: ends.end)
        return row
    }

    private func span(start: UInt32?, end: UInt32?) throws(AnnotationError) -> Span {
        guard let start, let end else {
            throw invalid(.invalidSpan, "an annotation has no \"start\" and \"end\" that are whole numbers from 0 on")
        }
        guard start < end else { throw invalid(.invalidSpan, "\(start):\(end) holds no text") }
        guard let first = map.byteOffset(of: start), let last = map.byteOffset(of: end) else {
            let length = map.offset(of: UInt32(clamping: text.count))
            throw invalid(
                .invalidSpan,
                end > length
                    ? "\(start):\(end) lies outside the text, which ends at \(length) (in \(map.unit.rawValue))"
                    : "\(start):\(end) cuts a character in two (in \(map.unit.rawValue))"
            )
        }
        return Span(start: first, end: last)
    }

    /// The features of an object, or of an array of objects with `key` and `value`.
    private func features(_ cursor: inout JSONCursor) throws(AnnotationError) -> [Feature] {
        var features: [Feature] = []
        switch cursor.kind {
        case .object:
            cursor.enter()
            while let key = cursor.nextKey() {
                try append(&cursor, of: try text(key, "features"), to: &features)
            }
        case .array:
            cursor.enter()
            while cursor.nextElement() {
                guard cursor.kind == .object else {
                    throw invalid(.invalidValue, "a feature is \(cursor.kind.name), it has to be an object")
                }
                try append(pair: &cursor, to: &features)
            }
        default: throw invalid(.invalidValue, "\"features\" is \(cursor.kind.name), it has to be an object")
        }
        return features
    }

    private func append(pair cursor: inout JSONCursor, to features: inout [Feature]) throws(AnnotationError) {
        var name: String?
        var content: JSONRawValue?
        cursor.enter()
        while let key = cursor.nextKey() {
            let value = cursor.value()
            if key.equals("key") { name = try text(value, "key") }
            if key.equals("value") { content = value }
        }
        guard let name, let content else { throw invalid(.invalidValue, "a feature has no \"key\" or no \"value\"") }
        var cursor = JSONCursor(content)
        try append(&cursor, of: name, to: &features)
    }

    private func append(
        _ cursor: inout JSONCursor,
        of key: String,
        to features: inout [Feature]
    ) throws(AnnotationError) {
        switch cursor.kind {
        case .string: features.append(Feature(key, try text(cursor.value(), key)))
        case .number, .bool: features.append(Feature(key, String(decoding: cursor.value().raw, as: UTF8.self)))
        case .array:
            cursor.enter()
            while cursor.nextElement() {
                guard cursor.kind != .array else {
                    throw invalid(.invalidValue, "the feature '\(key)' holds arrays in an array")
                }
                try append(&cursor, of: key, to: &features)
            }
        case .null: cursor.skip()
        default:
            throw invalid(.invalidValue, "the feature '\(key)' is \(cursor.kind.name): it has to be text or a number")
        }
    }

    private func text(_ value: JSONRawValue, _ key: String) throws(AnnotationError) -> String {
        do throws(JSONError) {
            return try value.string()
        } catch {
            throw invalid(.invalidValue, "\"\(key)\" is \(value.kind.name), it has to be a string")
        }
    }

    private func score(_ value: JSONRawValue) throws(AnnotationError) -> Float {
        guard let score = value.double, (0...1).contains(score) else {
            throw invalid(.invalidValue, "a score is no number from 0 to 1")
        }
        return Float(score)
    }

    private func rule(_ value: JSONRawValue) throws(AnnotationError) -> RuleIdentifier {
        let name = try text(value, "rule")
        guard let rule = rules.identifier(of: name) else {
            throw invalid(.invalidValue, "names the rule '\(name)', which is not among the \"rules\" of its manifest")
        }
        return rule
    }

    private func invalid(_ code: ErrorCode, _ message: String) -> AnnotationError {
        AnnotationError(code: code, message: message, layer: layer)
    }
}
