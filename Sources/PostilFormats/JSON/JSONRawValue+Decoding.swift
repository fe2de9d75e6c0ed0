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
        var replacements = 0
        var position = 0
        while position < escaped.count {
            let run = JSONRawValue.runLength(in: escaped, from: position)
            buffer.append(contentsOf: UnsafeBufferPointer(rebasing: escaped[position..<position + run]))
            position += run
            guard position < escaped.count else { break }
            position = JSONRawValue.appendEscape(in: escaped, at: position, to: &buffer, &replacements)
        }
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

    /// How many bytes from `start` on hold no backslash.
    private static func runLength(in escaped: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(escaped)
        var position = start
        while position + 8 <= escaped.count {
            let word = ByteWord.load(raw, at: position) ^ 0x5C5C_5C5C_5C5C_5C5C
            let marks = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
            if marks != 0 { return position + ByteWord.bytesBefore(marks) - start }
            position += 8
        }
        while position < escaped.count, escaped[position] != UInt8(ascii: "\\") { position += 1 }
        return position - start
    }

    /// Appends what the (checked) escape at `position` stands for.
    ///
    /// - Returns: The offset behind it.
    private static func appendEscape(
        in escaped: UnsafeBufferPointer<UInt8>,
        at position: Int,
        to buffer: inout [UInt8],
        _ replacements: inout Int
    ) -> Int {
        switch escaped[position + 1] {
        case UInt8(ascii: "b"): buffer.append(0x08)
        case UInt8(ascii: "f"): buffer.append(0x0C)
        case UInt8(ascii: "n"): buffer.append(0x0A)
        case UInt8(ascii: "r"): buffer.append(0x0D)
        case UInt8(ascii: "t"): buffer.append(0x09)
        case UInt8(ascii: "u"):
            return appendUnit(in: escaped, at: position, to: &buffer, &replacements)
        case let byte: buffer.append(byte)
        }
        return position + 2
    }

    private static func appendUnit(
        in escaped: UnsafeBufferPointer<UInt8>,
        at position: Int,
        to buffer: inout [UInt8],
        _ replacements: inout Int
    ) -> Int {
        let count = escaped.count
        let unit = JSONEscape.unit(in: escaped, at: position, end: count) ?? 0xFFFD
        var length = 6
        var scalar = Unicode.Scalar(unit)
        if UTF16.isLeadSurrogate(unit), let trail = JSONEscape.unit(in: escaped, at: position + 6, end: count),
            UTF16.isTrailSurrogate(trail)
        {
            scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(trail) - 0xDC00))
            length = 12
        }
        if scalar == nil { replacements += 1 }
        buffer.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
        return position + length
    }
}
