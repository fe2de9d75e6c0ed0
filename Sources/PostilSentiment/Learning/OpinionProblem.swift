import PostilCore
import PostilLearning

/// The function that training minimises: the loss of a softmax regression, and the penalty.
///
/// The variables are the valence weights of words, the strength weights of words and styles, two weights
/// of valences, three of strengths, and two intercepts for each source.
struct OpinionProblem {
    private let words: [Int32]
    private let wordEnds: [Int]
    private let styles: [Int32]
    private let styleEnds: [Int]
    private let numbers: [[Double]]
    private let labels: [SentimentPolarity]
    private let sources: [Int]
    private let sourceCount: Int
    private let isPolar: [Bool]
    private let wordSlots: [UInt32]
    private let styleSlots: [UInt32]
    private let penalty: Double
    private let lexicalPenalty: Double
    private let polarWeight: Double

    /// A style is seen so often that it needs less restraint than a word.
    private static let stylePenaltyShare = 0.25
    private static let interceptPenalty = 10.0

    init(
        examples: OpinionExamples,
        minimumCount: Int,
        penalty: Double,
        lexicalPenalty: Double,
        polarWeight: Double
    ) {
        let (wordSlots, words, wordEnds) = OpinionProblem.compact(
            examples.words,
            ends: examples.wordEnds,
            minimumCount: minimumCount
        )
        let (styleSlots, styles, styleEnds) = OpinionProblem.compact(
            examples.styles,
            ends: examples.styleEnds,
            minimumCount: minimumCount
        )
        self.wordSlots = wordSlots
        self.words = words
        self.wordEnds = wordEnds
        self.styleSlots = styleSlots
        self.styles = styles
        self.styleEnds = styleEnds
        numbers = examples.numbers
        labels = examples.labels
        sources = examples.sources
        sourceCount = (examples.sources.max() ?? 0) + 1
        var hasNeutral = [Bool](repeating: false, count: sourceCount)
        for (label, source) in zip(examples.labels, examples.sources) where label == .neutral {
            hasNeutral[source] = true
        }
        isPolar = hasNeutral.map { !$0 }
        self.penalty = penalty
        self.lexicalPenalty = lexicalPenalty
        self.polarWeight = polarWeight
    }

    // Where the variables of each kind begin.
    private var strengthStart: Int { wordSlots.count }
    private var styleStart: Int { 2 * wordSlots.count }
    private var numberStart: Int { styleStart + styleSlots.count }
    private var interceptStart: Int { numberStart + 5 }

    /// All weights 0.
    var start: [Double] { Array(repeating: 0, count: interceptStart + 2 * sourceCount) }

