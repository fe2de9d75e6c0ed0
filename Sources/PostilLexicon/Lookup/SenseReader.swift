/// A sense as it is stored.
///
/// One byte with the kind in five bits, then whether there is a canonical form, a link, and another sense
/// behind; one byte with the level; the number of the pattern of capitals, doubled, plus one where there is
/// a detail; then those of these that there are: the canonical form's offset among the strings, the offset
/// of the link's letters and its closing number plus one, the detail's offset. Numbers behind the second
/// byte have seven bits a byte, lowest first, the eighth saying that more follow.
struct StoredSense {
    var kind: LexiconKind
    var level: UInt8
    var pattern: UInt32
    var canonical: UInt32?
    var link: UInt32?
    /// The number that ends the link, plus one; zero for none.
    var linkNumber: UInt32 = 0
    var detail: UInt32?

    var linkNumberText: String { linkNumber == 0 ? "" : String(linkNumber - 1) }

    static let canonicalFlag: UInt8 = 0x20
    static let linkFlag: UInt8 = 0x40
    static let moreFlag: UInt8 = 0x80

    /// Appends the sense to `bytes`.
    func write(to bytes: inout [UInt8], isLast: Bool) {
        var flags = kind.rawValue
        if canonical != nil { flags |= StoredSense.canonicalFlag }
        if link != nil { flags |= StoredSense.linkFlag }
        if !isLast { flags |= StoredSense.moreFlag }
        bytes.append(flags)
        bytes.append(level)
        bytes.append(variableLength: pattern << 1 | (detail == nil ? 0 : 1))
        if let canonical { bytes.append(variableLength: canonical) }
        if let link {
            bytes.append(variableLength: link)
            bytes.append(variableLength: linkNumber)
        }
        if let detail { bytes.append(variableLength: detail) }
    }
}

/// Reads the senses of a name, one after the other.
struct SenseReader {
    private var reader: VariableLengthReader
    private var hasMore = true

    init(_ bytes: UnsafeRawBufferPointer, at offset: Int) { reader = VariableLengthReader(bytes, at: offset) }

    /// The next sense; nil behind the last.
    mutating func next() -> StoredSense? {
        guard hasMore, let flags = reader.nextByte(), let level = reader.nextByte(), let number = reader.next() else {
            return nil
        }
        hasMore = flags & StoredSense.moreFlag != 0
        var sense = StoredSense(kind: LexiconKind(rawValue: flags), level: level, pattern: number >> 1)
        if flags & StoredSense.canonicalFlag != 0 { sense.canonical = reader.next() }
        if flags & StoredSense.linkFlag != 0 {
            sense.link = reader.next()
            sense.linkNumber = reader.next() ?? 0
        }
        if number & 1 != 0 { sense.detail = reader.next() }
        return sense
    }
}

/// Reads numbers of seven bits a byte, never beyond the bytes that it is given.
struct VariableLengthReader {
    private let bytes: UnsafeRawBufferPointer
    private(set) var offset: Int

    init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
        self.bytes = bytes
        self.offset = offset
    }

    mutating func nextByte() -> UInt8? {
        guard offset < bytes.count else { return nil }
        offset += 1
        return bytes[offset - 1]
    }

    mutating func next() -> UInt32? {
        var value: UInt32 = 0
        var shift: UInt32 = 0
        while let byte = nextByte() {
            value |= UInt32(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return value }
            shift += 7
            if shift > 28 { return nil }
        }
        return nil
    }
}

extension [UInt8] {
    /// Appends a number, seven bits a byte.
    mutating func append(variableLength value: UInt32) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }
}
