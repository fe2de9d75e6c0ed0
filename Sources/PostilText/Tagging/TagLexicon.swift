import CMemory
import PostilCore
import PostilLearning

/// What tags words have had in tagged text, and which of them need no decision.
///
/// Three tables of open addressing lie behind one another in a ``ModelFile`` and are asked where they are:
/// words as they are written, words in lower case, and the labels that frequent words are confined to. An
/// entry of the first two has 24 bits of the word's hash and the number of its *set*: its tags, the most
/// frequent first.
struct TagLexicon: Sendable {
    /// The file.
    let file: ModelFile

    /// The labels of the tagger that the lexicon was made for.
    let labels: [String]

    /// The sets by number, as in `NN VB`; the first stands for unknown words.
    let sets: [String]

    private let table: TagLexiconTable

    /// The form of the tables.
    static let version = "tag lexicon 1"

    /// Bytes of an entry of the third table: 32 bits of hash, 4 free bytes, 64 labels.
    static let confinedWidth = 16

    /// - Throws: ``ModelError`` with the code `model-mismatch` or `model-damaged`.
    init(_ file: ModelFile) throws(ModelError) {
        guard file["features"] == TagLexicon.version else {
            throw ModelError(
                code: .modelMismatch,
                message: "the file is no lexicon of tags of the form '\(TagLexicon.version)': train it again"
            )
        }
        labels = (file["labels"] ?? "").split(separator: " ").map(String.init)
        sets = (file["sets"] ?? "").split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let sizes = ["written", "lower", "confined"].map { file[$0].flatMap { Int($0) } ?? 0 }
        let width = 4 * (sizes[0] + sizes[1]) + TagLexicon.confinedWidth * sizes[2]
        guard sizes.allSatisfy({ $0 > 0 && $0 & ($0 - 1) == 0 && $0 <= 1 << 24 }), width == file.weights.count,
            let start = file.weights.baseAddress
        else {
            throw ModelError(
                code: .modelDamaged,
                message: "the lexicon of tags has no tables of the sizes that it names"
            )
        }
        self.file = file
        table = TagLexiconTable(start: start, written: sizes[0], lower: sizes[1], confined: sizes[2])
    }

    /// Asks for the memory in which the sets and the labels of a word are, so that it is there when it is needed.
    func prefetch(_ cased: CasedHash, _ lower: LowercaseHash) {
        postil_prefetch(table.written + 4 &* (Int(truncatingIfNeeded: cased.bits) & table.writtenMask))
        postil_prefetch(table.lower + 4 &* (Int(truncatingIfNeeded: lower.bits) & table.lowerMask))
        let confined = Int(truncatingIfNeeded: cased.bits) & table.confinedMask
        postil_prefetch(table.confined + TagLexicon.confinedWidth &* confined)
    }

    /// The number of the set of the word as it is written; 0 for an unknown word.
    @inline(__always)
    func set(_ hash: CasedHash) -> UInt32 { TagLexicon.find(hash.bits, in: table.written, mask: table.writtenMask) }

    /// The number of the set of the word whatever its case; 0 for an unknown word.
    @inline(__always)
    func set(_ hash: LowercaseHash) -> UInt32 { TagLexicon.find(hash.bits, in: table.lower, mask: table.lowerMask) }

    /// The labels that the word is confined to, as bits; 0 where it may have any.
    @inline(__always)
    func confined(_ hash: CasedHash) -> UInt64 {
        var slot = Int(truncatingIfNeeded: hash.bits) & table.confinedMask
        let tag = UInt32(truncatingIfNeeded: hash.bits &>> 32) | 1
        // A sound table has free slots; the bound is for one that is not.
        for _ in 0...table.confinedMask {
            let entry = table.confined + slot &* TagLexicon.confinedWidth
            let found = UInt32(littleEndian: entry.loadUnaligned(as: UInt32.self))
            if found == 0 { return 0 }
            if found == tag { return UInt64(littleEndian: entry.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) }
            slot = (slot &+ 1) & table.confinedMask
        }
        return 0
    }

    @inline(__always)
    private static func find(_ bits: UInt64, in slots: UnsafeRawPointer, mask: Int) -> UInt32 {
        var slot = Int(truncatingIfNeeded: bits) & mask
        let tag = TagLexicon.tag(of: bits)
        for _ in 0...mask {
            let entry = UInt32(littleEndian: slots.loadUnaligned(fromByteOffset: slot &* 4, as: UInt32.self))
            if entry == 0 { return 0 }
            if entry &>> 8 == tag { return entry & 0xFF }
            slot = (slot &+ 1) & mask
        }
        return 0
    }

    @inline(__always)
    static func tag(of bits: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: bits &>> 40) }
}

/// The tables of a lexicon of tags, kept alive together with the bytes that they lie in.
private struct TagLexiconTable: @unchecked Sendable {
    /// As immutable as the file, hence safe to share.
    let written: UnsafeRawPointer
    let lower: UnsafeRawPointer
    let confined: UnsafeRawPointer
    let writtenMask: Int
    let lowerMask: Int
    let confinedMask: Int

    init(start: UnsafeRawPointer, written: Int, lower: Int, confined: Int) {
        self.written = start
        self.lower = start + 4 * written
        self.confined = start + 4 * (written + lower)
        writtenMask = written - 1
        lowerMask = lower - 1
        confinedMask = confined - 1
    }
}
