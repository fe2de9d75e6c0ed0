import PostilCore

/// Splits words into the pieces that look-ups compare, the same for an entry and for a text.
///
/// Case and accents fold; points and apostrophes inside words are dropped (*U.S.* and *US*, *Shi'ite* and
/// *Shiite*); hyphens inside words part them as spaces do (*Tal-Afar* and *Tal Afar*); a possessive *'s* is a piece of
/// its own, and so is every other mark. So it does not matter whether a tokeniser splits *AT&T* or *e-mail*.
struct PieceSplitter {
    private var folded: [UInt8] = []
    private var upper = 0
    private var lower = 0
    private var firstIsUpper = false

    /// Appends the pieces of a word, which has no white space.
    ///
    /// - Complexity: O(n).
    mutating func split(_ bytes: UnsafeBufferPointer<UInt8>, token: UInt32, into pieces: inout [NamePiece]) {
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            if ByteKind.isAlphanumeric(byte) {
                append(byte)
                offset += 1
                continue
            }
            let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: offset)
            let next = offset + length
            switch scalar {
            case 0x2E where !folded.isEmpty:
                // Between digits the point counts: 2.0 is not 20.
                if ByteKind.isDigit(bytes[offset - 1]), next < bytes.count, ByteKind.isDigit(bytes[next]) {
                    folded.append(byte)
                }
            case 0x27, 0x60, 0x2018, 0x2019, 0x02BB, 0x02BC, 0x02BE, 0x02BF:
                if PieceSplitter.isPossessive(bytes, from: next) {
                    flush(token, into: &pieces)
                    emit([0x27, 0x73], .lower, token, into: &pieces)
                    offset = next + 1
                    continue
                }
                if next == bytes.count {
                    flush(token, into: &pieces)
                    emit([0x27], .open, token, into: &pieces)
                }
            case _ where PieceSplitter.isHyphen(scalar):
                let isInside = offset > 0 && next < bytes.count
                flush(token, into: &pieces)
                if !isInside { emit([0x2D], .open, token, into: &pieces) }
            default:
                if scalar < 0x80 || !append(scalar, bytes, offset..<next) {
                    flush(token, into: &pieces)
                    emit(Array(bytes[offset..<next]), .open, token, into: &pieces)
                }
            }
            offset = next
        }
        flush(token, into: &pieces)
    }

    /// Whether the scalar is a hyphen or the dash of *Austria–Hungary*.
    static func isHyphen(_ scalar: UInt32) -> Bool {
        scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011 || scalar == 0x2013
    }

    /// Whether a lone *s* follows, the apostrophe before it being a possessive's.
    private static func isPossessive(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Bool {
        guard offset < bytes.count, bytes[offset] | 0x20 == 0x73 else { return false }
        return offset + 1 == bytes.count || bytes[offset + 1] < 0x80 && !ByteKind.isAlphanumeric(bytes[offset + 1])
    }

    private mutating func append(_ byte: UInt8) {
        if ByteKind.isDigit(byte) {
            folded.append(byte)
        } else {
            folded.append(byte | 0x20)
            count(isUpper: byte & 0x20 == 0)
        }
    }

    /// Appends a scalar beyond ASCII where it belongs to a word.
    private mutating func append(_ scalar: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        if let letter = AccentFolding.shared.letter(scalar) {
            folded.append(letter.first)
            if letter.second != 0 { folded.append(letter.second) }
            count(isUpper: letter.isUpper)
            return true
        }
        // Combining accents, and the joiners and soft hyphens that are not to be seen.
        if scalar >= 0x300 && scalar <= 0x36F || scalar >= 0x200B && scalar <= 0x200D || scalar == 0xAD { return true }
        guard let value = Unicode.Scalar(scalar) else { return false }
        let properties = value.properties
        guard properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
        else { return false }
        if properties.isUppercase || properties.isLowercase { count(isUpper: properties.isUppercase) }
        if properties.changesWhenLowercased {
            folded.append(contentsOf: properties.lowercaseMapping.utf8)
        } else {
            folded.append(contentsOf: bytes[range])
        }
        return true
    }

    private mutating func count(isUpper: Bool) {
        if upper + lower == 0 { firstIsUpper = isUpper }
        if isUpper { upper += 1 } else { lower += 1 }
    }

    private mutating func flush(_ token: UInt32, into pieces: inout [NamePiece]) {
        guard !folded.isEmpty else { return }
        let shape: PieceShape =
            if lower > 0 {
                upper > 0 && firstIsUpper ? .capitalized : .lower
            } else {
                upper > 1 ? .upper : .open
            }
        emit(folded, shape, token, into: &pieces)
        folded.removeAll(keepingCapacity: true)
        upper = 0
        lower = 0
        firstIsUpper = false
    }

    private func emit(_ bytes: [UInt8], _ shape: PieceShape, _ token: UInt32, into pieces: inout [NamePiece]) {
        let hash = bytes.withUnsafeBufferPointer { LowercaseHash(folding: $0) }
        let length = UInt8(clamping: bytes.count)
        pieces.append(NamePiece(hash: hash.bits, token: token, length: length, shape: shape))
    }
}
