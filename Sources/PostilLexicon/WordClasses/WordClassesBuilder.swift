import PostilCore

/// Compiles word classes from a table with a line `word`, `class`, `path` for each word.
///
/// The class is a number from 0 to 1022, the path the class's place in the hierarchy in zeros and ones, at
/// most 31 of them; further fields are passed over. Digits of a word are written as `0`.
public struct WordClassesBuilder {
    private var classes: [CasedHash: UInt16] = [:]
    private var paths: [UInt32] = []

    /// A builder without words.
    public init() {}

    /// The number of words.
    public var wordCount: Int { classes.count }

    /// The number of classes.
    public var classCount: Int { paths.count }

    /// Adds the words of a table.
    ///
    /// - Parameters:
    ///   - table: The table's bytes.
    ///   - name: What messages call it.
    /// - Throws: ``LexiconError`` with the code `invalid-entry` and the place.
    /// - Complexity: O(n).
    public mutating func add(_ table: [UInt8], name: String) throws(LexiconError) {
        try table.withUnsafeBufferPointer { bytes throws(LexiconError) in
            try read(TableReader(bytes, name: name, hasComments: false))
        }
    }

    private mutating func read(_ table: TableReader) throws(LexiconError) {
        var reader = table
        while reader.next() {
            guard reader.fields.count >= 3 else {
                throw reader.error(at: reader.fields.count, "a word, its class and the class's path are needed")
            }
            guard let number = reader.number(1), number < WordClasses.maximumClassCount else {
                throw reader.error(at: 1, "a class is a number from 0 to \(WordClasses.maximumClassCount - 1)")
            }
            let path = reader.field(2)
            guard (1...31).contains(path.count), path.allSatisfy({ $0 == 0x30 || $0 == 0x31 }) else {
                throw reader.error(at: 2, "a path is 1 to 31 zeros and ones")
            }
            let bits = path.reduce(UInt32(1)) { $0 << 1 | UInt32($1 & 1) }
            let wordClass = Int(number)
            while paths.count <= wordClass { paths.append(0) }
            guard paths[wordClass] == 0 || paths[wordClass] == bits else {
                throw reader.error(at: 2, "class \(wordClass) had another path before")
            }
            paths[wordClass] = bits
            let hash = CasedHash(reader.field(0))
            if let other = classes[hash], other != UInt16(wordClass) {
                throw reader.error(at: 0, "\"\(reader.text(0))\" is in class \(other) already")
            }
            classes[hash] = UInt16(wordClass)
        }
    }

    /// The compiled classes.
    ///
    /// - Parameter facts: Facts for the header; the counts are added.
    /// - Returns: The bytes of a ``LexiconFile``, the same for the same words in any order.
    /// - Complexity: O(n log n).
    public func build(facts: [(key: String, value: String)] = []) -> [UInt8] {
        var capacity = 16
        while capacity * 5 < classes.count * 8 { capacity *= 2 }
        var slots = [UInt32](repeating: 0, count: capacity)
        // The order of insertion decides who sits where, so it must not be the dictionary's.
        for (hash, wordClass) in classes.sorted(by: { $0.key.bits < $1.key.bits }) {
            var slot = Int(truncatingIfNeeded: hash.bits) & (capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = WordClasses.tag(of: hash) << 10 | UInt32(wordClass + 1)
        }
        var slotBytes: [UInt8] = []
        for slot in slots { slotBytes.append(littleEndian: slot) }
        var pathBytes: [UInt8] = []
        for path in paths { pathBytes.append(littleEndian: path) }
        let counts = [("words", String(classes.count)), ("classes", String(paths.count))]
        return LexiconFile.encode(.wordClasses, facts: facts + counts, sections: [slotBytes, pathBytes])
    }
}
