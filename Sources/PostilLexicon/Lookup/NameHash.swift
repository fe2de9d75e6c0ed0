/// The hash of a sequence of pieces; it grows with each piece, so that a name's beginnings are known by their own.
struct NameHash {
    private var state: UInt64

    init(first: UInt64, seed: UInt64) { state = first ^ seed }

    /// Adds a piece.
    @inline(__always)
    mutating func extend(_ hash: UInt64) {
        let product = state &* 0x9E37_79B9_7F4A_7C15
        state = (product &<< 23 | product &>> 41) ^ hash
    }

    /// The value that the table is sorted and asked by; distinct states have distinct values.
    @inline(__always)
    var key: UInt64 {
        let product = state &* 0xD6E8_FEB8_6659_FD93
        return product ^ (product &>> 32)
    }

    /// The bucket of a key among `count`; it never falls as keys grow.
    @inline(__always)
    static func bucket(of key: UInt64, count: UInt64) -> Int {
        Int(truncatingIfNeeded: ((key &>> 32) &* count) &>> 32)
    }

    /// The part of a key that tells the names of a bucket apart.
    @inline(__always)
    static func tag(of key: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: key) }
}
