/// A checked value that still lies in the bytes it was read from.
///
/// It points into the reader's bytes and is valid only as long as they are: keep it inside the
/// closure that lent them.
public struct JSONRawValue {
    /// The bytes that the reader was given; ``range`` counts from their start.
    public let bytes: UnsafeBufferPointer<UInt8>

    /// Where the value lies, from its first byte up to, but not including, the one behind its last;
    /// a string's quotation marks are inside.
    public let range: Range<Int>

    /// The value's type.
    public let kind: JSONKind

    /// Whether a string holds an escape; false for other types.
    public let hasEscapes: Bool

    let options: JSONReadingOptions

    /// The value's own bytes as they stand in the input: JSON that may be copied into other JSON.
    public var raw: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[range]) }

    /// The bytes between a string's quotation marks, still escaped; empty for other types.
    public var contents: UnsafeBufferPointer<UInt8> {
        guard kind == .string else { return UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<range.lowerBound]) }
        return UnsafeBufferPointer(rebasing: bytes[range.lowerBound + 1..<range.upperBound - 1])
    }
}

extension JSONRawValue {
    /// Whether this is the literal `null`.
    public var isNull: Bool { kind == .null }

    /// The Boolean, or nil for other types.
    public var bool: Bool? { kind == .bool ? bytes[range.lowerBound] == UInt8(ascii: "t") : nil }

    /// The number where it is written as a whole number that fits, without fraction and exponent.
    public var integer: Int? {
        guard kind == .number else { return nil }
        var digits = raw[...]
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative { digits = digits.dropFirst() }
        var value = 0
        for byte in digits {
            let digit = byte &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (next, overflow2) =
                isNegative
                ? product.subtractingReportingOverflow(Int(digit)) : product.addingReportingOverflow(Int(digit))
            guard !overflow, !overflow2 else { return nil }
            value = next
        }
        return value
    }

    /// The number as the nearest double, infinite where it is too large; nil for other types.
    public var double: Double? { kind == .number ? Double(String(decoding: raw, as: UTF8.self)) : nil }

    /// A reader of an object's members.
    ///
    /// - Throws: ``JSONError/Code/wrongType`` for other types.
    public func members() throws(JSONError) -> JSONObjectReader {
        try require(.object)
        return try JSONObjectReader(bytes, in: range, options: options)
    }

    /// A reader of an array's elements.
    ///
    /// - Throws: ``JSONError/Code/wrongType`` for other types.
    public func elements() throws(JSONError) -> JSONArrayReader {
        try require(.array)
        return try JSONArrayReader(bytes, in: range, options: options)
    }

    /// - Throws: ``JSONError/Code/wrongType`` for other types.
    func require(_ wanted: JSONKind) throws(JSONError) {
        guard kind == wanted else {
            throw JSONError(
                code: .wrongType,
                offset: range.lowerBound,
                message: "expected \(wanted.name), found \(kind.name)"
            )
        }
    }
}
