extension JSONRawValue {
    /// Replaces the buffer's bytes by a string's UTF-8, its escapes resolved.
    ///
    /// The buffer keeps its storage, so that one buffer serves many strings without allocation.
    ///
    /// - Returns: How many lone surrogates became U+FFFD; always zero unless
    ///   ``JSONReadingOptions/replacesLoneSurrogates`` is set, as the reader refuses them otherwise.
    /// - Throws: ``JSONError/Code/wrongType`` for other types.
    /// - Complexity: O(n); one copy where the string has no escape.
    @discardableResult
    public func decode(into buffer: inout [UInt8]) throws(JSONError) -> Int {
        buffer.removeAll(keepingCapacity: true)
        return try appendDecoded(to: &buffer)
    }

    /// Appends a string's UTF-8, its escapes resolved.
    ///
    /// - Returns: How many lone surrogates became U+FFFD.
    /// - Throws: ``JSONError/Code/wrongType`` for other types.
    /// - Complexity: O(n).
    @discardableResult
    public func appendDecoded(to buffer: inout [UInt8]) throws(JSONError) -> Int {
        try require(.string)
        return appendContents(to: &buffer)
    }

    /// The string's bytes with its escapes resolved.
    ///
    /// - Throws: ``JSONError/Code/wrongType`` for other types.
    /// - Complexity: O(n).
    public func decodedBytes() throws(JSONError) -> [UInt8] {
        var buffer: [UInt8] = []
        try appendDecoded(to: &buffer)
        return buffer
    }

    /// The string with its escapes resolved; bytes that are not UTF-8 become U+FFFD.
    ///
    /// - Throws: ``JSONError/Code/wrongType`` for other types.
    /// - Complexity: O(n).
    public func string() throws(JSONError) -> String {
        try require(.string)
        return text
    }

    /// Whether this is a string that, with its escapes resolved, has exactly these bytes.
    ///
    /// - Complexity: O(n); no allocation where the string has no escape.
    public func equals(_ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
        guard kind == .string else { return false }
        if !hasEscapes { return JSONRawValue.areEqual(contents, wanted) }
        // An escape is never shorter than what it stands for.
        guard contents.count >= wanted.count else { return false }
        var decoded: [UInt8] = []
        _ = appendContents(to: &decoded)
        return decoded.withUnsafeBufferPointer { JSONRawValue.areEqual($0, wanted) }
    }

    /// Whether this is a string that, with its escapes resolved, has exactly these bytes.
    public func equals(_ wanted: [UInt8]) -> Bool { wanted.withUnsafeBufferPointer { equals($0) } }

    /// Whether this is a string that, with its escapes resolved, is this one.
    public func equals(_ wanted: StaticString) -> Bool {
        wanted.withUTF8Buffer { equals($0) }
    }

    /// The string with its escapes resolved; empty for other types.
    var text: String {
        guard hasEscapes else { return String(decoding: contents, as: UTF8.self) }
        var decoded: [UInt8] = []
        _ = appendContents(to: &decoded)
        return String(decoding: decoded, as: UTF8.self)
    }

    /// Appends the contents with their escapes resolved.
    ///
    /// - Returns: How many lone surrogates became U+FFFD.
    private func appendContents(to buffer: inout [UInt8]) -> Int {
        let escaped = contents
        guard hasEscapes else {
            buffer.append(contentsOf: escaped)
            return 0
        }
        // An escape is never shorter than what it stands for, so the contents' length is room enough.
        let start = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: escaped.count))
        var written = 0
        var replacements = 0
        buffer.withUnsafeMutableBufferPointer { all in
            var decoder = JSONUnescaper(source: escaped, target: UnsafeMutableBufferPointer(rebasing: all[start...]))
            decoder.run()
            written = decoder.written
            replacements = decoder.replacements
        }
        buffer.removeLast(escaped.count - written)
        return replacements
    }

    private static func areEqual(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        var index = 0
        while index < left.count {
            guard left[index] == right[index] else { return false }
            index += 1
        }
        return true
    }
}
