/// A 64-bit hash of a word as it is written, each digit counting as `0`; the same on every machine and in
/// every release.
///
/// Tables of word forms in which case matters, such as word classes, are asked by it: *May* and *may*
/// differ, *1998* and *2014* do not. See ``LowercaseHash`` for the hash that folds case.
public struct CasedHash: Hashable, Sendable {
    /// The 64 bits.
    public let bits: UInt64

    /// Wraps bits that were computed before.
    @inlinable
    public init(bits: UInt64) { self.bits = bits }

    /// The hash of `bytes`.
    ///
    /// - Complexity: O(n), eight bytes a step.
    @inlinable
    public init(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else {
            self.init(bits: LowercaseHash.finish(CasedHash.seed))
            return
        }
        self.init(start, count: bytes.count, readable: bytes.count)
    }

    /// The hash of the `count` bytes at `start`: the same value as ``init(_:)``, without a loop over the
    /// last bytes where the buffer goes on behind them.
    ///
    /// - Parameters:
    ///   - start: The first byte.
    ///   - count: How many bytes to hash.
    ///   - readable: How many bytes may be read from `start` on; not below `count`.
    /// - Complexity: O(n), eight bytes a step.
    @inlinable
    public init(_ start: UnsafePointer<UInt8>, count: Int, readable: Int) {
        var state = CasedHash.seed ^ (UInt64(truncatingIfNeeded: count) &* LowercaseHash.multiplier)
        let raw = UnsafeRawPointer(start)
        var index = 0
        while index &+ 8 <= count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            state = LowercaseHash.mix(state, CasedHash.withoutDigits(UInt64(littleEndian: word)))
            index &+= 8
        }
        if index < count {
            var tail: UInt64 = 0
            if index &+ 8 <= readable {
                tail = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                tail &= (1 &<< (UInt64(truncatingIfNeeded: count &- index) &* 8)) &- 1
            } else {
                var shift: UInt64 = 0
                while index < count {
                    tail |= UInt64(start[index]) &<< shift
                    shift &+= 8
                    index &+= 1
                }
            }
            state = LowercaseHash.mix(state, CasedHash.withoutDigits(tail))
        }
        bits = LowercaseHash.finish(state)
    }

    /// The hash of `word`.
    ///
    /// - Complexity: O(n).
    public init(word: some StringProtocol) {
        var copy = String(word)
        self = copy.withUTF8 { CasedHash($0) }
    }

    /// Another start than ``LowercaseHash`` has, so that one is never taken for the other.
    @usableFromInline static let seed: UInt64 = 0xC2B2_AE3D_27D4_EB4F

    /// The eight bytes of `word` with `1`–`9` turned into `0`, all at once.
    @inlinable
    static func withoutDigits(_ word: UInt64) -> UInt64 {
        let low7 = word & 0x7F7F_7F7F_7F7F_7F7F
        let notBelow0 = low7 &+ 0x5050_5050_5050_5050
        let above9 = low7 &+ 0x4646_4646_4646_4646
        let digits = notBelow0 & ~above9 & ~word & 0x8080_8080_8080_8080
        return word & ~((digits &>> 7) &* 0x0F)
    }
}
