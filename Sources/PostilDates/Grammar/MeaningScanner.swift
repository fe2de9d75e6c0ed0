import PostilCore
import PostilText

/// Finds the meanings of all tokens, one look-up a token, and the triggers among them.
struct MeaningScanner {
    let lexicon: Lexicon

    /// Writes the position of each token's meaning and appends the positions of triggers.
    ///
    /// - Complexity: O(tokens).
    func scan(_ view: TokenView, into positions: UnsafeMutableBufferPointer<UInt16>, triggers: inout [Int32]) {
        _ = lexicon.withFilter { filter in
            lexicon.meanings.withUnsafeBufferPointer { table in
                for index in 0..<view.count {
                    let position = self.position(of: index, view, filter)
                    positions[index] = position
                    if position != 0, !table[Int(position)].classes.isDisjoint(with: .triggers) {
                        triggers.append(Int32(truncatingIfNeeded: index))
                    }
                }
            }
        }
    }

    @inline(__always)
    private func position(of index: Int, _ view: TokenView, _ filter: UnsafePointer<UInt64>) -> UInt16 {
        let token = view.values[index]
        switch token.kind {
        case .word, .clitic:
            if HashTable.mayContain(token.hash, in: filter) {
                let found = lexicon.position(of: token.hash)
                if found != 0 { return found }
            }
            let start = view.start(index)
            let first = view.bytes[start]
            if first &- 0x30 < 10 { return UInt16(Lexicon.glued) }
            return isPrefixed(start, view.end(index), first, view) ? UInt16(Lexicon.prefixed) : 0
        case .number, .version: return UInt16(Lexicon.number)
        case .time: return UInt16(Lexicon.clock)
        case .punctuation, .symbol: return mark(index, view)
        default: return 0
        }
    }

    /// Whether a word begins with *mid-*, *pre-* or *post-*.
    @inline(__always)
    private func isPrefixed(_ start: Int, _ end: Int, _ first: UInt8, _ view: TokenView) -> Bool {
        guard end - start > 6, first | 0x20 == UInt8(ascii: "m") || first | 0x20 == UInt8(ascii: "p") else {
            return false
        }
        let bytes = view.bytes
        if bytes[start + 3] == UInt8(ascii: "-") {
            let rest = (bytes[start + 1] | 0x20, bytes[start + 2] | 0x20)
            return rest == (UInt8(ascii: "i"), UInt8(ascii: "d")) || rest == (UInt8(ascii: "r"), UInt8(ascii: "e"))
        }
        return bytes[start + 4] == UInt8(ascii: "-") && bytes[start + 1] | 0x20 == UInt8(ascii: "o")
            && bytes[start + 2] | 0x20 == UInt8(ascii: "s") && bytes[start + 3] | 0x20 == UInt8(ascii: "t")
    }

    @inline(__always)
    private func mark(_ index: Int, _ view: TokenView) -> UInt16 {
        let start = view.start(index)
        let length = view.length(index)
        if length == 1 {
            switch view.bytes[start] {
            case UInt8(ascii: ","): return UInt16(Lexicon.comma)
            case UInt8(ascii: "-"), UInt8(ascii: "~"): return UInt16(Lexicon.hyphen)
            case UInt8(ascii: "/"): return UInt16(Lexicon.slash)
            case UInt8(ascii: "."): return UInt16(Lexicon.point)
            case UInt8(ascii: "@"): return UInt16(Lexicon.at)
            case UInt8(ascii: "'"): return UInt16(Lexicon.apostrophe)
            default: return 0
            }
        }
        guard length == 3, view.bytes[start] == 0xE2, view.bytes[start + 1] == 0x80 else { return 0 }
        switch view.bytes[start + 2] {
        case 0x90...0x95: return UInt16(Lexicon.hyphen)
        case 0x99: return UInt16(Lexicon.apostrophe)
        default: return 0
        }
    }
}
