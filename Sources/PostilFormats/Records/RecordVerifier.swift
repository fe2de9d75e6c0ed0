import PostilCore

/// Proves that a line is a record: its keys and their types, and that every offset gives the text that
/// stands beside it.
public struct RecordVerifier: Sendable {
    /// A verifier.
    public init() {}

    /// What is wrong with a line, a sentence each; nothing for a sound record.
    ///
    /// - Complexity: O(n log n).
    public func problems(in line: [UInt8]) -> [String] {
        if let offset = UTF8Validator.firstInvalid(in: line) { return ["byte \(offset) is not valid UTF-8"] }
        let record: JSONValue
        do throws(JSONError) { record = try JSONValue(parsing: line) } catch { return ["not JSON: \(error)"] }
        var problems: [String] = []
        let hasSequence = record.object?.members.last?.key == RecordSchema.sequence.name
        let fields = hasSequence ? RecordSchema.fields + [RecordSchema.sequence] : RecordSchema.fields
        check(record, is: .structure(fields), isNullable: false, at: "record", into: &problems)
        guard problems.isEmpty else { return problems }
        if record["schema"]?.string != RecordSchema.version {
            problems.append("schema is '\(record["schema"]?.string ?? "")' and not '\(RecordSchema.version)'")
        }
        checkStatus(of: record, into: &problems)
        guard let unit = record["offset_unit"]?.string.flatMap(OffsetUnit.init(rawValue:)) else {
            return problems + ["offset_unit is not one of codepoint, utf8, utf16"]
        }
        let checker = SurfaceChecker(text: Text(record["text"]?.string ?? ""), unit: unit)
        for field in RecordSchema.fields {
            guard case .list = field.type, let elements = record[field.name]?.array else { continue }
            checkOrder(of: elements, in: field.name, into: &problems)
            for (index, element) in elements.enumerated() {
                checker.check(element, at: "\(field.name)[\(index)]", into: &problems)
            }
        }
        checkOrder(ofLayers: record["layers"]?.array ?? [], into: &problems)
        checkReferences(in: record, into: &problems)
        return problems
    }

    private func check(
        _ value: JSONValue,
        is type: SchemaType,
        isNullable: Bool,
        at path: String,
        into problems: inout [String]
    ) {
        if isNullable, value == .null { return }
        switch (type, value) {
        case (.string, .string), (.number, .number), (.boolean, .bool), (.object, .object): return
        case (.integer, .number(let text)) where Int(text) != nil: return
        case (.list(let element), .array(let elements)):
            for (index, value) in elements.enumerated() {
                check(value, is: element, isNullable: false, at: "\(path)[\(index)]", into: &problems)
            }
        case (.structure(let fields), .object(let object)):
            guard object.members.map(\.key) == fields.map(\.name) else {
                problems.append(
                    "\(path) has the keys \(list(object.members.map(\.key))) and not \(list(fields.map(\.name)))"
                )
                return
            }
            for (field, member) in zip(fields, object.members) {
                check(
                    member.value,
                    is: field.type,
                    isNullable: field.isNullable,
                    at: "\(path).\(field.name)",
                    into: &problems
                )
            }
        default:
            problems.append("\(path) is \(value.kind.name), which the schema does not allow there")
        }
    }

    private func list(_ names: [String]) -> String { names.joined(separator: ", ") }

    private func checkStatus(of record: JSONValue, into problems: inout [String]) {
        switch record["status"]?.string {
        case "ok" where record["error"] != .null: problems.append("status is ok but error is set")
        case "error" where record["error"] == .null: problems.append("status is error but error is null")
        case "ok", "error": break
        default: problems.append("status is neither ok nor error")
        }
    }

    /// Spans of a layer ascend, at one start the longer first.
    private func checkOrder(of elements: [JSONValue], in layer: String, into problems: inout [String]) {
        let spans = elements.compactMap { element -> (start: Int, end: Int)? in
            guard let start = element["start"]?.integer, let end = element["end"]?.integer else { return nil }
            return (start, end)
        }
        for (first, second) in zip(spans, spans.dropFirst())
        where (second.start, first.end) < (first.start, second.end) {
            problems.append("\(layer): \(second.start):\(second.end) stands behind \(first.start):\(first.end)")
        }
    }

    private func checkOrder(ofLayers layers: [JSONValue], into problems: inout [String]) {
        for layer in layers {
            checkOrder(of: layer["annotations"]?.array ?? [], in: layer["name"]?.string ?? "", into: &problems)
        }
    }

    /// Identifiers are unique in a record, and what refers to one finds it.
    private func checkReferences(in record: JSONValue, into problems: inout [String]) {
        var identifiers: Set<String> = []
        for field in RecordSchema.fields {
            for element in record[field.name]?.array ?? [] {
                guard let identifier = element["id"]?.string else { continue }
                if !identifiers.insert(identifier).inserted { problems.append("the id '\(identifier)' stands twice") }
            }
        }
        for quote in record["quotes"]?.array ?? [] {
            let references = [("parent", quote["parent"]?.string), ("entity", quote["speaker"]?["entity"]?.string)]
            for (name, reference) in references {
                guard let reference, !identifiers.contains(reference) else { continue }
                problems.append("quotes: \(name) '\(reference)' is the id of nothing")
            }
        }
    }
}
