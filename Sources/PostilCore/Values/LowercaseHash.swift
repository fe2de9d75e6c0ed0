/// A 64-bit hash of the lower-cased form of a word, the same on every machine and in every release.
///
/// The tokeniser computes it once for each token; lexicons, rule triggers and model features look
/// words up by it and never compare strings. Only ASCII letters are folded here; for a word with other
/// letters the caller passes bytes that are lower-cased already (see ``LowercaseHash/init(word:)``).
public struct LowercaseHash: Hashable, Sendable {
    /// The 64 bits.
    public let bits: UInt64

    /// Wraps bits that were computed before, for instance those of a compiled lexicon.
    @inlinable
    public init(bits: UInt64) { self.bits = bits }

    /// The hash of `bytes`, ASCII letters folded to lower case.
    ///
    /// - Complexity: O(n), eight bytes a step.
    @inlinable
    public init(folding bytes: UnsafeBufferPointer<UInt8>) {
        var state = LowercaseHash.seed ^ (UInt64(truncatingIfNeeded: bytes.count) &* LowercaseHash.multiplier)
        var index = 0
        let count = bytes.count
        while index &+ 8 <= count {
            let word = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped + index).loadUnaligned(as: UInt64.self)
            state = LowercaseHash.mix(state, LowercaseHash.folded(UInt64(littleEndian: word)))
            index &+= 8
        }
        if index < count {
            var tail: UInt64 = 0
            var shift: UInt64 = 0
            while index < count {
                tail |= UInt64(bytes[index]) &<< shift
                shift &+= 8
                index &+= 1
            }
            state = LowercaseHash.mix(state, LowercaseHash.folded(tail))
        }
        bits = LowercaseHash.finish(state)
    }

    /// The hash of the `count` bytes at `start`, ASCII letters folded to lower case: the same value as
    /// ``init(folding:)``, without a loop over the last bytes where the buffer goes on behind them.
    ///
    /// - Parameters:
    ///   - start: The first byte.
    ///   - count: How many bytes to hash.
    ///   - readable: How many bytes may be read from `start` on; not below `count`.
    /// - Complexity: O(n), eight bytes a step.
    @inlinable
    public init(folding start: UnsafePointer<UInt8>, count: Int, readable: Int) {
        var state = LowercaseHash.seed ^ (UInt64(truncatingIfNeeded: count) &* LowercaseHash.multiplier)
        let raw = UnsafeRawPointer(start)
        var index = 0
        while index &+ 8 <= count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            state = LowercaseHash.mix(state, LowercaseHash.folded(UInt64(littleEndian: word)))
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
            state = LowercaseHash.mix(state, LowercaseHash.folded(tail))
        }
        bits = LowercaseHash.finish(state)
    }

    /// The hash of at most eight ASCII letters that are in one register already.
    ///
    /// - Parameters:
    ///   - letters: The letters in lower case, the first in the lowest byte, the rest zero.
    ///   - count: How many letters, 1 to 8.
    @inlinable
    public init(lowerLetters letters: UInt64, count: Int) {
        let state = LowercaseHash.seed ^ (UInt64(truncatingIfNeeded: count) &* LowercaseHash.multiplier)
        bits = LowercaseHash.finish(LowercaseHash.mix(state, letters))
    }

    /// The hash of `word` in lower case, by Unicode's full mapping.
    ///
    /// - Complexity: O(n); allocates for words that are not ASCII.
    public init(word: some StringProtocol) {
        let hash = word.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.allSatisfy { $0 < 0x80 } ? LowercaseHash(folding: bytes) : nil
        }
        if let hash = hash.flatMap({ $0 }) {
            self = hash
            return
        }
        var lowered = word.lowercased()
        self = lowered.withUTF8 { LowercaseHash(folding: $0) }
    }

    @usableFromInline static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
    @usableFromInline static let multiplier: UInt64 = 0xD6E8_FEB8_6659_FD93

    @inlinable
    static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
        let product = (state ^ word) &* multiplier
        return product ^ (product &>> 32)
    }

    @inlinable
    static func finish(_ state: UInt64) -> UInt64 { state ^ (state &>> 29) }

    /// The eight bytes of `word` with `A`–`Z` turned into `a`–`z`, all at once.
    @inlinable
    static func folded(_ word: UInt64) -> UInt64 {
        let low7 = word & 0x7F7F_7F7F_7F7F_7F7F
        let notBelowA = low7 &+ 0x3F3F_3F3F_3F3F_3F3F
        let aboveZ = low7 &+ 0x2525_2525_2525_2525
        let upper = notBelowA & ~aboveZ & ~word & 0x8080_8080_8080_8080
        return word | (upper &>> 2)
    }
}
