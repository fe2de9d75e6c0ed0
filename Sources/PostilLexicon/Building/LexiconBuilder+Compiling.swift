extension LexiconBuilder {
    /// The compiled lexicon.
    ///
    /// - Parameter facts: Facts for the header, such as `sources`; the counts are added.
    /// - Returns: The bytes of a ``LexiconFile``, the same for the same entries in the same order.
    /// - Throws: ``LexiconError`` with the code `lexicon-too-large` beyond 2 GB of senses or strings, or four
    ///   billion words.
    /// - Complexity: O(n log n).
    public func build(facts: [(key: String, value: String)] = []) throws(LexiconError) -> [UInt8] {
        guard pool.bytes.count <= LexiconPayload.recordLimit, pieces.count < UInt32.max, names.count < UInt32.max else {
            throw LexiconError(
                code: .lexiconTooLarge,
                message: "a lexicon cannot hold more than 2 GB of strings: build several"
            )
        }
        // Two names that the table cannot tell apart are rare; another seed parts them.
        var seed: UInt64 = 0
        var nodes = nodes(seed: seed)
        while !LexiconBuilder.areTold(apart: nodes, buckets: bucketCount(of: nodes)) {
            seed += 1
            nodes = self.nodes(seed: seed)
        }
        return try compile(nodes, seed: seed, facts: facts)
    }

    /// A name or the beginning of one.
    struct Node {
        let key: UInt64
        /// The name, or ``beginning``.
        let name: UInt32

        static let beginning = UInt32.max
    }

    /// The nodes of all names, sorted; those of one key follow one another, names in their order first.
    private func nodes(seed: UInt64) -> [Node] {
        var nodes: [Node] = []
        nodes.reserveCapacity(pieces.count)
        var start = 0
        for (index, name) in names.enumerated() {
            let end = Int(name.piecesEnd)
            var hash = NameHash(first: pieces[start], seed: seed)
            for piece in (start + 1)..<max(end, start + 1) {
                nodes.append(Node(key: hash.key, name: Node.beginning))
                hash.extend(pieces[piece])
            }
            nodes.append(Node(key: hash.key, name: UInt32(truncatingIfNeeded: index)))
            start = end
        }
        nodes.sort { $0.key != $1.key ? $0.key < $1.key : $0.name < $1.name }
        return nodes
    }

    private func bucketCount(of nodes: [Node]) -> UInt64 {
        var keys = nodes.isEmpty ? 0 : 1
        for index in nodes.indices.dropFirst() where nodes[index].key != nodes[index - 1].key { keys += 1 }
        return UInt64(keys / 4 + 1)
    }

    private static func areTold(apart nodes: [Node], buckets: UInt64) -> Bool {
        var tags: [UInt32] = []
        var bucket = -1
        for (index, node) in nodes.enumerated() where index == 0 || node.key != nodes[index - 1].key {
            if NameHash.bucket(of: node.key, count: buckets) != bucket {
                bucket = NameHash.bucket(of: node.key, count: buckets)
                tags.removeAll(keepingCapacity: true)
            }
            if tags.contains(NameHash.tag(of: node.key)) { return false }
            tags.append(NameHash.tag(of: node.key))
        }
        return true
    }

    private func compile(
        _ nodes: [Node],
        seed: UInt64,
        facts: [(key: String, value: String)]
    ) throws(LexiconError) -> [UInt8] {
        let bucketCount = bucketCount(of: nodes)
        var buckets: [UInt8] = []
        var tags: [UInt8] = []
        var payloads: [UInt8] = []
        var records = SenseLists()
        var bucketsWritten: UInt64 = 0
        var index = 0
        while index < nodes.count {
            let key = nodes[index].key
            let first = index
            while index < nodes.count, nodes[index].key == key, nodes[index].name != Node.beginning { index += 1 }
            let named = first..<index
            while index < nodes.count, nodes[index].key == key { index += 1 }
            let record = named.isEmpty ? nil : records.offset(of: senses(of: nodes[named]))
            guard records.bytes.count <= LexiconPayload.recordLimit else {
                throw LexiconError(
                    code: .lexiconTooLarge,
                    message: "a lexicon cannot hold more than 2 GB of senses: build several"
                )
            }
            let bucket = UInt64(NameHash.bucket(of: key, count: bucketCount))
            while bucketsWritten <= bucket {
                buckets.append(littleEndian: UInt32(truncatingIfNeeded: tags.count / 4))
                bucketsWritten += 1
            }
            tags.append(littleEndian: NameHash.tag(of: key))
            payloads.append(littleEndian: LexiconPayload(record: record, continues: index > named.upperBound).bits)
        }
        while bucketsWritten <= bucketCount {
            buckets.append(littleEndian: UInt32(truncatingIfNeeded: tags.count / 4))
            bucketsWritten += 1
        }
        var numbers: [UInt8] = []
        numbers.append(littleEndian: seed)
        numbers.append(littleEndian: bucketCount)
        var patternBytes: [UInt8] = []
        for pattern in patterns { patternBytes.append(littleEndian: pattern) }
        return LexiconFile.encode(
            .names,
            facts: facts + [("names", String(names.count)), ("nodes", String(tags.count / 4))],
            sections: [
                numbers, buckets, tags, payloads, records.bytes, pool.bytes, patternBytes,
                filter { _ in true }, filter { $0 == .any },
            ]
        )
    }

    /// The senses of some names of one hash: no two alike, those of greater weight first within each kind.
    private func senses(of nodes: ArraySlice<Node>) -> [StoredSense] {
        var senses: [StoredSense] = []
        for node in nodes {
            let sense = names[Int(node.name)].sense
            if let index = senses.firstIndex(where: { $0.means(as: sense) }) {
                senses[index].level = max(senses[index].level, sense.level)
            } else {
                senses.append(sense)
            }
        }
        guard senses.count > 1 else { return senses }
        return senses.enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            if first.kind != second.kind { return first.kind.rawValue < second.kind.rawValue }
            if first.level != second.level { return first.level > second.level }
            return left.offset < right.offset
        }.map(\.element)
    }

    /// The filter of the first pieces of those names whose first piece has a case that `isMember` takes.
    private func filter(_ isMember: (PieceCase?) -> Bool) -> [UInt8] {
        var hashes: Set<UInt64> = []
        var start = 0
        for name in names {
            let pattern = patterns[Int(name.sense.pattern)]
            if isMember(PieceCase(rawValue: UInt8(pattern & 3))) { hashes.insert(pieces[start]) }
            start = Int(name.piecesEnd)
        }
        var bytes: [UInt8] = []
        for word in PieceFilter.words(of: hashes, count: hashes.count) { bytes.append(littleEndian: word) }
        return bytes
    }
}

extension StoredSense {
    /// Whether the senses differ in nothing but their weights.
    fileprivate func means(as other: StoredSense) -> Bool {
        kind == other.kind && pattern == other.pattern && canonical == other.canonical && link == other.link
            && linkNumber == other.linkNumber && detail == other.detail
    }
}

/// Lists of senses; those that are alike, as the lists of family names are, are kept once.
private struct SenseLists {
    private(set) var bytes: [UInt8] = []
    private var offsets: [[UInt8]: UInt32] = [:]

    /// The longest list that is compared with others.
    private static let sharedLength = 12

    mutating func offset(of senses: [StoredSense]) -> UInt32 {
        var list: [UInt8] = []
        for (index, sense) in senses.enumerated() { sense.write(to: &list, isLast: index == senses.count - 1) }
        if list.count <= SenseLists.sharedLength, let offset = offsets[list] { return offset }
        let offset = UInt32(truncatingIfNeeded: bytes.count)
        bytes.append(contentsOf: list)
        if list.count <= SenseLists.sharedLength { offsets[list] = offset }
        return offset
    }
}
