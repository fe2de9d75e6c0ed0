/// Reads the elements of one array in order, without copying or allocating.
///
/// Works as ``JSONObjectReader`` does, and points into the bytes as that does.
public struct JSONArrayReader {
    private var scanner: JSONScanner
    private var state = State.first

    private enum State { case first, later, finished }

    /// Prepares to read the array that the bytes hold.
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
        try scanner.open(UInt8(ascii: "["), .array)
    }

    /// The next element, or nil behind the last.
    ///
    /// - Throws: Any ``JSONError``; the reader then returns nothing more of use.
    /// - Complexity: O(length of the element).
    public mutating func next() throws(JSONError) -> JSONRawValue? {
        guard state != .finished else { return nil }
        scanner.skipWhiteSpace()
        // A comma must be followed by a value, so the bracket closes only before one or behind one.
        if scanner.next == UInt8(ascii: "]") {
            scanner.position += 1
            state = .finished
            try scanner.finish()
            return nil
        }
        if state == .later {
            guard scanner.next == UInt8(ascii: ",") else { throw scanner.unexpected(expected: "“,” or “]”") }
            scanner.position += 1
        }
        state = .later
        return try scanner.scanValue(depth: 1)
    }
}
