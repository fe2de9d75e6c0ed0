/// The type of a JSON value.
public struct JSONKind: RawRepresentable, Hashable, Sendable {
    /// The name that messages show, with its article where it has one.
    public var name: String {
        switch self {
        case .null: "null"
        case .bool: "a Boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        default: "unknown"
        }
    }

    /// A small stable number.
    public let rawValue: UInt8

    /// Wraps a raw value.
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The literal `null`.
    public static let null = JSONKind(rawValue: 0)
    /// The literals `true` and `false`.
    public static let bool = JSONKind(rawValue: 1)
    /// A number of any size and precision.
    public static let number = JSONKind(rawValue: 2)
    /// A string.
    public static let string = JSONKind(rawValue: 3)
    /// An array.
    public static let array = JSONKind(rawValue: 4)
    /// An object.
    public static let object = JSONKind(rawValue: 5)
}
