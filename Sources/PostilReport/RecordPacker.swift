import PostilCore
import PostilFormats

/// Packs records for a page: offsets in UTF-16 code units, as scripts count them, and keys written once.
///
/// An object becomes `[shape, value, …]`, where the shape is the number, from 1, of its list of keys in ``shapes``; an
/// array becomes `[0, element, …]`. The surface text of a span is left out, as null, where it is what the text has
/// there. What cannot be right in a record, such as a span outside the text, is told in a member `problems` of it.
struct RecordPacker: Sendable {
    /// The lists of keys that objects had so far.
    private(set) var shapes: [[String]] = []

    private var numbers: [[String]: Int] = [:]

    /// Reads a line as a record.
    ///
    /// - Throws: ``RecordFault`` where it is none.
    static func record(_ line: UnsafeBufferPointer<UInt8>) throws(RecordFault) -> JSONValue {
        let record: JSONValue
        do throws(JSONError) { record = try JSONValue(parsing: line) } catch { throw RecordFault(message: "\(error)") }
        let family = RecordSchema.version.prefix { $0 != "." }
        guard let schema = record["schema"]?.string, schema.prefix(while: { $0 != "." }) == family else {
            throw RecordFault(message: "it has no 'schema' of \(RecordSchema.version)")
        }
        guard record["id"]?.string != nil, record["text"]?.string != nil else {
            throw RecordFault(message: "it has no 'id' or no 'text'")
        }
        return record
    }

    /// Packs a record that ``record(_:)`` has read.
    ///
    /// - Complexity: O(n log n).
    mutating func pack(_ record: JSONValue) -> JSONValue {
        let text = Text(record["text"]?.string ?? "")
        let unit = record["offset_unit"]?.string.flatMap(OffsetUnit.init(rawValue:))
        var surfaces = SurfaceConverter(text: text, unit: unit ?? .codepoint)
        if unit == nil { surfaces.report("offset_unit is not one of codepoint, utf8, utf16; code points are assumed") }
        var object = JSONObject()
        for member in record.object?.members ?? [] {
            var value = member.value
            if member.key == "sentiment", let judgements = value.array {
                value = .array(judgements.map(Ledger.shortened))
            }
            if RecordPacker.isLayer(member.key) {
                value = .array(surfaces.annotations(value, at: member.key))
            } else if member.key == "layers" {
                value = surfaces.layers(value)
            }
            object.members.append(JSONObject.Member(key: member.key, value: value))
        }
        if !surfaces.problems.isEmpty {
            object["problems"] = .array(
                surfaces.problems.map { ["code": "unsound-record", "message": .string($0)] }
            )
        }
        return packed(.object(object))
    }

    private static func isLayer(_ key: String) -> Bool {
        ["sentences", "dates", "numbers", "entities", "quotes", "sentiment", "tokens"].contains(key)
    }

    private mutating func packed(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let object):
            let keys = object.members.map(\.key)
            let number = numbers[keys] ?? shapes.count + 1
            if number > shapes.count {
                shapes.append(keys)
                numbers[keys] = number
            }
            return .array([.integer(number)] + object.members.map { packed($0.value) })
        case .array(let elements): return .array([0] + elements.map { packed($0) })
        // A script would round it.
        case .number(let text)
        where text.utf8.count > 15 && text.utf8.allSatisfy({ $0 < UInt8(ascii: ":") && $0 != UInt8(ascii: ".") }):
            return .string(text)
        default: return value
        }
    }
}
