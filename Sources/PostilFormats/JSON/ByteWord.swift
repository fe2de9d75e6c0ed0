/// Eight bytes at once, the first in the lowest place.
///
/// The tests for a byte value are exact for the lowest byte that they mark; those above a marked byte
/// may be marked wrongly, because subtraction borrows from them. See Anderson, "Bit Twiddling Hacks",
/// "Determine if a word has a byte less than n".
@usableFromInline
enum ByteWord {
    /// Marks, by their highest bit, the bytes that a JSON string cannot hold as they are: the quotation
    /// mark, the backslash, and those below U+0020.
    @inlinable
    @inline(__always)
    static func needingEscape(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quote = word ^ 0x2222_2222_2222_2222
        let backslash = word ^ 0x5C5C_5C5C_5C5C_5C5C
        let found =
            ((quote &- ones) & ~quote)
            | ((backslash &- ones) & ~backslash)
            | ((word &- 0x2020_2020_2020_2020) & ~word)
        return found & 0x8080_8080_8080_8080
    }

    /// How many bytes stand before the first marked one.
    @inlinable
    @inline(__always)
    static func bytesBefore(_ marks: UInt64) -> Int { marks.trailingZeroBitCount &>> 3 }

    /// The eight bytes at `offset`.
    @inlinable
    @inline(__always)
    static func load(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
}
