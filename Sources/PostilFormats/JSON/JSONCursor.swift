/// Walks over a value that was checked when it was read, in one pass and into any depth.
///
/// ``JSONObjectReader`` and ``JSONArrayReader`` check each value whole before they return it, so that what lies deep is
/// checked once for each level above it. A cursor checks nothing again: it is for the many small values inside a
/// ``JSONRawValue``. On bytes that are no JSON it returns something without meaning, and stays within them.
///
/// ```swift
/// var cursor = JSONCursor(array)
/// cursor.enter()
/// while cursor.nextElement() {
///     cursor.enter()
///     while let key = cursor.nextKey() {
///         if key.equals("start") { start = cursor.value().integer } else { cursor.skip() }
///     }
/// }
/// ```
///
/// It points into the bytes of the value; do not let it outlive the closure that lent them.
public struct JSONCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let options: JSONReadingOptions
    private var position: Int
    private let end: Int

    /// A cursor before the value's first byte.
    public init(_ value: JSONRawValue) {
        bytes = value.bytes
        options = value.options
        position = value.range.lowerBound
        end = value.range.upperBound
    }

    /// The type of the value that the cursor stands before.
    public var kind: JSONKind {
        switch next {
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "\""): .string
        case UInt8(ascii: "n"): .null
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .bool
        default: .number
        }
    }

    /// Goes into the array or object that the cursor stands before.
    public mutating func enter() { advance() }

    /// Goes to the next element of the array that the cursor is in.
    ///
    /// - Returns: False behind the last; then the cursor stands behind the array.
    public mutating func nextElement() -> Bool {
        skipSeparators()
        guard position < end, bytes[position] != UInt8(ascii: "]") else {
            advance()
            return false
        }
        return true
    }

    /// Goes to the value of the next member of the object that the cursor is in.
    ///
    /// - Returns: The key; nil behind the last, and then the cursor stands behind the object.
    public mutating func nextKey() -> JSONRawValue? {
        skipSeparators()
        guard position < end, bytes[position] == UInt8(ascii: "\"") else {
            advance()
            return nil
        }
        let key = value()
        skipSeparators()
        return key
    }

    /// The value that the cursor stands before, behind which it then stands.
    public mutating func value() -> JSONRawValue {
        let start = position
        let kind = kind
        var hasEscapes = false
        switch kind {
        case .string: hasEscapes = passString()
        case .object, .array: passContainer()
        default: while position < end, !isDelimiter(bytes[position]) { position += 1 }
        }
        // Bytes that are no JSON must not keep a loop where it is.
        if position == start { advance() }
        let isWhole = kind != .string || position - start > 1
        return JSONRawValue(
            bytes: bytes,
            range: start..<position,
            kind: isWhole ? kind : .null,
            hasEscapes: hasEscapes,
            options: options
        )
    }

    /// Passes the value that the cursor stands before.
    public mutating func skip() { _ = value() }

    private var next: UInt8 { position < end ? bytes[position] : 0 }

    private mutating func advance() { position = min(position + 1, end) }

    /// Passes white space, commas and colons.
    private mutating func skipSeparators() {
        while position < end {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: ":"): position += 1
            default: return
            }
        }
    }

    private func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ":"): true
        default: false
        }
    }

    /// Passes a string; returns whether it has an escape.
    private mutating func passString() -> Bool {
        var hasEscapes = false
        position += 1
        while position < end {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") { return hasEscapes }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                advance()
            }
        }
        return hasEscapes
    }

    private mutating func passContainer() {
        var depth = 0
        while position < end {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                _ = passString()
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            position += 1
            if depth == 0 { return }
        }
    }
}
