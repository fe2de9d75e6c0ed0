/// A key and its value, as ``JSONObjectReader`` finds them.
public struct JSONMember {
    /// The key, a string; compare it with ``JSONRawValue/equals(_:)-(StaticString)``.
    public let key: JSONRawValue

    /// The value.
    public let value: JSONRawValue
}
