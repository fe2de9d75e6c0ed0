/// A field of a record: its key and the type of its value.
public struct SchemaField: Hashable, Sendable {
    /// The key.
    public let name: String

    /// The type of the value.
    public let type: SchemaType

    /// Whether the value may be null.
    public let isNullable: Bool

    /// Describes a field.
    public init(_ name: String, _ type: SchemaType, isNullable: Bool = false) {
        self.name = name
        self.type = type
        self.isNullable = isNullable
    }
}

/// The type of a value in a record.
public indirect enum SchemaType: Hashable, Sendable {
    /// Text.
    case string
    /// A whole number of at most 64 bits.
    case integer
    /// A double.
    case number
    /// True or false.
    case boolean
    /// Values of one type, in order; no element is null.
    case list(SchemaType)
    /// The given fields, all of them, in order.
    case structure([SchemaField])
    /// An object with the caller's own keys.
    case object
}
