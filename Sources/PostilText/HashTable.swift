import PostilCore

/// An immutable map from word hashes to small values, with a bit filter in front.
///
/// Open addressing with linear probing at a load of at most one quarter. A zero value means absence,
/// so that a miss needs no optional.
public final class HashTable: Sendable {
    @usableFromInline let keys: [UInt64]
    @usableFromInline let values: [UInt32]
    @usableFromInline let filter: [UInt64]
    @usableFromInline let mask: UInt64

    /// Builds the table; of two entries with one hash the first wins.
    public init(entries: [(LowercaseHash, UInt32)]) {
        var capacity = 16
        while capacity < entries.count * 4 { capacity *= 2 }
        var keys = [UInt64](repeating: 0, count: capacity)
        var values = [UInt32](repeating: 0, count: capacity)
        var filter = [UInt64](repeating: 0, count: HashTable.filterWords)
        let mask = UInt64(capacity - 1)
        for (hash, value) in entries where value != 0 {
            var slot = Int(truncatingIfNeeded: hash.bits & mask)
            while values[slot] != 0, keys[slot] != hash.bits { slot = (slot + 1) & Int(truncatingIfNeeded: mask) }
            guard values[slot] == 0 else { continue }
            keys[slot] = hash.bits
            values[slot] = value
            filter[HashTable.filterIndex(hash)] |= HashTable.filterBit(hash)
        }
        self.keys = keys
        self.values = values
        self.filter = filter
        self.mask = mask
    }

    /// The value of `hash`, or 0 where the table has none.
    @inlinable
    public func value(for hash: LowercaseHash) -> UInt32 {
        // Most words that are asked for are not there, and the filter is small enough to stay in the cache.
        guard filter[HashTable.filterIndex(hash)] & HashTable.filterBit(hash) != 0 else { return 0 }
        var slot = Int(truncatingIfNeeded: hash.bits & mask)
        while values[slot] != 0 {
            if keys[slot] == hash.bits { return values[slot] }
            slot = (slot &+ 1) & Int(truncatingIfNeeded: mask)
        }
        return 0
    }

    /// Calls `body` with the bits of the filter, for ``mayContain(_:in:)``.
    @inlinable
    public func withFilter<Result>(_ body: (UnsafePointer<UInt64>) -> Result) -> Result? {
        filter.withUnsafeBufferPointer { buffer in buffer.baseAddress.map(body) }
    }

    /// Whether the table with this filter can hold `hash`: false is certain.
    @inlinable
    public static func mayContain(_ hash: LowercaseHash, in filter: UnsafePointer<UInt64>) -> Bool {
        filter[filterIndex(hash)] & filterBit(hash) != 0
    }

    @usableFromInline static var filterWords: Int { 256 }

    @inlinable
    static func filterIndex(_ hash: LowercaseHash) -> Int {
        Int(truncatingIfNeeded: (hash.bits &>> 40) & UInt64(filterWords &- 1))
    }

    @inlinable
    static func filterBit(_ hash: LowercaseHash) -> UInt64 { 1 &<< ((hash.bits &>> 50) & 63) }
}
