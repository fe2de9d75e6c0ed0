import PostilCore
import PostilLearning
import PostilLexicon
import PostilText

/// Computes the features by which the model of names sees a token.
struct EntityFeatures {
    /// Changes whenever a feature does.
    static let version = "names 1"

    let view: TokenView
    let facts: [WordFacts]
    let runs: NameRuns
    let sentences: [Range<Int>]

    /// Computes what all features of a text share.
    init(_ view: TokenView, sentences: [Range<Int>], classes: WordClasses) {
        self.view = view
        self.sentences = sentences
        let facts = (0..<view.count).map { WordFacts(view, $0, classes: classes) }
        self.facts = facts
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
        _ buffer: UnsafeMutableBufferPointer<FeatureHash>, token: Int, sentence: Range<Int>, casing: Casing
    ) -> Int {
        var writer = FeatureWriter(buffer: buffer)
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
        let isNear = now.isCapital || before.isCapital || behind.isCapital || before2.isCapital || behind2.isCapital
        guard isNear || casing != .mixed || now.isConnector else { return writer.count }
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
        addAffixes(of: token, to: &writer)
        let isFirst: UInt64 = token == sentence.lowerBound ? 1 : 0
        writer.add(40, isFirst, shape, now.otherPath(8))
        writer.add(41, isFirst, before.shape, now.shape)
        writer.add(42, now.shape, behind.shape, behind2.shape)
        addRun(of: token, sentence: sentence, to: &writer)
        return writer.count
    }

    /// At most this many features has a token.
    static let capacity = 80

    private func at(_ token: Int, _ sentence: Range<Int>) -> WordFacts {
        sentence.contains(token) ? facts[token] : WordFacts.outside
    }

    private func addAffixes(of token: Int, to writer: inout FeatureWriter) {
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

    private func addRun(of token: Int, sentence: Range<Int>, to writer: inout FeatureWriter) {
        let number = runs.runOfToken[token]
        guard number >= 0 else {
            // A small word between two runs sees the words on their near ends, and what ends the second.
            guard facts[token].isConnector, sentence.contains(token - 1), sentence.contains(token + 1) else { return }
            let next = runs.runOfToken[token + 1]
            let last = runs.runOfToken[token - 1]
            guard next >= 0, last >= 0 else { return }
            let after = runs.runs[Int(next)]
            let prior = runs.runs[Int(last)]
            writer.add(60, facts[token].word, facts[prior.end - 1].word)
            writer.add(61, facts[token].word, UInt64(facts[prior.end - 1].wordClass), UInt64(facts[after.start].wordClass))
            writer.add(62, facts[token].word, facts[prior.start].path(8), facts[after.end - 1].path(8))
            return
        }
        let run = runs.runs[Int(number)]
        let first = facts[run.start]
        let last = facts[run.end - 1]
        let before = at(run.start - 1, sentence)
        let behind = at(run.end, sentence)
        let place = UInt64(min(run.count, 4)) &* 8 &+ (token == run.start ? 1 : 0) &+ (token == run.end - 1 ? 2 : 0)
        writer.add(43, before.word, place)
        writer.add(44, behind.word, place)
        writer.add(45, last.word, place)
        writer.add(46, first.word, place)
        writer.add(47, UInt64(last.wordClass), place)
        writer.add(48, UInt64(first.wordClass), place)
        writer.add(49, UInt64(before.wordClass), place)
        writer.add(50, UInt64(behind.wordClass), place)
        writer.add(51, before.path(8), last.path(8), behind.path(8))
        writer.add(52, first.path(8), last.path(8), place)
        // What stands behind a small word behind the run: *University of X*, *Bank of Y*.
        if behind.isConnector, sentence.contains(run.end + 1), facts[run.end + 1].isCapital {
            writer.add(53, behind.word, facts[run.end + 1].path(10), place)
            writer.add(54, last.word, behind.word)
        }
        if before.isConnector, sentence.contains(run.start - 2), facts[run.start - 2].isCapital {
            writer.add(55, before.word, facts[run.start - 2].word)
            writer.add(56, before.word, UInt64(facts[run.start - 2].wordClass), last.path(6))
        }
        addDocument(token, run: run, sentence: sentence, to: &writer)
    }

    /// What the rest of the document says of the word.
    private func addDocument(_ token: Int, run: NameRuns.Run, sentence: Range<Int>, to writer: inout FeatureWriter) {
        let word = facts[token].word
        let isFirst: UInt64 = token == sentence.lowerBound ? 1 : 0
        writer.add(57, UInt64(runs.uses[word]?.rawValue ?? 0), isFirst, facts[token].shape)
        if let number = runs.longest[word] {
            let other = runs.runs[Int(number)]
            if other.count > run.count {
                let isLast: UInt64 = facts[other.end - 1].word == word ? 1 : 0
                let isStart: UInt64 = facts[other.start].word == word ? 2 : 0
                writer.add(58, facts[other.end - 1].word, isLast | isStart)
                writer.add(59, facts[other.start].word, isLast | isStart)
                writer.add(63, UInt64(facts[other.end - 1].wordClass), isLast | isStart)
                writer.add(64, UInt64(facts[other.start].wordClass), isLast | isStart)
                if other.start > 0 { writer.add(65, facts[other.start - 1].word, isLast | isStart) }
                if other.end < facts.count { writer.add(66, facts[other.end].word, isLast | isStart) }
            }
        }
        if view.values[token].shape == .upper, let number = runs.expansions[word] {
            let long = runs.runs[Int(number)]
            writer.add(67, facts[long.end - 1].word)
            writer.add(68, UInt64(facts[long.end - 1].wordClass), facts[long.start].path(8))
            writer.add(69, 1)
        }
    }
}

/// Writes features into a buffer.
struct FeatureWriter {
    let buffer: UnsafeMutableBufferPointer<FeatureHash>
    private(set) var count = 0

    init(buffer: UnsafeMutableBufferPointer<FeatureHash>) { self.buffer = buffer }

    @inline(__always)
    mutating func add(_ template: UInt32, _ first: UInt64) {
        guard count < buffer.count else { return }
        buffer[count] = FeatureHash(template: template, first)
        count &+= 1
    }

    @inline(__always)
    mutating func add(_ template: UInt32, _ first: UInt64, _ second: UInt64) {
        guard count < buffer.count else { return }
        buffer[count] = FeatureHash(template: template, first, second)
        count &+= 1
    }

    @inline(__always)
    mutating func add(_ template: UInt32, _ first: UInt64, _ second: UInt64, _ third: UInt64) {
        guard count < buffer.count else { return }
        buffer[count] = FeatureHash(template: template, first, second, third)
        count &+= 1
    }
}
