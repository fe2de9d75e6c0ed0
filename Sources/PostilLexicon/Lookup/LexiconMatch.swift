/// A stretch of text that a lexicon has an entry for.
public struct LexiconMatch: Hashable, Sendable {
    /// The tokens of the stretch, hyphens between them included.
    public let tokens: Range<Int>

    /// What the entry names, of those senses whose capitals agree as well as was asked.
    public let kinds: LexiconKinds

    /// The best agreement of capitals among those senses.
    public let fit: LexiconCaseFit

    /// Which lexicon of a ``LexiconSet`` the entry is from, 0 for the one that was asked.
    public internal(set) var lexicon: UInt8 = 0

    /// Where the senses are among the lexicon's records.
    let record: UInt32

    /// The capitals of the pieces, two bits each, and how many pieces there are.
    let shapes: PieceShapes

    /// The worst fit that was asked for.
    let accepted: LexiconCaseFit
}

/// The capitals of up to sixteen pieces.
struct PieceShapes: Hashable, Sendable {
    /// The most pieces that a name can have.
    static let capacity = 16

    private(set) var bits: UInt32 = 0
    private(set) var count: UInt8 = 0

    mutating func append(_ shape: PieceShape) {
        bits |= UInt32(shape.rawValue) << (UInt32(count) * 2)
        count += 1
    }

    /// How well the pieces meet what an entry asks of them, by its weakest piece.
    func fit(_ pattern: UInt32) -> LexiconCaseFit {
        var worst = LexiconCaseFit.asWritten
        var shapes = bits
        var cases = pattern
        for _ in 0..<count {
            if let asked = PieceCase(rawValue: UInt8(cases & 3)), let shape = PieceShape(rawValue: UInt8(shapes & 3)) {
                worst = max(worst, asked.fit(shape))
            }
            shapes >>= 2
            cases >>= 2
        }
        return worst
    }
}
