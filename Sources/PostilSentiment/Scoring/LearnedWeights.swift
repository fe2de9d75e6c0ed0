/// The learned weights of the words of a sentence; keeps its memory from one sentence to the next.
struct LearnedWeights {
    /// The learned weight of a word from which it is an entry of its own.
    private static let listedWeight = 0.12

    /// A word or pair of words whose weight is worth an entry.
    struct Entry {
        let position: Int
        let isPair: Bool
        let weight: Double
    }

    private var words: [Double] = []
    private var pairs: [Double] = []

    /// What the weights count.
    private(set) var scale = 1.0

    /// What they say of the strength.
    var strength = 0.0

    /// The words whose weights are worth an entry.
    private(set) var listed: [Entry] = []

    /// The sum of all other weights.
    private(set) var rest = 0.0

    /// Begins a sentence of so many words.
    mutating func begin(count: Int, scale: Double) {
        words.removeAll(keepingCapacity: true)
        pairs.removeAll(keepingCapacity: true)
        for _ in 0..<count {
            words.append(0)
            pairs.append(0)
        }
        self.scale = scale
        strength = 0
    }

    /// Begins with what another has added up.
    mutating func begin(with other: LearnedWeights) {
        words.removeAll(keepingCapacity: true)
        pairs.removeAll(keepingCapacity: true)
        words.append(contentsOf: other.words)
        pairs.append(contentsOf: other.pairs)
        scale = other.scale
        strength = other.strength
    }

    mutating func add(_ weight: Double, pair: Bool, at position: Int) {
        if pair { pairs[position] += weight } else { words[position] += weight }
    }

    /// Parts the weights into those worth an entry and the others.
    mutating func finish() {
        listed.removeAll(keepingCapacity: true)
        rest = 0
        for position in words.indices {
            let weight = words[position] + pairs[position]
            if abs(weight) >= LearnedWeights.listedWeight {
                listed.append(
                    Entry(position: position, isPair: abs(pairs[position]) > abs(words[position]), weight: weight)
                )
            } else {
                rest += weight
            }
        }
    }
}
