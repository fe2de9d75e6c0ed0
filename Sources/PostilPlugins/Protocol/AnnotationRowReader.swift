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
        var rows: [AnnotationRow] = []
        var elements = try reading { () throws(JSONError) in try value.elements() }
        while let element = try reading({ () throws(JSONError) in try elements.next() }) {
            rows.append(try row(element))
        }
        return rows
    }

    private func row(_ element: JSONRawValue) throws(AnnotationError) -> AnnotationRow {
        var ends: (start: UInt32?, end: UInt32?)
        var row = AnnotationRow(span: Span(start: 0, end: 0))
        var members = try reading { () throws(JSONError) in try element.members() }
        while let member = try reading({ () throws(JSONError) in try members.next() }) {
            if member.key.equals("start") {
                ends.start = member.value.integer.flatMap(UInt32.init(exactly:))
            } else if member.key.equals("end") {
                ends.end = member.value.integer.flatMap(UInt32.init(exactly:))
            } else if member.value.isNull {
                continue
            } else if member.key.equals("type") {
                row.type = try reading { () throws(JSONError) in try member.value.string() }
            } else if member.key.equals("features") {
                row.features = try features(member.value)
            } else if member.key.equals("score") {
                row.score = try score(member.value)
            } else if member.key.equals("rule") {
                row.rule = try rule(member.value)
            }
        }
        row.span = try span(start: ends.start, end: ends.end, element)
        return row
    }

    private func span(start: UInt32?, end: UInt32?, _ element: JSONRawValue) throws(AnnotationError) -> Span {
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

    /// The features of an array of objects with `key` and `value`, or of an object.
    private func features(_ value: JSONRawValue) throws(AnnotationError) -> [Feature] {
        var features: [Feature] = []
        if value.kind == .object {
            var members = try reading { () throws(JSONError) in try value.members() }
            while let member = try reading({ () throws(JSONError) in try members.next() }) {
                try append(
                    member.value,
                    of: try reading { () throws(JSONError) in try member.key.string() },
                    to: &features
                )
            }
            return features
        }
        var elements = try reading { () throws(JSONError) in try value.elements() }
        while let element = try reading({ () throws(JSONError) in try elements.next() }) {
            var key: String?
            var content: JSONRawValue?
            var members = try reading { () throws(JSONError) in try element.members() }
            while let member = try reading({ () throws(JSONError) in try members.next() }) {
                if member.key.equals("key") {
                    key = try reading { () throws(JSONError) in try member.value.string() }
                } else if member.key.equals("value") {
                    content = member.value
                }
            }
            guard let key, let content else { throw invalid(.invalidValue, "a feature has no \"key\" or no \"value\"") }
            try append(content, of: key, to: &features)
        }
        return features
    }

    private func append(_ value: JSONRawValue, of key: String, to features: inout [Feature]) throws(AnnotationError) {
        switch value.kind {
        case .string: features.append(Feature(key, try reading { () throws(JSONError) in try value.string() }))
        case .number, .bool: features.append(Feature(key, String(decoding: value.raw, as: UTF8.self)))
        case .array:
            var elements = try reading { () throws(JSONError) in try value.elements() }
            while let element = try reading({ () throws(JSONError) in try elements.next() }) {
                guard element.kind != .array else {
                    throw invalid(.invalidValue, "the feature '\(key)' holds arrays in an array")
                }
                try append(element, of: key, to: &features)
            }
        case .null: return
        default:
            throw invalid(.invalidValue, "the feature '\(key)' is \(value.kind.name): it has to be text or a number")
        }
    }

    private func score(_ value: JSONRawValue) throws(AnnotationError) -> Float {
        guard let score = value.double, (0...1).contains(score) else {
            throw invalid(.invalidValue, "a score is no number from 0 to 1")
        }
        return Float(score)
    }

    private func rule(_ value: JSONRawValue) throws(AnnotationError) -> RuleIdentifier {
        let name = try reading { () throws(JSONError) in try value.string() }
        guard let rule = rules.identifier(of: name) else {
            throw invalid(.invalidValue, "names the rule '\(name)', which is not among the \"rules\" of its manifest")
        }
        return rule
    }

    private func invalid(_ code: ErrorCode, _ message: String) -> AnnotationError {
        AnnotationError(code: code, message: message, layer: layer)
    }

    private func reading<Value>(_ body: () throws(JSONError) -> Value) throws(AnnotationError) -> Value {
        do throws(JSONError) {
            return try body()
        } catch {
            throw invalid(.invalidValue, "the annotations are not as the protocol has them: \(error)")
        }
    }
}
