import PostilCore
import CLearning

/// Trains a ``ChainModel`` as a conditional random field.
///
/// Stochastic gradient ascent on the likelihood of what is known of the labels, with per-weight step sizes
/// (AdaGrad: Duchi, Hazan and Singer, 2011). Where an element may have several labels, the gradient is that
/// of their sum (Tsuboi et al., *Training Conditional Random Fields Using Incomplete Annotations*, 2008).
/// After ``epochs`` passes the features that matter most keep a row each, and ``refiningEpochs`` further
/// passes fit those alone. The same examples and settings give the same model, byte for byte.
public struct ChainTrainer: Sendable {
    /// How often each sequence is seen before features are chosen.
    public var epochs = 4

    /// How often each sequence is seen with the features that are kept.
    public var refiningEpochs = 2

    /// The step size before it is adapted.
    public var rate: Float = 0.1

    /// The weight of the L2 penalty on the weights of each feature that an element has.
    public var penalty: Float = 1e-5

    /// The share of an element's features that each look at it leaves out, so that no feature relies on
    /// others being there.
    public var dropout: Float = 0

    /// What is added to the weight of each label once training is over, by number, so that labels which training makes
    /// too likely give way; none for those beyond the end.
    public var adjustments: [Float] = []

    /// How often a feature must occur to have weights.
    public var minimumCount = 2

    /// The logarithm to base 2 of the number of groups of eight features that the model keeps.
    public var groupBits = 14

    /// The seed of the order.
    public var seed: UInt64 = 1

    /// A trainer with the default settings.
    public init() {}

    /// Trains on `examples`.
    ///
    /// - Parameters:
    ///   - examples: The sequences.
    ///   - labels: The names of the labels, at most 64.
    ///   - allows: Whether the second label may stand behind the first; nil for the one before the
    ///     first and behind the last element.
    ///   - facts: Facts for the model's header, the version of the features under `features` among them.
    ///   - progress: Told of each pass: its number, and the mean log-likelihood of an element.
    ///   - check: Given the model after each pass, in the order of passes; training stops where it returns false.
    /// - Returns: The bytes of a model file.
    /// - Throws: ``ModelError`` with the code `no-examples` or `training-diverged`.
    /// - Complexity: O(passes × elements × (features × labels + labels²)).
    public func train(
        _ examples: ChainExamples,
        labels: [String],
        allows: (Int?, Int?) -> Bool,
        facts: [(key: String, value: String)],
        progress: (Int, Double) -> Void = { _, _ in }
    ) throws(ModelError) -> [UInt8] {
        guard examples.count > 0, (1...ChainLayout.mostLabels).contains(labels.count) else {
            throw ModelError(code: .noExamples, message: "there is no example to learn from: add annotated texts")
        }
        let layout = ChainLayout(labels: labels.count, groups: 1 << max(0, min(groupBits, 20)))
        var vocabulary = ChainVocabulary(examples, minimumCount: minimumCount)
        var fit = ChainFit(rows: vocabulary.count, layout: layout, allows: allows)
        var generator = SplitMix64(seed: seed)
        var pass = 0
        func run(_ passes: Int, weights: [Float]) throws(ModelError) {
            var order = Array(0..<examples.count)
            for index in 0..<max(0, passes) {
                order.shuffle(using: &generator)
                // A sequence that counts nothing is not worth looking at.
                let seen = order.filter { weights[$0] > 0 }
                pass += 1
                // Steps shrink within a stage, so that its last passes settle.
                let share = Float(passes - index) / Float(passes)
                let likelihood = fit.pass(
                    examples,
                    rows: vocabulary.rows,
                    ends: vocabulary.ends,
                    order: seen,
                    weights: weights,
                    rate: rate * max(0.2, share),
                    penalty: penalty,
                    dropout: min(max(dropout, 0), 0.9),
                    generator: &generator
                )
                guard likelihood.isFinite else {
                    throw ModelError(
                        code: .trainingDiverged,
                        message: "the weights have left the range of numbers: take a smaller step size"
                    )
                }
                progress(pass, likelihood)
            }
        }
        try run(epochs, weights: examples.weights)
        let chosen = ChainPlacement(vocabulary: vocabulary, fit: fit, layout: layout)
        vocabulary.keep(chosen.rows)
        fit.keep(chosen.rows)
        fit.beginAveraging()
        try run(refiningEpochs, weights: examples.refiningWeights)
        fit.useAverage()
        let settings =
            "epochs \(epochs) + \(refiningEpochs), rate \(rate), penalty \(penalty), dropout \(dropout), minimum count \(minimumCount), "
            + "seed \(seed), sequences \(examples.count), elements \(examples.allowed.count), "
            + "features \(chosen.rows.count)"
        return fit.encode(
            placement: chosen,
            adjustments: adjustments,
            keeping: 1 - min(max(dropout, 0), 0.9),
            facts: facts + [
                ("kind", "chain"), ("labels", labels.joined(separator: " ")), ("groups", String(layout.groups)),
                ("training", settings),
            ]
        )
    }
}
