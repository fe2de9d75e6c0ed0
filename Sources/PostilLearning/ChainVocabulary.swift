/// The features of examples, numbered: those that occur often enough have a row of weights each.
struct ChainVocabulary {
    /// The rows of the features of all elements, one behind the other.
    private(set) var rows: [UInt32] = []

    /// Where the rows of each element end.
    private(set) var ends: [Int] = []

    /// The hash of each row's feature.
    private(set) var hashes: [UInt32] = []

    /// How often each row's feature occurs.
    private(set) var occurrences: [UInt32] = []

    /// The number of rows.
    var count: Int { hashes.count }

    init(_ examples: ChainExamples, minimumCount: Int) {
        // A first count in small counters, which features may share, keeps the many rare features out of the table.
        let mask = (1 << 28) - 1
        var small = [UInt8](repeating: 0, count: mask + 1)
        let least = UInt8(min(max(minimumCount, 1), 250))
        for feature in examples.features {
            let slot = Int(feature.bits) & mask
            if small[slot] < least { small[slot] += 1 }
        }
        var numbers = FeatureNumbers()
        rows.reserveCapacity(examples.features.count)
        ends.reserveCapacity(examples.featureEnds.count)
        var start = 0
        for end in examples.featureEnds {
            for feature in examples.features[start..<end] where small[Int(feature.bits) & mask] >= least {
                let row = numbers.number(of: feature.bits)
                if row == occurrences.count {
                    occurrences.append(0)
                    hashes.append(feature.bits)
                }
                occurrences[row] += 1
                rows.append(UInt32(row))
            }
            ends.append(rows.count)
            start = end
        }
    }

    /// Leaves only the features of `kept`, which are numbered by their place in it.
    mutating func keep(_ kept: [Int]) {
        var renumbered = [UInt32](repeating: .max, count: hashes.count)
        for (new, old) in kept.enumerated() { renumbered[old] = UInt32(new) }
        var remaining: [UInt32] = []
        remaining.reserveCapacity(rows.count)
        var start = 0
        for index in ends.indices {
            for row in rows[start..<ends[index]] where renumbered[Int(row)] != .max {
                remaining.append(renumbered[Int(row)])
            }
            start = ends[index]
            ends[index] = remaining.count
        }
        rows = remaining
        hashes = kept.map { hashes[$0] }
        occurrences = kept.map { occurrences[$0] }
    }
}

/// Numbers hashes in the order in which they are first asked for.
private struct FeatureNumbers {
    private var keys: [UInt32]
    private var values: [UInt32]
    private var count = 0

    init() {
        keys = Array(repeating: 0, count: 1 << 20)
        values = Array(repeating: .max, count: 1 << 20)
    }

    mutating func number(of key: UInt32) -> Int {
        if count * 2 > keys.count { grow() }
        let slot = self.slot(of: key)
        if values[slot] == .max {
            keys[slot] = key
            values[slot] = UInt32(count)
            count += 1
        }
        return Int(values[slot])
    }

    private func slot(of key: UInt32) -> Int {
        var slot = Int(key &* 0x9E37_79B1) & (keys.count - 1)
        while values[slot] != .max, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
        return slot
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        keys = Array(repeating: 0, count: oldKeys.count * 2)
        values = Array(repeating: .max, count: oldKeys.count * 2)
        for (key, value) in zip(oldKeys, oldValues) where value != .max {
            let slot = self.slot(of: key)
            keys[slot] = key
            values[slot] = value
        }
    }
}
