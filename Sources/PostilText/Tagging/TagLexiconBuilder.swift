import PostilCore
import PostilLearning

/// Counts the tags of words in tagged text and compiles a ``TagLexicon``.
struct TagLexiconBuilder {
    private var written: [UInt64: [PennTag: Int]] = [:]
    private var lower: [UInt64: [PennTag: Int]] = [:]
    private var gold: [UInt64: [TokenTag: Int]] = [:]

    /// How often a word must occur to have an entry.
    var minimumCount = 3

    /// The share of a word's occurrences that a tag must have to be in the word's set, as one in so many.
    var leastShare = 25

    /// How often a word must occur in gold to be confined to its labels there.
    var confinedCount = 60

    /// Counts a word of text whose tags are those of a machine.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, token: Token, penn: PennTag) {
        written[CasedHash(bytes).bits, default: [:]][penn, default: 0] += 1
        lower[token.hash.bits, default: [:]][penn, default: 0] += 1
    }

    /// Counts a word that a person has tagged.
    mutating func addGold(_ bytes: UnsafeBufferPointer<UInt8>, tag: TokenTag) {
        gold[CasedHash(bytes).bits, default: [:]][tag, default: 0] += 1
    }

    /// The pairs of tags that gold has most often, and for each Penn tag at least the most frequent; at most
    /// ``mostLabels``.
    func labels() -> [TokenTag] {
        var counts: [TokenTag: Int] = [:]
        for word in gold.values { counts.merge(word) { $0 + $1 } }
        let pairs = counts.sorted {
            $0.value != $1.value ? $0.value > $1.value : TagLabels.name(of: $0.key) < TagLabels.name(of: $1.key)
        }
        .map(\.key)
        var seen: Set<PennTag> = []
        let needed = pairs.filter { seen.insert($0.penn).inserted }
        let others = pairs.filter { !needed.contains($0) }.prefix(max(0, TagLexiconBuilder.mostLabels - needed.count))
        let chosen = Set(needed + others)
        return pairs.filter(chosen.contains)
    }

    /// Sets of labels are the bits of a number.
    private static let mostLabels = 64

    /// The bytes of the lexicon.
    ///
    /// - Throws: ``ModelError`` with the code `no-examples` where no gold was added.
    func build(facts: [(key: String, value: String)]) throws(ModelError) -> [UInt8] {
        let labelNames = labels().map(TagLabels.name(of:))
        guard !labelNames.isEmpty else {
            throw ModelError(code: .noExamples, message: "there is no tagged text to learn from: add some")
        }
        let labels = try TagLabels(names: labelNames)
        let sets = chosenSets()
        let numbers = Dictionary(uniqueKeysWithValues: sets.enumerated().map { ($1, UInt32($0 + 1)) })
        func number(_ counts: [PennTag: Int]) -> UInt32 {
            var tags = set(of: counts)
            while !tags.isEmpty {
                if let number = numbers[tags] { return number }
                tags.removeLast()
            }
            return 0
        }
        let tables = [written, lower].map { words in
            slots(words.compactMap { $1.values.reduce(0, +) >= minimumCount ? ($0, number($1)) : nil })
        }
        let confined = confinedSlots(labels)
        let names = [""] + sets.map { $0.map(\.name).joined(separator: " ") }
        let bytes = tables.joined().flatMap { littleEndian($0) } + confined
        return ModelFile.encode(
            facts: facts + [
                ("features", TagLexicon.version), ("labels", labelNames.joined(separator: " ")),
                ("written", String(tables[0].count)), ("lower", String(tables[1].count)),
                ("confined", String(confined.count / TagLexicon.confinedWidth)),
                ("sets", names.joined(separator: ",")),
            ],
            scale: 1,
            bias: 0,
            weights: bytes.map { Int8(bitPattern: $0) }
        )
    }

    /// A word's tags, the most frequent first, at most three.
    private func set(of counts: [PennTag: Int]) -> [PennTag] {
        let total = counts.values.reduce(0, +)
        let sorted = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key.rawValue < $1.key.rawValue }
        return Array(sorted.filter { $0.value * leastShare >= total }.prefix(3).map(\.key))
    }

    /// The sets that most words have: a byte numbers them.
    private func chosenSets() -> [[PennTag]] {
        var uses: [[PennTag]: Int] = [:]
        for words in [written, lower] {
            for counts in words.values where counts.values.reduce(0, +) >= minimumCount {
                let whole = set(of: counts)
                for length in 1...max(1, whole.count) where length <= whole.count {
                    // Shorter sets stand in for those that are too rare.
                    uses[Array(whole.prefix(length)), default: 0] += length == whole.count ? 8 : 1
                }
            }
        }
        let sorted = uses.sorted {
            $0.value != $1.value ? $0.value > $1.value : $0.key.map(\.name).joined() < $1.key.map(\.name).joined()
        }
        return sorted.prefix(255).map(\.key)
    }

    private func slots(_ words: [(UInt64, UInt32)]) -> [UInt32] {
        var capacity = 16
        while capacity * 3 < words.count * 4 { capacity *= 2 }
        var slots = [UInt32](repeating: 0, count: capacity)
        // The order of insertion decides who sits where, so it must not be the dictionary's.
        for (bits, set) in words.sorted(by: { $0.0 < $1.0 }) where set != 0 {
            var slot = Int(truncatingIfNeeded: bits) & (capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = TagLexicon.tag(of: bits) << 8 | set
        }
        return slots
    }

    private func confinedSlots(_ labels: TagLabels) -> [UInt8] {
        let words = gold.filter { $1.values.reduce(0, +) >= confinedCount }
            .map { ($0, $1.keys.reduce(UInt64(0)) { $0 | labels.agreeing(with: $1) }) }.sorted { $0.0 < $1.0 }
        var capacity = 16
        while capacity < words.count * 2 { capacity *= 2 }
        let width = TagLexicon.confinedWidth
        var bytes = [UInt8](repeating: 0, count: capacity * width)
        for (bits, word) in words {
            var slot = Int(truncatingIfNeeded: bits) & (capacity - 1)
            while bytes[slot * width..<slot * width + 4] != [0, 0, 0, 0] { slot = (slot + 1) & (capacity - 1) }
            bytes.replaceSubrange(
                slot * width..<slot * width + 4,
                with: littleEndian(UInt32(truncatingIfNeeded: bits >> 32) | 1)
            )
            bytes.replaceSubrange(slot * width + 8..<slot * width + 16, with: littleEndian(word))
        }
        return bytes
    }

    private func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
}
