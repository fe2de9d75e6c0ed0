import PostilCore
import PostilLearning

/// Makes the table of the lemmatiser from text with lemmas.
public struct LemmaTrainer {
    private var counts: [Example: Int] = [:]
    private var silverCounts: [Example: Int] = [:]

    /// Longer endings than this are not looked at, but for the whole form.
    private static let longestEnding = 7

    /// How often a form must occur in text that a machine has annotated.
    private static let leastSilver = 2

    private struct Example: Hashable {
        let form: String
        let shape: TokenShape
        let tag: TokenTag
        let lemma: String
    }

    /// A trainer without texts.
    public init() {}

    /// Adds a text.
    ///
    /// Of text that a machine has annotated only inflected words in lower case count, and only those that no
    /// person has annotated.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - tokens: Its tokens, in UTF-8 bytes.
    ///   - tags: Their tags; nil where they are not known.
    ///   - lemmas: Their lemmas; nil where they are not known.
    ///   - isGold: Whether a person has annotated them.
    public mutating func add(_ text: Text, tokens: [Span], tags: [TokenTag?], lemmas: [String?], isGold: Bool) {
        for ((span, tag), lemma) in zip(zip(tokens, tags), lemmas) {
            // An underscore is what treebanks write where a word's lemma stands at another of its parts.
            guard let tag, let lemma, lemma != "_", !span.isEmpty else { continue }
            let form = String(text[span])
            let shape = LemmaTrainer.shape(of: form)
            if isGold {
                counts[Example(form: form, shape: shape, tag: tag, lemma: lemma), default: 0] += 1
            } else if LemmaTrainer.inflected.contains(tag.penn.name), shape == .lower,
                form.utf8.allSatisfy({ $0 > 0x60 && $0 < 0x7B })
            {
                let universal: UniversalTag = tag.penn.isVerb ? .verb : tag.penn.isNoun ? .noun : .adjective
                let plain = TokenTag(penn: tag.penn, universal: universal)
                silverCounts[Example(form: form, shape: shape, tag: plain, lemma: lemma), default: 0] += 1
            }
        }
    }

    /// The tags of inflected words.
    private static let inflected: Set<String> = ["NNS", "VBZ", "VBD", "VBN", "VBG", "JJR", "JJS"]

    /// The capitals of a form, as the tokeniser sees them.
    private static func shape(of form: String) -> TokenShape {
        if form.lowercased() == form { return .lower }
        return form.uppercased() == form && form.count > 1 ? .upper : .mixed
    }

    /// A tree's node: how often each change was seen below it, and on how many forms.
    private struct Node {
        var group: LemmaGroup
        var isWhole: Bool
        var length: Int
        var parent: UInt64?
        var counts: [LemmaChange: Int] = [:]
        var forms: [LemmaChange: Int] = [:]
        var chosen: LemmaChange?
        var inherited: LemmaChange?
        var isNeeded = false
    }

    /// The bytes of the table.
    ///
    /// - Parameter sources: What it was made from and under which licence, for its header.
    /// - Throws: ``ModelError`` with the code `no-examples`.
    public func train(sources: String) throws(ModelError) -> [UInt8] {
        guard !counts.isEmpty else {
            throw ModelError(code: .noExamples, message: "there is no text with lemmas to learn from: add some")
        }
        var nodes: [UInt64: Node] = [:]
        // The children of a node have been added behind it: this order goes down the trees.
        var order: [UInt64] = []
        for (example, count) in counts {
            insert(example, counts: (count * 2, min(count, 3) * 2), into: &nodes, order: &order)
        }
        let known = Set(counts.keys.map { "\($0.form.lowercased()) \($0.tag.penn.name)" })
        for (example, count) in silverCounts
        where count >= LemmaTrainer.leastSilver && !known.contains("\(example.form) \(example.tag.penn.name)") {
            insert(example, counts: (1, 1), into: &nodes, order: &order)
        }
        for hash in order { choose(hash, in: &nodes) }
        return encode(nodes, sources: sources)
    }

