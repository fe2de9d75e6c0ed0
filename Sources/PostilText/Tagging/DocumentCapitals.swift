import PostilCore

/// In which capitals a document has its words: a name keeps them inside sentences, another word does not.
///
/// Words are told apart by some bits of their hash, so that in very long documents two may be taken for one.
struct DocumentCapitals {
    private var marks: [UInt8]
    private let mask: Int

    /// Stands in lower case somewhere.
    static let lower: UInt8 = 1
    /// Stands with a capital behind a word in lower case.
    static let capitalized: UInt8 = 2

    private static let mostMarks = 1 << 16

    /// - Complexity: O(tokens).
    init(_ view: TokenView) {
        var capacity = 64
        while capacity < view.count * 2, capacity < DocumentCapitals.mostMarks { capacity *= 2 }
        mask = capacity - 1
        marks = Array(repeating: 0, count: capacity)
        var isBehindLower = false
        for value in view.values {
            guard value.kind == .word else {
                isBehindLower = false
                continue
            }
            let slot = Int(truncatingIfNeeded: value.hash.bits) & mask
            if value.shape == .lower {
                marks[slot] |= DocumentCapitals.lower
                isBehindLower = true
            } else {
                if isBehindLower { marks[slot] |= DocumentCapitals.capitalized }
                isBehindLower = false
            }
        }
    }

    /// The marks of a word.
    @inline(__always)
    subscript(hash: LowercaseHash) -> UInt8 { marks[Int(truncatingIfNeeded: hash.bits) & mask] }
}
