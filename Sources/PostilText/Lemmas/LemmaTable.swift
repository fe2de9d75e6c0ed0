import PostilCore
import PostilLearning

/// The changes that make lemmas of forms, by tag and ending.
///
/// A tree of endings for each ``LemmaGroup``, read from the last letter on: the deepest node that a form
/// reaches decides, the whole form with its beginning being the deepest of all. The nodes lie in one table of
/// open addressing in a ``ModelFile`` and are asked where they are: 32 bits of the node's hash, then the number
/// of its change, 0 where only deeper nodes have one.
struct LemmaTable: Sendable {
    /// The file.
    let file: ModelFile

    private let nodes: LemmaNodes

    /// The form of the table.
    static let version = "lemmas 1"

    /// The bytes of a form that the change of an ending must leave.
    static let shortestStem = 2

    /// Bytes of a node.
    static let nodeWidth = 8

    /// Stands before the first byte of a form.
    static let beginning: UInt8 = 0

    /// - Throws: ``ModelError`` with the code `model-mismatch` or `model-damaged`.
    init(_ file: ModelFile) throws(ModelError) {
        guard file["features"] == LemmaTable.version else {
            throw ModelError(
                code: .modelMismatch,
                message: "the file holds no lemmas of the form '\(LemmaTable.version)': train it again"
            )
        }
        let capacity = file["nodes"].flatMap { Int($0) } ?? 0
        let changes = file["changes"].flatMap { Int($0) } ?? 0
        guard capacity > 0, capacity & (capacity - 1) == 0, capacity <= 1 << 22, (1...0xFFFF).contains(changes),
            let nodes = LemmaNodes(file.weights, capacity: capacity, changes: changes)
        else { throw ModelError(code: .modelDamaged, message: "the lemmas are not as many as their header says") }
        self.file = file
        self.nodes = nodes
    }

    /// How a form gets its lemma.
    struct Match {
        /// The number of the change; nil where the table says nothing.
        var change: Int?
        /// How many bytes of the form's end decided.
        var length = 0
        /// Whether the form as a whole did.
        var isWhole = false
    }

    /// The deepest node of the tree of `group` that the bytes of a form in lower case reach.
    ///
    /// - Complexity: O(length of the ending that decides).
    @inline(__always)
    func match(_ form: UnsafeBufferPointer<UInt8>, group: LemmaGroup) -> Match {
        var match = Match()
        var hash = LemmaTable.root(of: group)
        var length = 0
        while let change = nodes.node(hash) {
            if change != 0 {
                match = Match(
                    change: Int(change) - 1,
                    length: min(length, form.count),
                    isWhole: length > form.count
                )
            }
            guard length <= form.count else { break }
            hash = LemmaTable.deeper(hash, length < form.count ? form[form.count &- 1 &- length] : LemmaTable.beginning)
            length &+= 1
        }
        return match
    }

    /// The change with a number.
    func change(_ number: Int) -> (base: LemmaChange.Base, removed: Int, ending: UnsafeBufferPointer<UInt8>) {
        nodes.change(number)
    }

    /// The hash of the node of a group that no letter leads to.
    @inline(__always)
    static func root(of group: LemmaGroup) -> UInt64 { deeper(UInt64(group.number) &+ 0x9E37_79B9_7F4A_7C15, 1) }

    /// The hash of the node to which `byte`, or ``beginning``, leads from another.
    @inline(__always)
    static func deeper(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        let product = (hash ^ UInt64(byte)) &* 0xD6E8_FEB8_6659_FD93
        return product ^ (product &>> 32)
    }

    /// What a node keeps of its hash; never 0.
    @inline(__always)
    static func tag(of hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash &>> 28) | 1 }
}

/// The nodes and changes of a table of lemmas, kept alive together with the bytes that they lie in.
private struct LemmaNodes: @unchecked Sendable {
    /// As immutable as the file, hence safe to share.
    private let start: UnsafeRawPointer
    private let mask: Int
    private let offsets: UnsafeRawPointer
    private let changes: UnsafeBufferPointer<UInt8>

    /// Nil where an offset leads outside.
    init?(_ bytes: UnsafeRawBufferPointer, capacity: Int, changes count: Int) {
        let width = capacity * LemmaTable.nodeWidth + count * 4
        guard let start = bytes.baseAddress, bytes.count > width else { return nil }
        self.start = start
        mask = capacity - 1
        offsets = start + capacity * LemmaTable.nodeWidth
        changes = UnsafeBufferPointer(
            start: (start + width).assumingMemoryBound(to: UInt8.self),
            count: bytes.count - width
        )
        for index in 0..<count {
            let offset = Int(UInt32(littleEndian: offsets.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)))
            guard offset + 3 <= changes.count, offset + 3 + Int(changes[offset + 2]) <= changes.count,
                changes[offset] <= 2
            else { return nil }
        }
        for index in 0..<capacity {
            let change = start.loadUnaligned(fromByteOffset: index * LemmaTable.nodeWidth + 4, as: UInt16.self)
            guard UInt16(littleEndian: change) <= count else { return nil }
        }
    }

    @inline(__always)
    func node(_ hash: UInt64) -> UInt16? {
        var slot = Int(truncatingIfNeeded: hash) & mask
        let tag = LemmaTable.tag(of: hash)
        for _ in 0...mask {
            let entry = start + slot &* LemmaTable.nodeWidth
            let found = UInt32(littleEndian: entry.loadUnaligned(as: UInt32.self))
            if found == 0 { return nil }
            if found == tag {
                return UInt16(littleEndian: entry.loadUnaligned(fromByteOffset: 4, as: UInt16.self))
            }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    func change(_ number: Int) -> (base: LemmaChange.Base, removed: Int, ending: UnsafeBufferPointer<UInt8>) {
        let offset = Int(UInt32(littleEndian: offsets.loadUnaligned(fromByteOffset: number * 4, as: UInt32.self)))
        let ending = UnsafeBufferPointer(rebasing: changes[offset + 3..<offset + 3 + Int(changes[offset + 2])])
        return (LemmaChange.Base(rawValue: changes[offset]) ?? .written, Int(changes[offset + 1]), ending)
    }
}
