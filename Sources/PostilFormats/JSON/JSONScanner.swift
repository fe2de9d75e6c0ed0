/// Walks over JSON text (RFC 8259), checking every byte of the grammar and copying nothing.
///
/// Depth costs no stack: open containers are bits in ``ContainerStack``. Bytes above ASCII are taken
/// as they come; whoever holds the bytes checks that they are UTF-8.
struct JSONScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    let options: JSONReadingOptions

    /// The offset of the next byte to read.
    var position: Int

    /// The offset behind the last byte.
    let end: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, options: JSONReadingOptions) {
        self.bytes = bytes
        self.options = options
        position = range.lowerBound
        end = range.upperBound
    }

    /// The next byte, or nil at the end.
    @inline(__always)
    var next: UInt8? { position < end ? bytes[position] : nil }

    /// Passes white space.
    @inline(__always)
    mutating func skipWhiteSpace() {
        while position < end {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }

    /// Passes white space and one whole value.
    ///
    /// - Parameter depth: How many containers are open around it.
    mutating func scanValue(depth: Int) throws(JSONError) -> JSONRawValue {
        skipWhiteSpace()
        guard let byte = next, byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") else {
            return try scanScalar()
        }
        let start = position
        var visitor = IgnoringVisitor()
        try scanContainer(depth: depth, visitor: &visitor)
        return value(from: start, byte == UInt8(ascii: "{") ? .object : .array)
    }

    /// Passes a string, number or literal.
    mutating func scanScalar() throws(JSONError) -> JSONRawValue {
        let start = position
        guard let byte = next else { throw unexpected(expected: "a value") }
        switch byte {
        case UInt8(ascii: "\""):
            let hasEscapes = try scanString()
            return value(from: start, .string, hasEscapes: hasEscapes)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            try scanNumber()
            return value(from: start, .number)
        case UInt8(ascii: "t"):
            try scanLiteral("true")
            return value(from: start, .bool)
        case UInt8(ascii: "f"):
            try scanLiteral("false")
            return value(from: start, .bool)
        case UInt8(ascii: "n"):
            try scanLiteral("null")
            return value(from: start, .null)
        default:
            throw unexpected(expected: "a value")
        }
    }

    @inline(__always)
    private func value(from start: Int, _ kind: JSONKind, hasEscapes: Bool = false) -> JSONRawValue {
        JSONRawValue(bytes: bytes, range: start..<position, kind: kind, hasEscapes: hasEscapes, options: options)
    }

    /// Passes white space and requires the end of the bytes.
    mutating func finish() throws(JSONError) {
        skipWhiteSpace()
        guard let byte = next else { return }
        throw JSONError(
            code: .trailingData,
            offset: position,
            message: "expected the end, found \(JSONError.name(of: byte))"
        )
    }

    /// Passes white space and the given byte.
    @inline(__always)
    mutating func expect(_ byte: UInt8, _ description: StaticString) throws(JSONError) {
        skipWhiteSpace()
        guard next == byte else { throw unexpected(expected: "\(description)") }
        position += 1
    }

    /// The error for the byte at the position, or for the end.
    @inline(never)
    func unexpected(expected: String) -> JSONError {
        guard let byte = next else {
            return JSONError(
                code: .unexpectedEnd,
                offset: position,
                message: "expected \(expected), found the end"
            )
        }
        return JSONError(
            code: .unexpectedByte,
            offset: position,
            message: "expected \(expected), found \(JSONError.name(of: byte))"
        )
    }

    private mutating func scanLiteral(_ literal: StaticString) throws(JSONError) {
        let wanted = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
        for byte in wanted {
            guard next == byte else { throw unexpected(expected: "“\(literal)”") }
            position += 1
        }
    }

    private mutating func scanNumber() throws(JSONError) {
        let start = position
        if next == UInt8(ascii: "-") { position += 1 }
        if next == UInt8(ascii: "0") {
            position += 1
        } else {
            try scanDigits(start)
        }
        if next == UInt8(ascii: ".") {
            position += 1
            try scanDigits(start)
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            position += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
            try scanDigits(start)
        }
        // "01", "1.2.3" and "0x10" are one bad number to a reader, not a number with something behind it.
        if let byte = next, JSONScanner.continuesNumber(byte) { throw badNumber(start) }
    }

    @inline(__always)
    private mutating func scanDigits(_ numberStart: Int) throws(JSONError) {
        let start = position
        while position < end, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
        guard position > start else { throw badNumber(numberStart) }
    }

    private static func continuesNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"),
            UInt8(ascii: "_"):
            true
        default:
            false
        }
    }

    @inline(never)
    private func badNumber(_ start: Int) -> JSONError {
        let shown = 32
        var stop = start
        while stop < end, stop - start < shown, JSONScanner.continuesNumber(bytes[stop]) { stop += 1 }
        let text = String(decoding: bytes[start..<stop], as: UTF8.self)
        return JSONError(code: .badNumber, offset: start, message: "“\(text)” is not a JSON number")
    }
}
