import PostilCore

extension JSONValue {
    /// Parses one value.
    ///
    /// - Parameters:
    ///   - bytes: JSON text in UTF-8 without a byte order mark.
    ///   - options: What is accepted beyond the defaults.
    /// - Throws: ``JSONError``, with ``JSONError/Code/invalidUTF8`` where the bytes are not UTF-8.
    /// - Complexity: O(n); depth costs no stack.
    public init(
        parsing bytes: UnsafeBufferPointer<UInt8>,
        options: JSONReadingOptions = JSONReadingOptions()
    ) throws(JSONError) {
        if let offset = UTF8Validator.firstInvalid(in: bytes) {
            let byte = JSONError.hexadecimal(bytes[offset])
            throw JSONError(code: .invalidUTF8, offset: offset, message: "\(byte) is not UTF-8 here")
        }
        var scanner = JSONScanner(bytes, in: 0..<bytes.count, options: options)
        self = try JSONTreeBuilder.build(&scanner)
        try scanner.finish()
    }

    /// Parses one value.
    ///
    /// - Throws: ``JSONError``, with ``JSONError/Code/invalidUTF8`` where the bytes are not UTF-8.
    /// - Complexity: O(n).
    public init(
        parsing bytes: [UInt8],
        options: JSONReadingOptions = JSONReadingOptions()
    ) throws(JSONError) {
        self = try bytes.withUnsafeBufferPointer { bytes throws(JSONError) in
            try JSONValue(parsing: bytes, options: options)
        }
    }

    /// Parses one value.
    ///
    /// - Throws: ``JSONError``; its offset counts UTF-8 bytes.
    /// - Complexity: O(n).
    public init(
        parsing text: String,
        options: JSONReadingOptions = JSONReadingOptions()
    ) throws(JSONError) {
        try self.init(parsing: Array(text.utf8), options: options)
    }

    /// Copies a value out of the bytes that it was read from.
    ///
    /// - Throws: Nothing in practice, as the value was checked when it was read.
    /// - Complexity: O(n).
    public init(_ value: JSONRawValue) throws(JSONError) {
        var scanner = JSONScanner(value.bytes, in: value.range, options: value.options)
        self = try JSONTreeBuilder.build(&scanner)
    }

    /// Copies a string, number or literal.
    fileprivate init(scalar value: JSONRawValue) {
        switch value.kind {
        case .bool: self = .bool(value.bool == true)
        case .number: self = .number(String(decoding: value.raw, as: UTF8.self))
        case .string: self = .string(value.text)
        default: self = .null
        }
    }
}

/// Makes a tree of what a scanner passes.
private struct JSONTreeBuilder: JSONVisitor {
    private var open: [OpenContainer] = []
    private var result = JSONValue.null

    /// An array or object whose end has not been reached.
    private struct OpenContainer {
        let kind: ContainerStack.Kind
        var elements: [JSONValue] = []
        var members: [JSONObject.Member] = []
        var key = ""

        mutating func add(_ value: JSONValue) {
            switch kind {
            case .array: elements.append(value)
            case .object: members.append(JSONObject.Member(key: key, value: value))
            }
        }

        var value: JSONValue {
            switch kind {
            case .array: .array(elements)
            case .object: .object(JSONObject(members))
            }
        }
    }

    static func build(_ scanner: inout JSONScanner) throws(JSONError) -> JSONValue {
        scanner.skipWhiteSpace()
        guard scanner.next == UInt8(ascii: "{") || scanner.next == UInt8(ascii: "[") else {
            return JSONValue(scalar: try scanner.scanScalar())
        }
        var builder = JSONTreeBuilder()
        try scanner.scanContainer(depth: 0, visitor: &builder)
        return builder.result
    }

    mutating func begin(_ kind: ContainerStack.Kind) { open.append(OpenContainer(kind: kind)) }

    mutating func end() {
        guard let finished = open.popLast()?.value else { return }
        if open.isEmpty { result = finished } else { open[open.count - 1].add(finished) }
    }

    mutating func key(_ key: JSONRawValue) {
        guard !open.isEmpty else { return }
        open[open.count - 1].key = key.text
    }

    mutating func scalar(_ value: JSONRawValue) {
        guard !open.isEmpty else { return }
        open[open.count - 1].add(JSONValue(scalar: value))
    }
}
