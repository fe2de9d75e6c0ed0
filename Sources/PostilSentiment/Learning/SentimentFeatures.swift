import PostilCore
import PostilLearning
import PostilText

/// The features of a sentence that weights are learned for.
///
/// Words and pairs of words, each with whether a negation reaches it, speak for a valence and for how
/// opinionated the sentence is; its form (length, figures, persons, marks) speaks for the latter only.
/// Names, numbers and addresses are one feature each, so that nothing is learned about those named.
/// Quotation marks are no words.
struct SentimentFeatures {
    /// Changes whenever the features do; a model for others is refused.
    static let version = "1"

    private enum Template: UInt32 {
        case word = 1, pair, style, target, targetNeighbour, targetPair
    }

    private static let name = LowercaseHash(bits: 1)
    private static let number = LowercaseHash(bits: 2)
    private static let address = LowercaseHash(bits: 3)
    private static let handle = LowercaseHash(bits: 4)
    private static let begin = LowercaseHash(bits: 5)
    private static let end = LowercaseHash(bits: 6)

    /// Calls `body` with each word of the sentence, and the features that end at it.
    ///
    /// - Parameter body: Takes the position in ``Composer/content``, whether the feature is of a pair, and the
    ///   feature.
    @inline(__always)
    static func words(of composer: Composer, _ body: (Int, Bool, FeatureHash) -> Void) {
        let words = masked(composer)
        let (negated, spent) = negations(of: composer)
        var previous = begin
        for (index, word) in words.enumerated() where !spent[index] {
            body(index, false, FeatureHash(template: Template.word.rawValue, word.bits, negated[index] ? 1 : 0))
            body(
                index,
                true,
                FeatureHash(template: Template.pair.rawValue, previous.bits, word.bits, negated[index] ? 1 : 0)
            )
            previous = word
        }
        if !words.isEmpty {
            body(words.count - 1, true, FeatureHash(template: Template.pair.rawValue, previous.bits, end.bits, 0))
        }
    }

    /// Calls `body` with each feature of the sentence's form.
    static func style(of composer: Composer, _ body: (FeatureHash) -> Void) {
        func add(_ kind: UInt64, _ value: Int) {
            body(FeatureHash(template: Template.style.rawValue, kind, UInt64(truncatingIfNeeded: value)))
        }
        let view = composer.view
        var figures = 0
        var capitals = 0
        var isFirstPerson = false
        var isSecondPerson = false
        var hasAddress = false
        var hasHandle = false
        for (index, token) in composer.content.enumerated() {
            let value = view.values[Int(token)]
            switch value.kind {
            case .number: figures += 1
            case .url: hasAddress = true
            case .handle: hasHandle = true
            default: break
            }
            if index > 0, value.shape == .capitalized { capitals += 1 }
            if firstPersons.contains(value.hash) { isFirstPerson = true }
            if secondPersons.contains(value.hash) { isSecondPerson = true }
        }
        add(1, min(6, composer.content.count / 5))
        add(2, min(3, figures))
        add(3, min(4, capitals))
        if isFirstPerson { add(4, 0) }
        if isSecondPerson { add(5, 0) }
        if hasAddress { add(6, 0) }
        if hasHandle { add(7, 0) }
        if let last = composer.content.last {
            let isWord = view.isWordLike(Int(last))
            add(8, isWord ? 0 : Int(view.firstByte(Int(last))))
        }
        add(9, min(3, composer.terms.count { $0.value > 0 }))
        add(10, min(3, composer.terms.count { $0.value < 0 }))
    }

    private static let firstPersons = Set(["i", "me", "my", "we", "our", "us"].map { LowercaseHash(word: $0) })
    private static let secondPersons = Set(["you", "your", "u", "ur"].map { LowercaseHash(word: $0) })

    /// How far from a target its own features reach, in words.
    static let targetReach = 4

    /// Calls `body` with each feature of the words around a target.
    ///
    /// - Parameters:
    ///   - target: The positions in ``Composer/content`` that the target covers.
    ///   - body: Takes the position of the word and a feature.
    static func target(_ target: Range<Int>, of composer: Composer, _ body: (Int, FeatureHash) -> Void) {
        let words = masked(composer)
        for side in 0...1 {
            var nearest: LowercaseHash?
            for distance in 0..<targetReach {
                let index = side == 0 ? target.lowerBound - 1 - distance : target.upperBound + distance
                guard words.indices.contains(index) else { break }
                let word = words[index].bits
                let kind = UInt64(side)
                body(index, FeatureHash(template: Template.target.rawValue, kind, word))
                if distance == 0 { body(index, FeatureHash(template: Template.targetNeighbour.rawValue, kind, word)) }
                if distance == 1, let nearest {
                    body(index, FeatureHash(template: Template.targetPair.rawValue, kind, nearest.bits, word))
                }
                if distance == 0 { nearest = words[index] }
            }
        }
    }

    /// The words with names, numbers and addresses replaced.
    private static func masked(_ composer: Composer) -> [LowercaseHash] {
        let view = composer.view
        var capitals = 0
        var words = 0
        for token in composer.content where view.values[Int(token)].kind == .word {
            words += 1
            if view.values[Int(token)].shape == .capitalized { capitals += 1 }
        }
        // In a title, capitals say nothing.
        let isTitle = capitals * 2 > words && words > 3
        return composer.content.indices.map { index in
            let value = view.values[Int(composer.content[index])]
            switch value.kind {
            case .number, .time, .version, .phone: return number
            case .url, .email, .file: return address
            case .handle: return handle
            case .word where index > 0 && !isTitle && (value.shape == .capitalized || value.shape == .mixed):
                return composer.lexicon.index(of: composer.hashes[index]) == nil ? name : composer.hashes[index]
            case .punctuation where view.firstByte(Int(composer.content[index])) == 0x21: return exclamation
            default: return composer.hashes[index]
            }
        }
    }

    private static let exclamation = LowercaseHash(word: "!")

    /// Whether a negation reaches each word, and whether what the word does is in the ledger already: it is a
    /// part of a phrase of the lexicon, or a negation that has reversed another word.
    private static func negations(of composer: Composer) -> (negated: [Bool], spent: [Bool]) {
        var negated = [Bool](repeating: false, count: composer.content.count)
        var spent = negated
        var position = 0
        var left = 0
        var clause: Int16 = -1
        for item in composer.items {
            if item.clause != clause {
                left = 0
                clause = item.clause
            }
            while position < composer.content.count, composer.content[position] <= item.last {
                if composer.content[position] >= item.first {
                    negated[position] = left > 0
                    spent[position] = item.hasReversed || item.isPhrase && item.roles.contains(.valence)
                }
                position += 1
            }
            if left > 0 { left -= 1 }
            if item.roles.contains(.negator) { left = CompositionConstants.negationReach }
        }
        return (negated, spent)
    }
}
