import PostilCore

extension ExchangeInput {
    /// The object that the input is.
    func object() throws(ExchangeError) -> JSONObject {
        let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: Array(bytes.dropFirst(marked)))
        } catch {
            let breaks = bytes.prefix(error.offset + marked).count { $0 == 0x0A }
            throw ExchangeError(line: line + breaks, "not JSON: \(error.message)")
        }
        guard let object = value.object else {
            throw ExchangeError(line: line, "expected a JSON object, found \(value.kind.name)")
        }
        return object
    }

    /// The text under one of several keys.
    func text(of object: JSONObject, keys: [String]) throws(ExchangeError) -> Text {
        for key in keys {
            if let string = object[key]?.string { return Text(string) }
        }
        throw ExchangeError(line: line, "there is no field '\(keys.first ?? "")' with the text")
    }

    /// A list under a key, empty where the key is missing or null.
    func list(_ value: JSONValue?, _ what: String) throws(ExchangeError) -> [JSONValue] {
        guard let value, value != .null else { return [] }
        guard let list = value.array else {
            throw ExchangeError(line: line, "'\(what)' is \(value.kind.name), not an array")
        }
        return list
    }

    /// A string, or a number or truth value as it is written.
    func name(_ value: JSONValue?) -> String? {
        switch value {
        case .string(let text): text
        case .number(let text): text
        default: nil
        }
    }

    /// The text of a file in UTF-8.
    ///
    /// - Parameter keepsMark: Whether a byte order mark is part of the text.
    func string(ofPart part: Int = 0, keepsMark: Bool = false) throws(ExchangeError) -> String {
        let bytes = parts.indices.contains(part) ? parts[part] : []
        if let offset = UTF8Validator.firstInvalid(in: bytes) {
            let breaks = bytes.prefix(offset).count { $0 == 0x0A }
            throw ExchangeError(line: line + breaks, "byte \(offset) is not valid UTF-8")
        }
        let isMarked = !keepsMark && bytes.starts(with: [0xEF, 0xBB, 0xBF])
        return String(decoding: isMarked ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
    }
}
