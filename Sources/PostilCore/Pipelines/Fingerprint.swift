/// A short hash that is the same on every machine, for telling whether two configurations agree.
///
/// FNV-1a over 64 bits, folded to 32 for display. It guards against mistakes, not against forgery.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
    /// The 64 bits.
    @inlinable
    public var bits: UInt64 { state }

    @usableFromInline var state: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The fingerprint of nothing.
    public init() {}

    /// Adds a field; its end counts, so `ab` and `c` differ from `a` and `bc`.
    public mutating func combine(_ field: String) {
        for byte in field.utf8 { combine(byte) }
        combine(0xFF)
    }

    /// Adds bytes.
    ///
    /// - Complexity: O(n).
    @inlinable
    public mutating func combine(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { combine(byte) }
    }

    @inlinable
    mutating func combine(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// Eight hexadecimal digits.
    public var description: String {
        let digits = String(UInt32(truncatingIfNeeded: bits ^ (bits >> 32)), radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
