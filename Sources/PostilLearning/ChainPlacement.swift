import CLearning

/// Which features a model keeps, and in which of its rows.
struct ChainPlacement {
    /// The features kept, as rows of the vocabulary that they were chosen from.
    let rows: [Int]

    /// The row of the model's table for each of them.
    let slots: [Int]

    /// The fingerprints of the table's rows.
    let fingerprints: [UInt16]

    /// Chooses the features with the greatest sum of weights times occurrences, as far as their groups have
    /// room.
    init(vocabulary: ChainVocabulary, fit: ChainFit, layout: ChainLayout) {
        let values = (0..<vocabulary.count).map { row in
            fit.magnitude(of: row) * Float(vocabulary.occurrences[row]).squareRoot()
        }
        let order = values.indices.sorted { values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1 }
        var rows: [Int] = []
        var slots: [Int] = []
        var fingerprints = [UInt16](repeating: 0, count: layout.groups * ChainLayout.groupSize)
        var filled = [UInt8](repeating: 0, count: layout.groups)
        for row in order where values[row] > 0 {
            let hash = vocabulary.hashes[row]
            let group = Int(postil_table_group(hash, UInt32(layout.groups - 1)))
            guard Int(filled[group]) < ChainLayout.groupSize else { continue }
            let start = group * ChainLayout.groupSize
            let fingerprint = postil_table_fingerprint(hash)
            // Of two features with one fingerprint only the first could be found.
            guard !fingerprints[start..<start + Int(filled[group])].contains(fingerprint) else { continue }
            let slot = start + Int(filled[group])
            filled[group] += 1
            fingerprints[slot] = fingerprint
            rows.append(row)
            slots.append(slot)
        }
        self.rows = rows
        self.slots = slots
        self.fingerprints = fingerprints
    }
}
