import PostilCore

/// What must be in a text for rules to be tried, so that most tokens cost one look into a table.
struct RuleTriggers: Sendable {
    /// What a key makes the program do.
    struct Target: Sendable {
        let rule: Int32
        /// Whether matches begin at the key; else it must lie somewhere in their window.
        let isStart: Bool
    }

    /// A thing of the text that rules wait for.
    enum Key: Hashable, Sendable {
        case word(UInt64)
        case lemma(UInt64)
        case layer(Int)
        case entry(Int)

        /// How often such a thing is met, in thousandths of the tokens; estimated from news.
        var frequency: Double {
            switch self {
            case .word, .lemma: 0.5
            case .entry: 5
            case .layer: 30
            }
        }
    }

    private(set) var words = HashTable()
    private(set) var lemmas = HashTable()
    private(set) var layers: [[Target]]
    private(set) var lexicons: [[Target]]

    /// The rules that begin anywhere.
    private(set) var always: [Int32] = []

    /// How many tokens a window has, on average; all of them may begin a match where a key opens the window.
    private static let windowLength = 25.0

    init(rules: [RuleDefinition], layerCount: Int, lexiconCount: Int) {
        layers = Array(repeating: [], count: layerCount)
        lexicons = Array(repeating: [], count: lexiconCount)
        var wordTargets: [UInt64: [Target]] = [:]
        var lemmaTargets: [UInt64: [Target]] = [:]
        for (index, rule) in rules.enumerated() {
            let starts = rule.pattern.startKeys
            let required = rule.pattern.requiredKeys
            let startCost = starts?.frequency ?? .infinity
            let gateCost = (required?.frequency ?? .infinity) * RuleTriggers.windowLength / 10
            let isStart = startCost <= gateCost
            guard let keys = isStart ? starts : required else {
                always.append(Int32(index))
                continue
            }
            let target = Target(rule: Int32(index), isStart: isStart)
            for key in keys.keys {
                switch key {
                case .word(let hash): wordTargets[hash, default: []].append(target)
                case .lemma(let hash): lemmaTargets[hash, default: []].append(target)
                case .layer(let number): layers[number].append(target)
                case .entry(let number): lexicons[number].append(target)
                }
            }
        }
        words = HashTable(wordTargets)
        lemmas = HashTable(lemmaTargets)
    }

    /// Targets by hash: open addressing over a power of two of at least four times the keys.
    struct HashTable: Sendable {
        private var keys: [UInt64] = [0]
        private var ranges: [Range<Int32>] = [0..<0]
        private var targets: [Target] = []
        private var mask = 0

        /// Whether it has no key.
        var isEmpty: Bool { targets.isEmpty }

        init() {}

        init(_ entries: [UInt64: [Target]]) {
            var capacity = 4
            while capacity < entries.count * 4 { capacity *= 2 }
            keys = Array(repeating: 0, count: capacity)
            ranges = Array(repeating: 0..<0, count: capacity)
            mask = capacity - 1
            for (key, targets) in entries.sorted(by: { $0.key < $1.key }) where key != 0 {
                var slot = Int(truncatingIfNeeded: key) & mask
                while keys[slot] != 0 { slot = (slot + 1) & mask }
                keys[slot] = key
                ranges[slot] = Int32(self.targets.count)..<Int32(self.targets.count + targets.count)
                self.targets += targets
            }
        }

        /// Calls `body` with the targets of a hash.
        ///
        /// - Complexity: O(1) expected for a hash that has none.
        @inline(__always)
        func forEach(_ hash: UInt64, _ body: (Target) -> Void) {
            var slot = Int(truncatingIfNeeded: hash) & mask
            while keys[slot] != 0 {
                if keys[slot] == hash {
                    for index in ranges[slot] { body(targets[Int(index)]) }
                    return
                }
                slot = (slot + 1) & mask
            }
        }
    }
}
