import PostilCore

/// Trains a ``LinearModel`` by logistic regression.
///
/// Stochastic gradient descent with per-weight step sizes (AdaGrad: Duchi, Hazan and Singer, 2011) and
/// L2 regularisation, in an order drawn from the seed: the same examples and settings give the same
/// model, byte for byte.
public struct LogisticTrainer: Sendable {
    /// How often each example is seen, at least once.
    public var epochs = 12

    /// The step size before it is adapted.
    public var rate: Float = 0.03

    /// The weight of the L2 penalty, for each example seen.
    public var penalty: Float = 3e-4

    /// The logarithm to base 2 of the number of weights, from 1 to ``maximumBits``.
    public var bits = 17

    /// The logarithm to base 2 of the largest number of weights: while training, each takes eight bytes.
    public static let maximumBits = 28

    /// The seed of the order.
    public var seed: UInt64 = 1

    /// A trainer with the default settings.
    public init() {}

    /// Trains on `examples`.
    ///
    /// - Parameters:
    ///   - examples: The examples.
    ///   - facts: Facts for the model's header; the trainer's settings are added.
    /// - Returns: The bytes of a model file.
    /// - Throws: ``ModelError`` with the code `no-examples`, or `training-diverged` where the weights have left
    ///   the range of numbers; settings out of their ranges count as the nearest in them.
    /// - Complexity: O(epochs × features).
    public func train(_ examples: TrainingExamples, facts: [(key: String, value: String)]) throws(ModelError) -> [UInt8]
    {
        guard examples.count > 0 else {
            throw ModelError(code: .noExamples, message: "there is no example to learn from: add annotated texts")
        }
        let bits = min(max(bits, 1), LogisticTrainer.maximumBits)
        let epochs = max(epochs, 1)
        var weights = [Float](repeating: 0, count: 1 << bits)
        var squares = [Float](repeating: 1e-6, count: 1 << bits)
        var bias: Float = 0
        var biasSquares: Float = 1e-6
        let shift = UInt32(32 - bits)
        var generator = SplitMix64(seed: seed)
        var order = Array(0..<examples.count)
        for _ in 0..<epochs {
            order.shuffle(using: &generator)
            for index in order {
                let features = examples.features[examples.featureRange(of: index)]
                var score = bias
                for feature in features { score += weights[Int(feature.bits >> shift)] }
                let label: Float = examples.labels[index] ? 1 : 0
                let gradient = (LogisticTrainer.probability(score) - label) * examples.weights[index]
                for feature in features {
                    let slot = Int(feature.bits >> shift)
                    let slope = gradient + penalty * weights[slot]
                    squares[slot] += slope * slope
                    weights[slot] -= rate * slope / squares[slot].squareRoot()
                }
                biasSquares += gradient * gradient
                bias -= rate * gradient / biasSquares.squareRoot()
            }
        }
        guard bias.isFinite, weights.allSatisfy(\.isFinite) else {
            throw ModelError(
                code: .trainingDiverged,
                message: "the weights have left the range of numbers: take a smaller step size"
            )
        }
        let (quantised, scale) = LogisticTrainer.quantise(weights)
        let settings = "epochs \(epochs), rate \(rate), penalty \(penalty), seed \(seed), examples \(examples.count)"
        return ModelFile.encode(facts: facts + [("training", settings)], scale: scale, bias: bias, weights: quantised)
    }

    /// The probability that belongs to log-odds.
    static func probability(_ score: Float) -> Float { 1 / (1 + exponential(-score)) }

    /// The weights as multiples of a step, 127 of which make the largest weight.
    static func quantise(_ weights: [Float]) -> ([Int8], scale: Float) {
        let largest = weights.reduce(0) { max($0, abs($1)) }
        guard largest > 0 else { return (weights.map { _ in 0 }, 1) }
        let scale = largest / 127
        return (weights.map { Int8(($0 / scale).rounded()) }, scale)
    }

    /// e to the power of `value`, by the series on a reduced argument: the standard library has no
    /// exponential, and a result that depends on the machine's mathematics library would change models.
    static func exponential(_ value: Float) -> Float {
        let clamped = min(max(Double(value), -80), 80)
        let halvings = 10
        let reduced = clamped / Double(1 << halvings)
        var term = 1.0
        var sum = 1.0
        for index in 1...6 {
            term *= reduced / Double(index)
            sum += term
        }
        for _ in 0..<halvings { sum *= sum }
        return Float(sum)
    }
}
