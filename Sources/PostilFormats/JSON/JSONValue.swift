/// Any JSON value, as a tree; for small things such as manifests, model headers and tests.
///
/// Large inputs are read with ``JSONObjectReader`` instead, and written with ``JSONWriter``.
public enum JSONValue: Hashable, Sendable {
    /// The literal `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number as it is written: no digit is lost.
    case number(String)
    /// A string, its escapes resolved.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object, its members in order.
    case object(JSONObject)
}

extension JSONValue {
    /// The value's type.
    public var kind: JSONKind {
        switch self {
        case .null: .null
        case .bool: .bool
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }

    /// The Boolean, or nil for other types.
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

    /// The string, or nil for other types.
    public var string: String? { if case .string(let value) = self { value } else { nil } }

    /// The elements, or nil for other types.
    public var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }

    /// The members, or nil for other types.
    public var object: JSONObject? { if case .object(let object) = self { object } else { nil } }

    /// The number where it is written as a whole number that fits.
    public var integer: Int? { if case .number(let text) = self { Int(text) } else { nil } }

    /// The number as the nearest double, infinite where it is too large; nil for other types.
    public var double: Double? { if case .number(let text) = self { Double(text) } else { nil } }

    /// An object's last value for a key; nil where there is none, and for other types.
    ///
    /// - Complexity: O(members).
    public subscript(key: String) -> JSONValue? { object?[key] }

    /// A whole number.
    public static func integer(_ value: Int) -> JSONValue { .number(String(value)) }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A string.
    public init(stringLiteral value: String) { self = .string(value) }

    /// A whole number.
    public init(integerLiteral value: Int) { self = .number(String(value)) }

    /// A Boolean.
    public init(booleanLiteral value: Bool) { self = .bool(value) }

    /// An array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

    /// An object with the members in the order written.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements.map { JSONObject.Member(key: $0.0, value: $0.1) }))
    }
}
