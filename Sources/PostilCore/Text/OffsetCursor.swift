/// Translates ascending UTF-8 byte offsets of one text into another unit, as writers of records need
/// them: each look-up counts on from the last.
///
/// For offsets in any order see ``OffsetMap``.
public struct OffsetCursor: Sendable {
    private let bytes: [UInt8]
    private let unit: OffsetUnit
    @usableFromInline let isIdentity: Bool
    @usableFromInline let base: UInt32
    private var position = 0
    private var count: UInt32 = 0

    /// A cursor at the start of `text` that counts in `unit`.
    ///
    /// - Parameter base: How many units stand before the text in what it is a part of.
    public init(text: Text, unit: OffsetUnit, base: UInt32 = 0) {
        bytes = text.bytes
        self.unit = unit
        self.base = base
        isIdentity = unit == .utf8 || text.isASCII
    }

    /// The offset, in the cursor's unit, of the scalar boundary at UTF-8 byte `offset`.
    ///
    /// - Complexity: O(distance from the offset asked for last); O(n) where `offset` is below it.
    @inlinable
    public mutating func offset(of offset: UInt32) -> UInt32 {
        (isIdentity ? offset : advance(to: offset)) &+ base
    }

    @usableFromInline
    mutating func advance(to offset: UInt32) -> UInt32 {
        let target = min(Int(offset), bytes.count)
        if target < position {
            position = 0
            count = 0
        }
        count &+= bytes.withUnsafeBytes { OffsetMap.units(in: $0, position..<target, unit: unit) }
        position = target
        return count
    }
}
