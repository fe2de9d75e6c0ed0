/// Writes JSON on one line into a growing buffer.
///
/// Commas are put where they belong; nesting is the caller's (each `begin` has its `end`, each key
/// one value). What it writes is UTF-8 without line breaks as long as the strings handed in are UTF-8.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.beginObject()
/// writer.key("start")
/// writer.integer(12)
/// writer.endObject()
/// ```
public struct JSONWriter: ~Copyable, Sendable {
    /// What was written.
    public var buffer: ByteBuffer

    /// Whether a value stands before the next one in the same container.
    @usableFromInline var needsComma = false

    /// Makes a writer with an empty buffer.
    ///
    /// - Parameter capacity: How many bytes fit before the buffer has to grow.
    public init(capacity: Int = 4096) {
        buffer = ByteBuffer(capacity: capacity)
    }

    /// Forgets what was written, and keeps the storage.
    @inlinable
    public mutating func removeAll() {
        buffer.removeAll()
        needsComma = false
    }

    /// Ends a line; what follows is a new document.
    @inlinable
    public mutating func newline() {
        buffer.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    /// Writes `{`.
    @inlinable
    public mutating func beginObject() { begin(UInt8(ascii: "{")) }

    /// Writes `}`.
    @inlinable
    public mutating func endObject() { end(UInt8(ascii: "}")) }

    /// Writes `[`.
    @inlinable
    public mutating func beginArray() { begin(UInt8(ascii: "[")) }

    /// Writes `]`.
    @inlinable
    public mutating func endArray() { end(UInt8(ascii: "]")) }

    /// Writes a key that needs no escape: no quotation mark, backslash or control character in it.
    @inlinable
    public mutating func key(_ name: StaticString) {
        let count = name.utf8CodeUnitCount
        buffer.reserve(count &+ 4)
        separate()
        var out = buffer.base + buffer.length
        out.pointee = UInt8(ascii: "\"")
        out += 1
        out.update(from: name.utf8Start, count: count)
        out += count
        out[0] = UInt8(ascii: "\"")
        out[1] = UInt8(ascii: ":")
        buffer.length &+= count &+ 3
        needsComma = false
    }

    /// Writes a key that was escaped before.
    @inlinable
    public mutating func key(_ key: JSONKey) {
        separate()
        buffer.append(key.encoded)
        needsComma = false
    }

    /// Writes a key, escaping it.
    public mutating func key(escaping name: String) {
        string(name)
        buffer.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes `null`.
    @inlinable
    public mutating func null() { literal("null") }

    /// Writes `true` or `false`.
    @inlinable
    public mutating func bool(_ value: Bool) {
        if value { literal("true") } else { literal("false") }
    }

    /// Writes a value that is JSON already.
    ///
    /// Line breaks and tabs in it, which can stand only between its tokens, become spaces.
    ///
    /// - Parameter json: One checked JSON value, such as ``JSONRawValue/raw``.
    /// - Complexity: O(n).
    public mutating func raw(_ json: UnsafeBufferPointer<UInt8>) {
        separate()
        let start = buffer.count
        buffer.append(json)
        for index in start..<buffer.count where buffer.base[index] < 0x20 {
            buffer.base[index] = 0x20
        }
        needsComma = true
    }

    /// Writes members of an object that are JSON already, such as those that many objects share.
    ///
    /// - Parameter members: Keys and values with commas between, on one line.
    /// - Complexity: O(n).
    @inlinable
    public mutating func members(_ members: [UInt8]) {
        separate()
        buffer.append(members)
        needsComma = true
    }

    /// Writes a comma where a value stands before.
    @inlinable
    @inline(__always)
    mutating func separate() {
        if needsComma { buffer.append(UInt8(ascii: ",")) }
    }

    @inlinable
    @inline(__always)
    mutating func literal(_ text: StaticString) {
        separate()
        buffer.append(text)
        needsComma = true
    }

    @usableFromInline
    @inline(__always)
    mutating func begin(_ bracket: UInt8) {
        separate()
        buffer.append(bracket)
        needsComma = false
    }

    @usableFromInline
    @inline(__always)
    mutating func end(_ bracket: UInt8) {
        buffer.append(bracket)
        needsComma = true
    }
}