    /// The slots that occur often enough, and the examples by the numbers of these.
    private static func compact(
        _ slots: [UInt32],
        ends: [Int],
        minimumCount: Int
    ) -> (slots: [UInt32], members: [Int32], ends: [Int]) {
        var counts: [UInt32: Int] = [:]
        for slot in slots { counts[slot, default: 0] += 1 }
        let kept = counts.filter { $0.value >= minimumCount }.keys.sorted()
        let numbers = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, Int32($0)) })
        var members: [Int32] = []
        var memberEnds: [Int] = []
        var begin = 0
        for end in ends {
            for slot in slots[begin..<end] { if let number = numbers[slot] { members.append(number) } }
            memberEnds.append(members.count)
            begin = end
        }
        return (kept, members, memberEnds)
    }

    /// The loss at a point; adds its slope.
    func evaluate(_ point: [Double], _ slope: inout [Double]) -> Double {
        var loss = 0.0
        for example in labels.indices {
            let ownWords = (example == 0 ? 0 : wordEnds[example - 1])..<wordEnds[example]
            let ownStyles = (example == 0 ? 0 : styleEnds[example - 1])..<styleEnds[example]
            let own = numbers[example]
            let source = sources[example]
            var valence = point[interceptStart + 2 * source]
            var strength = point[interceptStart + 2 * source + 1]
            valence += point[numberStart] * own[0] + point[numberStart + 1] * own[1]
            for index in 2..<5 { strength += point[numberStart + index] * own[index] }
            for index in ownWords {
                let word = Int(words[index])
                valence += point[word]
                strength += point[strengthStart + word]
            }
            for index in ownStyles { strength += point[styleStart + Int(styles[index])] }
            let weight = isPolar[source] ? polarWeight : 1
            let largest = max(abs(valence) + strength, isPolar[source] ? -.infinity : 0)
            let positive = exponential(valence + strength - largest)
            let negative = exponential(-valence + strength - largest)
            let neutral = isPolar[source] ? 0 : exponential(-largest)
            let total = positive + negative + neutral
            let label = labels[example]
            let right = label == .positive ? positive : label == .negative ? negative : neutral
            loss -= weight * OpinionProblem.logarithm(max(right / total, 1e-12))
            let positiveSlope = weight * (positive / total - (label == .positive ? 1 : 0))
            let negativeSlope = weight * (negative / total - (label == .negative ? 1 : 0))
            let valenceSlope = positiveSlope - negativeSlope
            let strengthSlope = isPolar[source] ? 0 : positiveSlope + negativeSlope
            slope[interceptStart + 2 * source] += valenceSlope
            slope[interceptStart + 2 * source + 1] += strengthSlope
            slope[numberStart] += valenceSlope * own[0]
            slope[numberStart + 1] += valenceSlope * own[1]
            for index in 2..<5 { slope[numberStart + index] += strengthSlope * own[index] }
            for index in ownWords {
                let word = Int(words[index])
                slope[word] += valenceSlope
                slope[strengthStart + word] += strengthSlope
            }
            for index in ownStyles { slope[styleStart + Int(styles[index])] += strengthSlope }
        }
        for index in point.indices {
            let restraint =
                if index < styleStart {
                    penalty
                } else if index < numberStart {
                    penalty * OpinionProblem.stylePenaltyShare
                } else if index < interceptStart {
                    lexicalPenalty
                } else {
                    (index - interceptStart) % 2 == 0 ? OpinionProblem.interceptPenalty : 0
                }
            loss += restraint / 2 * point[index] * point[index]
            slope[index] += restraint * point[index]
        }
        return loss
    }

    /// The natural logarithm of a number in (0, 1], by the series of the inverse hyperbolic tangent on a
    /// reduced argument.
    private static func logarithm(_ value: Double) -> Double {
        let mantissa = value.significand
        let ratio = (mantissa - 1) / (mantissa + 1)
        var power = ratio
        var sum = 0.0
        for index in 0..<14 {
            sum += power / Double(2 * index + 1)
            power *= ratio * ratio
        }
        return 2 * sum + Double(value.exponent) * 0.693_147_180_559_945_3
    }

    /// The weights that stand in the model's header.
    func facts(of point: [Double]) -> [(key: String, value: String)] {
        let neutral = (0..<sourceCount).filter { !isPolar[$0] }
        let strengths = neutral.map { point[interceptStart + 2 * $0 + 1] }
        let valences = (0..<sourceCount).map { point[interceptStart + 2 * $0] }
        func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / Double(max(1, numbers.count)) }
        let numbers = [
            point[numberStart], point[numberStart + 2], point[numberStart + 3], point[numberStart + 4],
            point[numberStart + 1], mean(strengths), mean(valences),
        ]
        return zip(OpinionModel.facts, numbers).map { ($0, String(($1 * 1e6).rounded() / 1e6)) }
    }

    /// The weights of words and styles as multiples of a step, 127 of which make the largest.
    func quantised(_ point: [Double]) -> (features: [(feature: FeatureHash, first: Int8, second: Int8)], scale: Float) {
        let largest = point[..<numberStart].reduce(0) { max($0, abs($1)) }
        let scale = largest > 0 ? largest / 127 : 1
        let step = { (weight: Double) in Int8((weight / scale).rounded()) }
        let words = wordSlots.enumerated().map { index, bits in
            (FeatureHash(bits: bits), step(point[index]), step(point[strengthStart + index]))
        }
        let styles = styleSlots.enumerated().map { index, bits in
            (FeatureHash(bits: bits), Int8(0), step(point[styleStart + index]))
        }
        return (words + styles, Float(scale))
    }
}
