import CMemory

/// The sections of a compiled lexicon of names.
///
/// 1: seed (UInt64), number of buckets (UInt64). 2: where each bucket's nodes begin (UInt32), one more than
/// there are buckets. 3: the nodes' tags (UInt32). 4: the nodes' payloads (UInt32), see ``LexiconPayload``.
/// 5: the senses, see ``SenseReader``. 6: strings, each behind its length. 7: patterns of capitals (UInt32).
/// 8: the filter of first pieces (UInt64). 9: the filter of those that may be in small letters.
///
/// A node is a name or a beginning of one, found by the hash of its pieces. Nodes are sorted by that hash and cut
/// into buckets of about four, so a look-up reads one place of section 2 and one or two cache lines of section 3.
struct LexiconTable: @unchecked Sendable {
    /// What the hashes of names begin from.
    let seed: UInt64

    /// The first pieces of all names.
    let filter: PieceFilter

    /// The first pieces of names that may begin with a small letter.
    let lowerFilter: PieceFilter

    /// How many nodes there are.
    let nodeCount: Int

    private let bucketCount: UInt64
    // The pointers are as immutable as the bytes that `owner` keeps alive, hence safe to share.
    private let buckets: UnsafePointer<UInt32>
    private let tags: UnsafePointer<UInt32>
    private let payloads: UnsafePointer<UInt32>
    private let records: UnsafeRawBufferPointer
    private let strings: UnsafeRawBufferPointer
    private let patterns: UnsafeRawBufferPointer
    private let owner: LexiconBytes

    /// Nil where the sections do not fit together.
    init?(_ file: LexiconFile) {
        let numbers = file.section(1)
        let buckets = file.section(2)
        let tags = file.section(3)
        let payloads = file.section(4)
        guard file.sectionCount == 10, numbers.count == 16,
            let bucketStart = buckets.baseAddress, let tagStart = tags.baseAddress,
            let payloadStart = payloads.baseAddress,
            let filter = PieceFilter(file.section(8)), let lowerFilter = PieceFilter(file.section(9))
        else { return nil }
        seed = UInt64(littleEndian: numbers.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
        bucketCount = UInt64(littleEndian: numbers.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        guard bucketCount >= 1, bucketCount < 1 << 31, buckets.count == (Int(bucketCount) + 1) * 4,
            tags.count == payloads.count, tags.count % 4 == 0
        else { return nil }
        nodeCount = tags.count / 4
        self.filter = filter
        self.lowerFilter = lowerFilter
        self.buckets = bucketStart.assumingMemoryBound(to: UInt32.self)
        self.tags = tagStart.assumingMemoryBound(to: UInt32.self)
        self.payloads = payloadStart.assumingMemoryBound(to: UInt32.self)
        records = file.section(5)
        strings = file.section(6)
        patterns = file.section(7)
        owner = file.bytes
    }

    /// Asks for the memory that says where names with this hash are.
    func prefetchBucket(of hash: NameHash) {
        postil_prefetch(buckets + NameHash.bucket(of: hash.key, count: bucketCount))
    }

    /// Asks for the memory of what is known of the name with this hash, once ``prefetchBucket(of:)`` has had time.
    func prefetchPayload(of hash: NameHash) {
        let node = Int(buckets[NameHash.bucket(of: hash.key, count: bucketCount)].littleEndian)
        postil_prefetch(tags + node)
        postil_prefetch(payloads + node)
    }

    /// What is known of the name with this hash; nil where no name begins so.
    func payload(of hash: NameHash) -> LexiconPayload? {
        let key = hash.key
        let bucket = NameHash.bucket(of: key, count: bucketCount)
        let tag = NameHash.tag(of: key)
        var node = Int(buckets[bucket].littleEndian)
        let end = min(Int(buckets[bucket + 1].littleEndian), nodeCount)
        while node < end {
            if tags[node].littleEndian == tag { return LexiconPayload(bits: payloads[node].littleEndian) }
            node += 1
        }
        return nil
    }

    /// The senses whose list begins at `record`.
    func senses(at record: UInt32) -> SenseReader { SenseReader(records, at: Int(record)) }

    /// What the pattern with this number asks of the capitals of each piece.
    func pattern(_ number: UInt32) -> UInt32 {
        let offset = Int(number) * 4
        guard offset + 4 <= patterns.count else { return 0 }
        return UInt32(littleEndian: patterns.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// The string at `offset`; nil where there is none.
    func string(at offset: UInt32) -> String? {
        var reader = VariableLengthReader(strings, at: Int(offset))
        guard let length = reader.next(), Int(length) <= strings.count - reader.offset else { return nil }
        return String(decoding: strings[reader.offset..<(reader.offset + Int(length))], as: UTF8.self)
    }
}

/// What a node knows: where its senses are, and whether longer names begin as it does.
struct LexiconPayload {
    let bits: UInt32

    /// Whether names go on behind the node.
    var continues: Bool { bits >> 31 != 0 }

    /// Whether the node is a name itself.
    var hasSenses: Bool { bits & 0x7FFF_FFFF != 0 }

    /// Where its senses begin.
    var record: UInt32 { (bits & 0x7FFF_FFFF) - 1 }

    init(bits: UInt32) { self.bits = bits }

    init(record: UInt32?, continues: Bool) {
        bits = (record.map { $0 + 1 } ?? 0) | (continues ? 1 << 31 : 0)
    }

    /// The most bytes that senses can take.
    static let recordLimit = 0x7FFF_FFFE
}

/// A set of hashes that has members it was not given, but few: two bits of one word for each.
struct PieceFilter {
    private let words: UnsafePointer<UInt64>
    private let mask: UInt64

    /// Nil where the number of words is no power of two.
    init?(_ section: UnsafeRawBufferPointer) {
        let count = section.count / 8
        guard count > 0, count & (count - 1) == 0, section.count % 8 == 0, let start = section.baseAddress else {
            return nil
        }
        words = start.assumingMemoryBound(to: UInt64.self)
        mask = UInt64(count - 1)
    }

    /// Whether the set can have `hash`: false is certain.
    @inline(__always)
    func mayContain(_ hash: UInt64) -> Bool {
        let bits = PieceFilter.bits(of: hash)
        return words[Int(truncatingIfNeeded: (hash &>> 12) & mask)].littleEndian & bits == bits
    }

    @inline(__always)
    private static func bits(of hash: UInt64) -> UInt64 { 1 &<< (hash & 63) | 1 &<< ((hash &>> 6) & 63) }

    /// The words of the filter of some hashes, about ten bits for each.
    static func words(of hashes: some Sequence<UInt64>, count: Int) -> [UInt64] {
        var size = 1
        while size * 64 < count * 10 { size *= 2 }
        var words = [UInt64](repeating: 0, count: size)
        for hash in hashes { words[Int(truncatingIfNeeded: hash >> 12) & (size - 1)] |= bits(of: hash) }
        return words
    }
}
