import PostilCore
import PostilFormats

/// JSON read by plain recursive descent over characters' scalars, and written with random white space and
/// escapes; slow, and sharing nothing with the codec under test.
struct JSONOracle {
    private var rest: ArraySlice<Unicode.Scalar>
    private struct Refusal: Error {}

    /// The value, or nil where the bytes are not strict JSON in UTF-8.
    static func read(_ bytes: [UInt8]) -> JSONValue? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        var oracle = JSONOracle(rest: Array(text.unicodeScalars)[...])
        guard let value = try? oracle.value() else { return nil }
        oracle.space()
        return oracle.rest.isEmpty ? value : nil
    }

    /// A value as JSON that no tidy writer would make.
    static func write(_ value: JSONValue, using generator: inout SplitMix64) -> [UInt8] {
        var text = space(&generator)
        switch value {
        case .string(let string): text += quoted(string, &generator)
        case .array(let elements):
            let parts = elements.map { String(decoding: write($0, using: &generator), as: UTF8.self) }
            text += "[" + space(&generator) + parts.joined(separator: ",") + "]"
        case .object(let object):
            let parts = object.members.map { member in
                space(&generator) + quoted(member.key, &generator) + space(&generator) + ":"
                    + String(decoding: write(member.value, using: &generator), as: UTF8.self)
            }
            text += "{" + space(&generator) + parts.joined(separator: ",") + "}"
        case .number(let digits): text += digits
        case .bool(let bool): text += bool ? "true" : "false"
        case .null: text += "null"
        }
        return Array((text + space(&generator)).utf8)
    }

    private static func space(_ generator: inout SplitMix64) -> String {
        Bool.random(using: &generator) ? "" : ["", " ", "\n", "\t \r"].randomElement(using: &generator) ?? ""
    }

    private static func quoted(_ text: String, _ generator: inout SplitMix64) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
            guard mustEscape || Int.random(in: 0..<8, using: &generator) == 0 else {
                result.unicodeScalars.append(scalar)
                continue
            }
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16, uppercase: Bool.random(using: &generator))
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return result + "\""
    }

    private mutating func space() {
        while let scalar = rest.first, " \n\r\t".unicodeScalars.contains(scalar) { rest.removeFirst() }
    }

    private mutating func take(_ text: String) -> Bool {
        guard rest.starts(with: text.unicodeScalars) else { return false }
        rest = rest.dropFirst(text.unicodeScalars.count)
        return true
    }

    private mutating func require(_ text: String) throws { guard take(text) else { throw Refusal() } }

    private mutating func value() throws -> JSONValue {
        space()
        if take("null") { return .null }
        if take("true") { return .bool(true) }
        if take("false") { return .bool(false) }
        if rest.first == "\"" { return .string(try string()) }
        if take("[") { return try array() }
        if take("{") { return try object() }
        return try number()
    }

    private mutating func array() throws -> JSONValue {
        var elements: [JSONValue] = []
        space()
        if take("]") { return .array([]) }
        while true {
            elements.append(try value())
            space()
            if take("]") { return .array(elements) }
            try require(",")
        }
    }

    private mutating func object() throws -> JSONValue {
        var members: [JSONObject.Member] = []
        space()
        if take("}") { return .object(JSONObject()) }
        while true {
            space()
            let key = try string()
            space()
            try require(":")
            members.append(JSONObject.Member(key: key, value: try value()))
            space()
            if take("}") { return .object(JSONObject(members)) }
            try require(",")
        }
    }

    private mutating func number() throws -> JSONValue {
        var text = take("-") ? "-" : ""
        let whole = digits()
        guard !whole.isEmpty, whole == "0" || !whole.hasPrefix("0") else { throw Refusal() }
        text += whole
        if take(".") {
            let fraction = digits()
            guard !fraction.isEmpty else { throw Refusal() }
            text += "." + fraction
        }
        if rest.first == "e" || rest.first == "E" {
            text += String(rest.removeFirst())
            if rest.first == "+" || rest.first == "-" { text += String(rest.removeFirst()) }
            let exponent = digits()
            guard !exponent.isEmpty else { throw Refusal() }
            text += exponent
        }
        return .number(text)
    }

    private mutating func digits() -> String {
        var text = ""
        while let scalar = rest.first, ("0"..."9").contains(scalar) { text += String(rest.removeFirst()) }
        return text
    }

    private mutating func string() throws -> String {
        try require("\"")
        var units: [UInt16] = []
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"":
                guard let text = String(validating: units, as: UTF16.self) else { throw Refusal() }
                return text
            case "\\": units.append(contentsOf: try escape())
            case "\u{0}"..."\u{1F}": throw Refusal()
            default: units.append(contentsOf: String(scalar).utf16)
            }
        }
        throw Refusal()
    }

    private mutating func escape() throws -> [UInt16] {
        let plain: [Unicode.Scalar: UInt16] = [
            "\"": 0x22, "\\": 0x5C, "/": 0x2F, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9,
        ]
        guard let kind = rest.popFirst() else { throw Refusal() }
        if let unit = plain[kind] { return [unit] }
        guard kind == "u", rest.count >= 4, rest.prefix(4).allSatisfy({ $0.properties.isASCIIHexDigit }) else {
            throw Refusal()
        }
        let digits = String(String.UnicodeScalarView(rest.prefix(4)))
        rest = rest.dropFirst(4)
        guard let unit = UInt16(digits, radix: 16) else { throw Refusal() }
        return [unit]
    }
}