    private func insert(
        _ example: Example,
        counts: (whole: Int, ending: Int),
        into nodes: inout [UInt64: Node],
        order: inout [UInt64]
    ) {
        let group = LemmaGroup(tag: example.tag, shape: example.shape)
        let change = LemmaChange(form: example.form, lemma: example.lemma)
        let bytes = Array(example.form.lowercased().utf8)
        var hash = LemmaTable.root(of: group)
        var parent: UInt64?
        for length in 0...bytes.count + 1 {
            let isWhole = length > bytes.count
            if nodes[hash] == nil {
                nodes[hash] = Node(group: group, isWhole: isWhole, length: min(length, bytes.count), parent: parent)
                order.append(hash)
            }
            if isWhole || length <= LemmaTrainer.longestEnding {
                nodes[hash]?.counts[change, default: 0] += isWhole ? counts.whole : counts.ending
                nodes[hash]?.forms[change, default: 0] += 1
            }
            parent = hash
            hash = LemmaTable.deeper(
                hash,
                length < bytes.count ? bytes[bytes.count - 1 - length] : LemmaTable.beginning
            )
        }
    }

    /// Gives a node a change of its own where it is better than the one from above.
    private func choose(_ hash: UInt64, in nodes: inout [UInt64: Node]) {
        guard var node = nodes[hash] else { return }
        let above = node.parent.flatMap { nodes[$0] }
        node.inherited = above.flatMap { $0.chosen ?? $0.inherited }
        let best = node.counts.max { left, right in
            left.value != right.value
                ? left.value < right.value : LemmaTrainer.order(left.key) > LemmaTrainer.order(right.key)
        }
        // An ending's change is not applied where it would leave too little.
        let isOutOfReach = node.isWhole && node.length - (best?.key.removed ?? 0) < LemmaTable.shortestStem
        if let best, best.key != node.inherited || isOutOfReach {
            let isBetter = isOutOfReach || best.value > node.inherited.flatMap { node.counts[$0] } ?? 0
            let isSupported = node.isWhole || node.forms[best.key, default: 0] > 1 || node.parent == nil
            if isBetter && isSupported { node.chosen = best.key }
        }
        node.counts = [:]
        node.forms = [:]
        nodes[hash] = node
        guard node.chosen != nil else { return }
        var ancestor: UInt64? = hash
        while let place = ancestor, nodes[place]?.isNeeded == false {
            nodes[place]?.isNeeded = true
            ancestor = nodes[place]?.parent
        }
    }

    /// Something that orders changes the same way each time.
    private static func order(_ change: LemmaChange) -> String {
        "\(change.removed) \(change.base.rawValue) \(String(decoding: change.ending, as: UTF8.self))"
    }

    private func encode(_ nodes: [UInt64: Node], sources: String) -> [UInt8] {
        let needed = nodes.filter(\.value.isNeeded).sorted { $0.key < $1.key }
        let changes = Set(needed.compactMap(\.value.chosen)).sorted { LemmaTrainer.order($0) < LemmaTrainer.order($1) }
        let numbers = Dictionary(uniqueKeysWithValues: changes.enumerated().map { ($1, UInt16($0 + 1)) })
        var capacity = 16
        while capacity < needed.count * 2 { capacity *= 2 }
        let width = LemmaTable.nodeWidth
        var table = [UInt8](repeating: 0, count: capacity * width)
        for (hash, node) in needed {
            var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
            while table[slot * width..<slot * width + 4] != [0, 0, 0, 0] { slot = (slot + 1) & (capacity - 1) }
            let number = node.chosen.flatMap { numbers[$0] } ?? 0
            withUnsafeBytes(of: LemmaTable.tag(of: hash).littleEndian) {
                table.replaceSubrange(slot * width..<slot * width + 4, with: $0)
            }
            withUnsafeBytes(of: number.littleEndian) {
                table.replaceSubrange(slot * width + 4..<slot * width + 6, with: $0)
            }
        }
        var offsets: [UInt8] = []
        var texts: [UInt8] = []
        for change in changes {
            withUnsafeBytes(of: UInt32(texts.count).littleEndian) { offsets.append(contentsOf: $0) }
            texts.append(contentsOf: change.encoded)
        }
        return ModelFile.encode(
            facts: [
                ("task", "lemmas"), ("features", LemmaTable.version), ("sources", sources), ("nodes", String(capacity)),
                ("changes", String(changes.count)),
            ],
            scale: 1,
            bias: 0,
            weights: (table + offsets + texts).map { Int8(bitPattern: $0) }
        )
    }
}
