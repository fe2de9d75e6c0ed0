/// Reads the members of one object in order, without copying or allocating.
///
/// Each value is checked whole before it is returned. Keys that appear twice are returned twice.
/// After the last member the reader checks that nothing but white space follows the object, so a
/// loop that ends without an error has checked every byte. The bytes should be UTF-8, without a byte
/// order mark: check with `UTF8Validator` first.
///
/// ```swift
/// try line.withUnsafeBufferPointer { bytes throws(JSONError) in
///     var reader = try JSONObjectReader(bytes)
///     while let member = try reader.next() {
///         if member.key.equals("text") { try member.value.decode(into: &text) }
///     }
/// }
/// ```
///
/// The reader and what it returns point into the bytes; do not let them outlive the closure.
public struct JSONObjectReader {
    private var scanner: JSONScanner
    private var state = State.first

    private enum State { case first, later, finished }

    /// Prepares to read the object that the bytes hold.
    ///
    /// - Throws: ``JSONError/Code/wrongType`` where they hold another sound-looking value,
    ///   ``JSONError/Code/unexpectedByte`` or ``JSONError/Code/unexpectedEnd`` where they hold none.
    public init(
        _ bytes: UnsafeBufferPointer<UInt8>,
        options: JSONReadingOptions = JSONReadingOptions()
    ) throws(JSONError) {
        try self.init(bytes, in: 0..<bytes.count, options: options)
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, options: JSONReadingOptions) throws(JSONError) {
        scanner = JSONScanner(bytes, in: range, options: options)
        try scanner.open(UInt8(ascii: "{"), .object)
    }

    /// The next member, or nil behind the last.
    ///
    /// - Throws: Any ``JSONError``; the reader then returns nothing more of use.
    /// - Complexity: O(length of the member).
    public mutating func next() throws(JSONError) -> JSONMember? {
        guard state != .finished else { return nil }
        scanner.skipWhiteSpace()
        if scanner.next == UInt8(ascii: "}") {
            scanner.position += 1
            state = .finished
            try scanner.finish()
            return nil
        }
        if state == .later {
            guard scanner.next == UInt8(ascii: ",") else { throw scanner.unexpected(expected: "“,” or “}”") }
            scanner.position += 1
            scanner.skipWhiteSpace()
        }
        state = .later
        guard scanner.next == UInt8(ascii: "\"") else {
            throw scanner.unexpected(expected: "a key in quotation marks")
        }
        let key = try scanner.scanValue(depth: 1)
        try scanner.expect(UInt8(ascii: ":"), "“:”")
        let value = try scanner.scanValue(depth: 1)
        return JSONMember(key: key, value: value)
    }
}

extension JSONScanner {
    /// Passes white space and the opening bracket of a container.
    mutating func open(_ bracket: UInt8, _ kind: JSONKind) throws(JSONError) {
        skipWhiteSpace()
        if next != bracket {
            try scanValue(depth: 0).require(kind)
        }
        guard options.depthLimit > 0 else { throw tooDeep() }
        position += 1
    }
}
