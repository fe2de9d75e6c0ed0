import CMemory
import PostilCore

/// Which class of a hierarchical clustering a word belongs to, for words as they are written.
///
/// Words that occur in like contexts share a class, and classes that are alike share the beginning of
/// their bit path (Brown et al., "Class-Based n-gram Models of Natural Language", 1992). Words are asked for
/// by ``CasedHash``: case counts, digits do not. A table keeps 22 bits of a word's hash besides its place, so
/// that an unknown word passes for a known one about once in two million times.
///
/// ## Example
///
/// ```swift
/// let classes = try WordClasses.embedded
/// if let wordClass = classes[CasedHash(word: "Tuesday")] { print(classes.path(of: wordClass, upTo: 6)) }
/// ```
public struct WordClasses: Sendable {
    /// The file that the classes were opened from.
    public let file: LexiconFile

    /// How many classes there are; they are numbered from 0.
    public let classCount: Int

    @usableFromInline let table: WordClassTable
    @usableFromInline let mask: UInt64

    /// The most classes that a table can hold.
    static let maximumClassCount = 1023

    /// The classes that are part of the program.
    ///
    /// - Throws: ``LexiconError`` where they are not of the form that this version reads.
    public static var embedded: WordClasses {
        get throws(LexiconError) {
            try WordClasses(LexiconFile(EmbeddedLexicons.wordClasses, isTrusted: true))
        }
    }

    /// The classes of lower-cased words that are part of the program: coarser than ``embedded`` about grammar, but
    /// from several hundred times as much text, so that they know more names.
    ///
    /// - Throws: ``LexiconError`` where they are not of the form that this version reads.
    public static var embeddedContexts: WordClasses {
        get throws(LexiconError) {
            try WordClasses(LexiconFile(EmbeddedLexicons.contextClasses, isTrusted: true))
        }
    }

    /// Uses the classes of `file` where they are.
    ///
    /// - Throws: ``LexiconError`` with the code `lexicon-damaged` for a file of other content.
    public init(_ file: LexiconFile) throws(LexiconError) {
        let slots = file.section(1)
        let paths = file.section(2)
        let capacity = slots.count / 4
        guard file.content == .wordClasses, capacity >= 2, capacity & (capacity - 1) == 0, slots.count % 4 == 0,
            paths.count % 4 == 0, paths.count / 4 <= WordClasses.maximumClassCount,
            let slotStart = slots.baseAddress, let pathStart = paths.baseAddress
        else { throw LexiconFile.damaged("this lexicon does not hold word classes") }
        self.file = file
        classCount = paths.count / 4
        mask = UInt64(capacity - 1)
        table = WordClassTable(
            slots: slotStart.assumingMemoryBound(to: UInt32.self),
            paths: pathStart.assumingMemoryBound(to: UInt32.self),
            owner: file.bytes
        )
    }

    /// The class of the word with this hash; nil where the word is unknown.
    ///
    /// - Complexity: O(1), one cache line for most words.
    @inlinable
    public subscript(hash: CasedHash) -> UInt16? {
        let tag = WordClasses.tag(of: hash)
        var slot = hash.bits & mask
        // A sound table has an empty slot in every hundred; the bound is for one that is not sound.
        for _ in 0..<WordClasses.longestProbe {
            let entry = table.slots[Int(truncatingIfNeeded: slot)].littleEndian
            if entry == 0 { return nil }
            if entry >> 10 == tag {
                let wordClass = UInt16(truncatingIfNeeded: entry & 0x3FF) &- 1
                return Int(wordClass) < classCount ? wordClass : nil
            }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    /// Asks for the memory in which the class of a word is, so that it is there when it is needed.
    @inline(__always)
    public func prefetch(_ hash: CasedHash) {
        postil_prefetch(table.slots + Int(truncatingIfNeeded: hash.bits & mask))
    }

    /// The class of the word with these bytes; nil where it is unknown.
    ///
    /// - Complexity: O(n) in the word's length.
    @inlinable
    public subscript(bytes: UnsafeBufferPointer<UInt8>) -> UInt16? { self[CasedHash(bytes)] }

    /// The class of the word with these bytes once its ASCII letters are in lower case; nil where it is unknown or
    /// longer than ``longestLowercased``.
    ///
    /// - Complexity: O(n) in the word's length.
    @inlinable
    public subscript(lowercasing bytes: UnsafeBufferPointer<UInt8>) -> UInt16? {
        guard bytes.count <= WordClasses.longestLowercased else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: WordClasses.longestLowercased) { buffer in
            for (index, byte) in bytes.enumerated() { buffer[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte }
            guard let start = buffer.baseAddress else { return nil }
            return self[CasedHash(start, count: bytes.count, readable: WordClasses.longestLowercased)]
        }
    }

    /// The bytes of the longest word that is looked up in lower case.
    public static var longestLowercased: Int { 24 }

    /// The first bits of a class's path, as a number: a 1, then the bits; the whole path where it is shorter.
    ///
    /// So paths of different lengths give different numbers: `0110` up to 4 is `0b10110`, up to 2 `0b101`.
    ///
    /// - Parameters:
    ///   - wordClass: A class.
    ///   - length: How many bits, 1 to 31.
    /// - Returns: 0 for a number that is no class.
    /// - Complexity: O(1).
    @inlinable
    public func path(of wordClass: UInt16, upTo length: Int = 31) -> UInt32 {
        guard Int(wordClass) < classCount else { return 0 }
        let whole = table.paths[Int(wordClass)].littleEndian
        let bits = 31 &- whole.leadingZeroBitCount
        return bits > length ? whole >> UInt32(truncatingIfNeeded: bits &- length) : whole
    }

    @usableFromInline static var longestProbe: Int { 1024 }

    /// The part of the hash that tells the words of neighbouring slots apart.
    @inlinable
    static func tag(of hash: CasedHash) -> UInt32 { UInt32(truncatingIfNeeded: hash.bits &>> 42) }
}

/// The pointers of a table of word classes, kept alive together with the bytes that they point into.
@usableFromInline
struct WordClassTable: @unchecked Sendable {
    /// For each slot 22 bits of a hash and the class plus one; as immutable as the bytes that `owner` keeps
    /// alive, hence safe to share.
    @usableFromInline let slots: UnsafePointer<UInt32>
    /// For each class its path behind a leading 1.
    @usableFromInline let paths: UnsafePointer<UInt32>

    private let owner: LexiconBytes

    init(slots: UnsafePointer<UInt32>, paths: UnsafePointer<UInt32>, owner: LexiconBytes) {
        self.slots = slots
        self.paths = paths
        self.owner = owner
    }
}
