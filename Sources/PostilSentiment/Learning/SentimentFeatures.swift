import PostilCore
import PostilLearning
import PostilText

/// The features of a sentence that weights are learned for.
///
/// Words and pairs of words, each with whether a negation reaches it, speak for a valence and for how
/// opinionated the sentence is; its form (length, figures, persons, marks) speaks for the latter only.
/// Names, numbers and addresses are one feature each, so that nothing is learned about those named.
/// Quotation marks are no words.
///
/// One value reads sentence after sentence and keeps its memory.
struct SentimentFeatures {
    /// Changes whenever the features do; a model for others is refused.
    static let version = "2"

    private enum Template: UInt32 {
        case word = 1, pair, style, target, targetNeighbour, targetPair
    }

    // Stand-ins for words of a kind, and for the ends of the sentence; no word has so small a hash.
    private static let name: UInt64 = 1
    private static let number: UInt64 = 2
    private static let address: UInt64 = 3
    private static let handle: UInt64 = 4
    private static let begin: UInt64 = 5
    private static let end: UInt64 = 6

    private static let exclamation = LowercaseHash(word: "!").bits

    /// The words of the first and of the second person.
    private static let persons = HashTable(
        entries: ["i", "me", "my", "we", "our", "us"].map { (LowercaseHash(word: $0), 1) }
            + ["you", "your", "u", "ur"].map { (LowercaseHash(word: $0), 2) }
    )

    /// The hashes of the words, with names, numbers and addresses replaced.
    private var words: [UInt64] = []

    /// Whether a negation reaches each word.
    private var negated: [Bool] = []

    /// Whether what each word does is in the ledger already: it is a part of a phrase of the lexicon, or a
    /// negation that has reversed another word.
    private var spent: [Bool] = []

    /// Reads the sentence that `composer` has read.
    mutating func read(_ composer: Composer) {
        readWords(of: composer)
        readNegations(of: composer)
    }

    /// Calls `body` with each word of the sentence, and the features that end at it.
    ///
    /// - Parameter body: Takes the position in ``Composer/content``, whether the feature is of a pair, and the
    ///   feature.
    @inline(__always)
    func forEachWord(_ body: (Int, Bool, FeatureHash) -> Void) {
        var previous = SentimentFeatures.begin
        for index in words.indices where !spent[index] {
            let word = words[index]
            let isNegated: UInt64 = negated[index] ? 1 : 0
            body(index, false, FeatureHash(template: Template.word.rawValue, word, isNegated))
            body(index, true, FeatureHash(template: Template.pair.rawValue, previous, word, isNegated))
            previous = word
        }
        if !words.isEmpty {
            let feature = FeatureHash(template: Template.pair.rawValue, previous, SentimentFeatures.end, 0)
            body(words.count - 1, true, feature)
        }
    }

    /// How far from a target its own features reach, in words.
    private static let targetReach = 4

    /// Calls `body` with each feature of the words around a target.
    ///
    /// - Parameters:
    ///   - target: The positions in ``Composer/content`` that the target covers.
    ///   - body: Takes the position of the word and a feature.
    func forEachNeighbour(of target: Range<Int>, _ body: (Int, FeatureHash) -> Void) {
        for side in 0...1 {
            var nearest: UInt64 = 0
            let kind = UInt64(side)
            for distance in 0..<SentimentFeatures.targetReach {
                let index = side == 0 ? target.lowerBound - 1 - distance : target.upperBound + distance
                guard words.indices.contains(index) else { break }
                let word = words[index]
                body(index, FeatureHash(template: Template.target.rawValue, kind, word))
                if distance == 0 {
                    body(index, FeatureHash(template: Template.targetNeighbour.rawValue, kind, word))
                    nearest = word
                } else if distance == 1 {
                    body(index, FeatureHash(template: Template.targetPair.rawValue, kind, nearest, word))
                }
            }
        }
    }

    private mutating func readWords(of composer: Composer) {
        let view = composer.view
        words.removeAll(keepingCapacity: true)
        for index in composer.content.indices {
            let token = Int(composer.content[index])
            let value = view.values[token]
            let word: UInt64
            switch value.kind {
            case .number, .time, .version, .phone: word = SentimentFeatures.number
            case .url, .email, .file: word = SentimentFeatures.address
            case .handle: word = SentimentFeatures.handle
            // In a title, capitals say nothing.
            case .word where index > 0 && !composer.isTitle && (value.shape == .capitalized || value.shape == .mixed):
                word = composer.isKnown(index) ? composer.hashes[index].bits : SentimentFeatures.name
            case .punctuation where view.firstByte(token) == 0x21: word = SentimentFeatures.exclamation
            default: word = composer.hashes[index].bits
            }
            words.append(word)
        }
    }

    private mutating func readNegations(of composer: Composer) {
        negated.removeAll(keepingCapacity: true)
        spent.removeAll(keepingCapacity: true)
        var left = 0
        var clause: Int16 = -1
        for item in composer.items {
            if item.clause != clause {
                left = 0
                clause = item.clause
            }
            // Commas before an item are none.
            while negated.count < Int(item.position) {
                negated.append(false)
                spent.append(false)
            }
            let isSpent = item.hasReversed || item.isPhrase && item.roles.contains(.valence)
            for _ in 0..<Int(item.count) {
                negated.append(left > 0)
                spent.append(isSpent)
            }
            if left > 0 { left -= 1 }
            if item.roles.contains(.negator) { left = CompositionConstants.negationReach }
        }
        while negated.count < words.count {
            negated.append(false)
            spent.append(false)
        }
    }
}

// MARK: - Form

extension SentimentFeatures {
    /// Calls `body` with each feature of the sentence's form.
    static func forEachStyle(of composer: Composer, _ body: (FeatureHash) -> Void) {
        func add(_ kind: UInt64, _ value: Int) {
            body(FeatureHash(template: Template.style.rawValue, kind, UInt64(truncatingIfNeeded: value)))
        }
        let view = composer.view
        var capitals = 0
        var persons: UInt32 = 0
        var hasAddress = false
        var hasHandle = false
        for index in composer.content.indices {
            let value = view.values[Int(composer.content[index])]
            switch value.kind {
            case .url: hasAddress = true
            case .handle: hasHandle = true
            default: break
            }
            if index > 0, value.shape == .capitalized { capitals += 1 }
            persons |= SentimentFeatures.persons.value(for: value.hash)
        }
        add(1, min(6, composer.content.count / 5))
        add(2, min(3, composer.figureCount))
        add(3, min(4, capitals))
        if persons & 1 != 0 { add(4, 0) }
        if persons & 2 != 0 { add(5, 0) }
        if hasAddress { add(6, 0) }
        if hasHandle { add(7, 0) }
        if let last = composer.content.last {
            add(8, view.isWordLike(Int(last)) ? 0 : Int(view.firstByte(Int(last))))
        }
        add(9, min(3, composer.terms.count { $0.value > 0 }))
        add(10, min(3, composer.terms.count { $0.value < 0 }))
    }
}
