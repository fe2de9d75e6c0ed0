/// Bytes that grow at their end and keep their storage when emptied.
///
/// One owner at a time, so no reference count and no uniqueness check stand in the way of an append.
public struct ByteBuffer: ~Copyable {
    @usableFromInline var base: UnsafeMutablePointer<UInt8>
    @usableFromInline var capacity: Int

    /// How many bytes it holds.
    public internal(set) var count: Int {
        @inlinable get { length }
        @inlinable set { length = newValue }
    }

    @usableFromInline var length = 0

    /// Makes an empty buffer.
    ///
    /// - Parameter capacity: How many bytes fit before it has to grow.
    public init(capacity: Int = 4096) {
        self.capacity = Swift.max(capacity, 64)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    /// Whether it holds no byte.
    @inlinable public var isEmpty: Bool { length == 0 }

    /// Makes room for `extra` more bytes.
    ///
    /// - Complexity: O(1) amortised over appends.
    @inlinable
    @inline(__always)
    public mutating func reserve(_ extra: Int) {
        if capacity &- length < extra { grow(by: extra) }
    }

    /// Appends one byte.
    @inlinable
    public mutating func append(_ byte: UInt8) {
        reserve(1)
        base[length] = byte
        length &+= 1
    }

    /// Appends bytes.
    ///
    /// - Complexity: O(n).
    @inlinable
    public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        reserve(bytes.count)
        (base + length).update(from: start, count: bytes.count)
        length &+= bytes.count
    }

    /// Appends bytes.
    ///
    /// - Complexity: O(n).
    @inlinable
    public mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append($0) }
    }

    /// Appends a literal's UTF-8.
    @inlinable
    public mutating func append(_ text: StaticString) {
        reserve(text.utf8CodeUnitCount)
        (base + length).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
        length &+= text.utf8CodeUnitCount
    }

    /// Forgets the bytes from `newCount` on, and keeps the storage.
    @inlinable
    public mutating func truncate(to newCount: Int) {
        length = Swift.max(0, Swift.min(newCount, length))
    }

    /// Forgets all bytes and keeps the storage.
    @inlinable
    public mutating func removeAll() { length = 0 }

    /// Lends the bytes; the pointer is valid only inside the closure.
    @inlinable
    public borrowing func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeBufferPointer(start: base, count: length))
    }

    /// A copy of the bytes.
    ///
    /// - Complexity: O(n).
    public borrowing func array() -> [UInt8] {
        withBytes { Array($0) }
    }

    @usableFromInline
    @inline(never)
    mutating func grow(by extra: Int) {
        let newCapacity = Swift.max(capacity * 2, length + extra)
        let newBase = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity)
        newBase.update(from: base, count: length)
        base.deallocate()
        base = newBase
        capacity = newCapacity
    }
}

// The storage has one owner and is reached through it alone, so moving the owner to another thread
// moves all access; the pointer keeps the compiler from seeing that.
extension ByteBuffer: @unchecked Sendable {}
