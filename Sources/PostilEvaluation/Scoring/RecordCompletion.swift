import PostilCore
import PostilFormats

/// Fills in what people leave out when they write gold in the form of records.
struct RecordCompletion {
    /// The layers with a key of their own.
    static let layers = ["sentences", "dates", "numbers", "entities", "quotes", "sentiment", "tokens"]

    /// The whole record.
    let record: JSONValue

    init(_ value: JSONValue) throws(GoldError) {
        guard let given = value.object else { throw GoldError(message: "the line is no object") }
        guard let text = value["text"]?.string else { throw GoldError(message: "the line has no 'text'") }
        let unit = value["offset_unit"]?.string ?? OffsetUnit.codepoint.rawValue
        guard let offsetUnit = OffsetUnit(rawValue: unit) else {
            throw GoldError(message: "offset_unit '\(unit)' is not one of codepoint, utf8, utf16")
        }
        let filler = Filler(text: Text(text), unit: offsetUnit)
        var members: [JSONObject.Member] = []
        for field in RecordSchema.fields {
            let value = value[field.name]
            let filled: JSONValue =
                switch field.name {
                case "schema": value ?? .string(RecordSchema.version)
                case "status": value ?? .string(given["error"]?.object == nil ? "ok" : "error")
                case "offset_unit": .string(unit)
                case "pipeline": value ?? "gold"
                case "meta": value ?? .object(JSONObject())
                default: filler.fill(value, as: field, number: 0)
                }
            members.append(JSONObject.Member(key: field.name, value: filled))
        }
        record = .object(JSONObject(members))
    }

    /// Fills objects by the schema.
    private struct Filler {
        let text: Text
        let map: OffsetMap

        init(text: Text, unit: OffsetUnit) {
            self.text = text
            map = OffsetMap(text: text, unit: unit)
        }

        /// A field's value; what stands there where nothing was given.
        func fill(_ value: JSONValue?, as field: SchemaField, number: Int) -> JSONValue {
            switch field.type {
            case .structure(let fields):
                if field.isNullable, value == nil || value == .null { return .null }
                return fill(value ?? .object(JSONObject()), with: fields, number: number)
            case .list(let element):
                guard let elements = value?.array else { return value ?? .array([]) }
                guard case .structure(let fields) = element else { return .array(elements) }
                return .array(elements.enumerated().map { fill($1, with: fields, number: $0 + 1) })
            case .string: return value ?? (field.isNullable ? .null : .string(field.name == "source" ? "gold" : ""))
            case .number, .integer: return value ?? (field.isNullable ? .null : 0)
            case .boolean: return value ?? .bool(field.name == "closed")
            case .object: return value ?? .object(JSONObject())
            }
        }

        private func fill(_ value: JSONValue, with fields: [SchemaField], number: Int) -> JSONValue {
            guard var object = value.object else { return value }
            if object["start"] != nil, object["text"] == nil { object["text"] = surface(of: object) }
            if object["content_start"] == nil { object["content_start"] = object["start"] }
            if object["content_end"] == nil { object["content_end"] = object["end"] }
            if object["id"] == nil, number > 0 { object["id"] = .string("\(number)") }
            if object["parts"] == nil, let start = object["start"], let end = object["end"] {
                object["parts"] = [["start": start, "end": end]]
            }
            return .object(
                JSONObject(
                    fields.map { field in
                        JSONObject.Member(key: field.name, value: fill(object[field.name], as: field, number: 0))
                    }
                )
            )
        }

        /// The text of a span; nothing where it is none, which the reader of records then refuses.
        private func surface(of object: JSONObject) -> JSONValue {
            func byteOffset(_ key: String) -> UInt32? {
                object[key]?.integer.flatMap(UInt32.init(exactly:)).flatMap(map.byteOffset)
            }
            guard let start = byteOffset("start"), let end = byteOffset("end"), start <= end else { return "" }
            return .string(String(text[Span(start: start, end: end)]))
        }
    }
}
