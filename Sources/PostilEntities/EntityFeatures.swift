import PostilCore
import PostilLearning
import PostilLexicon
import PostilText

/// Computes the features by which the model of names sees a token.
struct EntityFeatures {
    /// Changes whenever a feature does.
    static let version = "names 4"

    let view: TokenView
    let facts: [WordFacts]
    let gazetteer: GazetteerFacts
    let runs: NameRuns
    let sentences: [Range<Int>]

    /// Computes what all features of a text share.
    init(_ view: TokenView, sentences: [Range<Int>], knowledge: EntityKnowledge) {
        self.view = view
        self.sentences = sentences
        let facts = WordFacts.all(of: view, classes: knowledge.classes, contexts: knowledge.contexts)
        self.facts = facts
        gazetteer = GazetteerFacts(view, lexicons: knowledge.lexicons)
        runs = NameRuns(view, facts: facts, sentences: sentences)
    }

    /// The capitals of a sentence.
    enum Casing: UInt64 {
        case mixed, upper, lower
    }

    /// Whether a sentence tells by capitals what is a name.
    func casing(of sentence: Range<Int>) -> Casing {
        var lower = 0
        var upper = 0
        var capitalized = 0
        for token in sentence {
            switch view.values[token].shape {
            case .lower: lower += 1
            case .upper: upper += 1
            case .capitalized: capitalized += 1
            default: break
            }
        }
        if upper >= 3, upper > 3 * lower { return .upper }
        return lower >= 3 && capitalized + upper == 0 ? .lower : .mixed
    }

    /// Writes the features of `token` to `buffer`, which has room for ``capacity``.
    ///
    /// - Returns: How many they are.
    func fill(
        _ buffer: UnsafeMutableBufferPointer<FeatureHash>,
        token: Int,
        sentence: Range<Int>,
        casing: Casing
    ) -> Int {
        var writer = FeatureWriter(buffer: buffer)
        add(token, sentence: sentence, casing: casing, to: &writer)
        return writer.count
    }

    /// Hands the features of `token` to `writer`.
    @inline(__always)
    func add(_ token: Int, sentence: Range<Int>, casing: Casing, to writer: inout some FeatureSink) {
        let now = facts[token]
        let before = at(token - 1, sentence)
        let behind = at(token + 1, sentence)
        let before2 = at(token - 2, sentence)
        let behind2 = at(token + 2, sentence)
        writer.add(1, now.word)
        writer.add(2, now.form)
        writer.add(3, before.word, now.word)
        writer.add(4, now.word, behind.word)
        writer.add(5, UInt64(now.wordClass))
        writer.add(6, before.shape, now.shape, behind.shape)
        writer.add(7, now.path(8), before.path(8))
        writer.add(8, now.path(8), behind.path(8))
        writer.add(82, UInt64(now.context))
        let lowEntries = gazetteer.lowerSets[token]
        if lowEntries != 0 {
            writer.add(77, lowEntries, casing.rawValue)
            writer.add(78, lowEntries, before.word)
            writer.add(79, lowEntries, UInt64(now.otherClass), UInt64(now.wordClass))
            writer.add(80, lowEntries, UInt64(before.wordClass), casing.rawValue)
            writer.add(81, lowEntries, UInt64(behind.wordClass))
        }
        let isNear = now.isCapital || before.isCapital || behind.isCapital || before2.isCapital || behind2.isCapital
        let entries = gazetteer.sets[token]
        guard isNear || casing != .mixed || now.isConnector || entries != 0 else { return }
        let shape = now.shape &* 4 &+ casing.rawValue
        writer.add(9, shape)
        writer.add(10, before.word, shape)
        writer.add(11, behind.word, shape)
        writer.add(12, before2.word, shape)
        writer.add(13, behind2.word, shape)
        writer.add(14, UInt64(before.wordClass), shape)
        writer.add(15, UInt64(behind.wordClass), shape)
        writer.add(16, before.path(10), UInt64(now.wordClass))
        writer.add(17, UInt64(now.wordClass), behind.path(10))
        writer.add(18, UInt64(now.otherClass), shape)
        writer.add(19, now.path(4), shape)
        writer.add(20, now.path(6), shape)
        writer.add(21, now.path(10), shape)
        writer.add(22, before.path(6), now.path(6), behind.path(6))
        writer.add(23, before2.path(6), before.path(6), now.path(6))
        writer.add(24, now.path(6), behind.path(6), behind2.path(6))
        writer.add(25, UInt64(before2.wordClass), shape)
        writer.add(26, UInt64(behind2.wordClass), shape)
        writer.add(27, now.otherPath(6), shape)
        writer.add(83, UInt64(now.context), shape)
        writer.add(84, UInt64(before.context), shape)
        writer.add(85, UInt64(behind.context), shape)
        writer.add(86, before.contextPath(8), now.contextPath(8))
        writer.add(87, now.contextPath(8), behind.contextPath(8))
        writer.add(88, UInt64(before2.context), shape)
        writer.add(89, UInt64(behind2.context), shape)
        writer.add(90, now.contextPath(6), shape)
        writer.add(91, UInt64(now.context), now.path(8))
        addEntries(entries, shape: shape, token: token, sentence: sentence, to: &writer)
        addAffixes(of: token, to: &writer)
        let isFirst: UInt64 = token == sentence.lowerBound ? 1 : 0
        writer.add(40, isFirst, shape, now.otherPath(8))
        writer.add(41, isFirst, before.shape, now.shape)
        writer.add(42, now.shape, behind.shape, behind2.shape)
        addRun(of: token, sentence: sentence, to: &writer)
    }

    /// At most this many features has a token.
    static let capacity = 128

    func at(_ token: Int, _ sentence: Range<Int>) -> WordFacts {
        sentence.contains(token) ? facts[token] : WordFacts.outside
    }

    private func addEntries(
        _ entries: UInt64,
        shape: UInt64,
        token: Int,
        sentence: Range<Int>,
        to writer: inout some FeatureSink
    ) {
        let before = sentence.contains(token - 1) ? gazetteer.sets[token - 1] : 0
        let behind = sentence.contains(token + 1) ? gazetteer.sets[token + 1] : 0
        if entries != 0 {
            for group in 0..<GazetteerFacts.groupCount {
                let bits = entries >> UInt64(4 * group) & 15
                if bits != 0 { writer.add(70, UInt64(group) &* 16 &+ bits, shape) }
            }
            writer.add(71, entries, shape)
        }
        if entries | before != 0 { writer.add(72, before, entries) }
        if entries | behind != 0 { writer.add(73, entries, behind) }
        if before != 0 { writer.add(74, before, shape) }
        if behind != 0 { writer.add(75, behind, shape) }
    }

    private func addAffixes(of token: Int, to writer: inout some FeatureSink) {
        let start = view.start(token)
        let length = view.length(token)
        guard view.values[token].kind == .word || view.values[token].kind == .hashtag else { return }
        var prefix: UInt64 = 0
        for index in 0..<min(length, 5) {
            prefix = prefix &<< 8 | UInt64(view.bytes[start + index])
            if index >= 1 { writer.add(28 + UInt32(index), prefix) }
        }
        var suffix: UInt64 = 0
        for index in 0..<min(length, 5) {
            suffix = suffix &<< 8 | UInt64(view.bytes[start + length - 1 - index])
            if index >= 1 { writer.add(33 + UInt32(index), suffix) }
        }
    }
}
