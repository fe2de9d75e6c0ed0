/// Translates UTF-8 byte offsets of one text into another unit and back.
///
/// Every 64 bytes the map keeps a running count, so a look-up reads one count and at most 64 bytes. A
/// map of ASCII text needs no counts and returns offsets as they are.
public struct OffsetMap: Sendable {
    /// The unit that ``offset(of:)`` returns.
    public let unit: OffsetUnit

    @usableFromInline let isIdentity: Bool
    @usableFromInline let base: UInt32
    private let bytes: [UInt8]
    private let checkpoints: [UInt32]

    private static let blockSize = 64

    /// Prepares the translation of `text` to `unit`.
    ///
    /// - Parameter base: How many units stand before the text in what it is a part of.
    /// - Complexity: O(n) for text with other characters than ASCII, else O(1).
    public init(text: Text, unit: OffsetUnit, base: UInt32 = 0) {
        self.unit = unit
        self.base = base
        bytes = text.bytes
        isIdentity = unit == .utf8 || text.isASCII
        checkpoints = isIdentity ? [] : OffsetMap.checkpoints(of: text.bytes, unit: unit)
    }

    /// The offset, in ``unit``, of the scalar boundary at UTF-8 byte `offset`.
    ///
    /// - Complexity: O(1).
    @inlinable
    public func offset(of offset: UInt32) -> UInt32 { (isIdentity ? offset : counted(offset)) &+ base }

    /// The UTF-8 byte offset of the scalar that starts at `offset` in ``unit``.
    ///
    /// - Returns: nil where `offset` lies behind the text's end or inside a scalar.
    /// - Complexity: O(log n).
    public func byteOffset(of offset: UInt32) -> UInt32? {
        guard offset >= base else { return nil }
        let offset = offset &- base
        guard !isIdentity else {
            return Int(offset) <= bytes.count && (Int(offset) == bytes.count || bytes[Int(offset)] & 0xC0 != 0x80)
                ? offset : nil
        }
        var block = 0
        var upper = checkpoints.count
        while upper - block > 1 {
            let middle = (block + upper) / 2
            if checkpoints[middle] <= offset { block = middle } else { upper = middle }
        }
        var index = block * OffsetMap.blockSize
        var count = checkpoints[block]
        while index < bytes.count {
            let units = OffsetMap.units(startedBy: bytes[index], unit: unit)
            if count == offset, units > 0 { return UInt32(index) }
            if count > offset { return nil }
            count += units
            index += 1
        }
        return count == offset ? UInt32(bytes.count) : nil
    }

    @usableFromInline
    func counted(_ offset: UInt32) -> UInt32 {
        let index = min(Int(offset), bytes.count)
        let block = min(index / OffsetMap.blockSize, checkpoints.count - 1)
        return bytes.withUnsafeBytes { bytes in
            checkpoints[block] &+ OffsetMap.units(in: bytes, block * OffsetMap.blockSize..<index, unit: unit)
        }
    }

    private static func checkpoints(of bytes: [UInt8], unit: OffsetUnit) -> [UInt32] {
        var counts: [UInt32] = []
        counts.reserveCapacity(bytes.count / blockSize + 1)
        bytes.withUnsafeBytes { bytes in
            var count: UInt32 = 0
            for start in stride(from: 0, through: bytes.count, by: blockSize) {
                counts.append(count)
                count &+= units(in: bytes, start..<min(start + blockSize, bytes.count), unit: unit)
            }
        }
        return counts
    }

    /// How many units the scalars take that start in `range`, eight bytes a step.
    @inline(__always)
    static func units(in bytes: UnsafeRawBufferPointer, _ range: Range<Int>, unit: OffsetUnit) -> UInt32 {
        var count = 0
        var index = range.lowerBound
        while index &+ 8 <= range.upperBound {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            // A continuation byte has its upper bit set and the next clear; a lead byte of four has both and
            // the two below.
            let continuations = word & ~(word &<< 1) & highBits
            count &+= 8 &- continuations.nonzeroBitCount
            if unit == .utf16 {
                count &+= (word & (word &<< 1) & (word &<< 2) & (word &<< 3) & highBits).nonzeroBitCount
            }
            index &+= 8
        }
        while index < range.upperBound {
            count &+= Int(units(startedBy: bytes[index], unit: unit))
            index &+= 1
        }
        return UInt32(truncatingIfNeeded: count)
    }

    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// How many units the scalar that starts with `byte` takes; none for a continuation byte.
    @inline(__always)
    private static func units(startedBy byte: UInt8, unit: OffsetUnit) -> UInt32 {
        if byte & 0xC0 == 0x80 { return 0 }
        return unit == .utf16 && byte >= 0xF0 ? 2 : 1
    }
}
