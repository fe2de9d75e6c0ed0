import PostilCore
import PostilFormats

/// Packs records for a page: offsets in UTF-16 code units, as scripts count them, and keys written once.
///
/// An object becomes `[shape, value, …]`, where the shape is the number, from 1, of its list of keys in ``shapes``; an
/// array becomes `[0, element, …]`. Names of types, rules and the like become their numbers in ``words``. The surface
/// text of a span is left out, as null, where it is what the text has there. What cannot be right in a record, such as a span outside the text, is told in a member `problems` of it.
struct RecordPacker: Sendable {
    /// A key of an object.
    struct Key: Hashable {
        let name: String
        /// Whether its value is the number of a word.
        let isWord: Bool
    }

    /// The lists of keys that objects had so far.
    private(set) var shapes: [[Key]] = []

    /// The words that stand in many objects.
    private(set) var words: [String] = []

    private var shapeNumbers: [[Key]: Int] = [:]
    private var wordNumbers: [String: Int] = [:]

    /// The keys whose values are of a small vocabulary.
    private static let wordKeys: Set = [
        "attribution", "grain", "kind", "level", "polarity", "reason", "rule", "source", "type", "upos", "xpos",
    ]

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

    /// - Parameter usesWords: Whether values may become numbers of words.
    private mutating func packed(_ value: JSONValue, usesWords: Bool = true) -> JSONValue {
        switch value {
        case .object(let object):
            var keys: [Key] = []
            var values: [JSONValue] = []
            for member in object.members {
                if usesWords, case .string(let word) = member.value, RecordPacker.wordKeys.contains(member.key) {
                    keys.append(Key(name: member.key, isWord: true))
                    values.append(.integer(number(of: word)))
                } else {
                    keys.append(Key(name: member.key, isWord: false))
                    // The caller's own fields have any words.
                    values.append(packed(member.value, usesWords: usesWords && member.key != "meta"))
                }
            }
            let number = shapeNumbers[keys] ?? shapes.count + 1
            if number > shapes.count {
                shapes.append(keys)
                shapeNumbers[keys] = number
            }
            return .array([.integer(number)] + values)
        case .array(let elements): return .array([0] + elements.map { packed($0, usesWords: usesWords) })
        // A script would round it.
        case .number(let text) where text.utf8.count > 15 && RecordPacker.isWhole(text): return .string(text)
        default: return value
        }
    }

    private mutating func number(of word: String) -> Int {
        if let number = wordNumbers[word] { return number }
        words.append(word)
        wordNumbers[word] = words.count - 1
        return words.count - 1
    }

    private static func isWhole(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 < UInt8(ascii: ":") && $0 != UInt8(ascii: ".") }
    }
}
