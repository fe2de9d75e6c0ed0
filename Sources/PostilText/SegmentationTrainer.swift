import PostilCore
import PostilLearning

/// Trains the model of sentence boundaries from texts whose sentences are known.
public struct SegmentationTrainer: Sendable {
    /// How the model is fitted.
    public var trainer = LogisticTrainer()

    private var examples = TrainingExamples()
    private let tokenizer = Tokenizer()

    /// A trainer without texts.
    public init() {}

    /// The number of gaps at which the model is to decide, so far.
    public var exampleCount: Int { examples.count }

    /// Adds a text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - sentences: Its sentences, in UTF-8 bytes.
    ///   - weight: What the text counts beside others.
    public mutating func add(_ text: Text, sentences: [Span], weight: Float = 1) {
        var tokens = TokenBuffer()
        var decider = GoldDecider(ends: Set(sentences.map { Int($0.end) }), weight: weight, examples: examples)
        // Two references to the examples would make adding to them copy them all.
        examples = TrainingExamples()
        text.bytes.withUnsafeBufferPointer { bytes in
            tokenizer.tokenize(bytes, into: &tokens)
            TokenView.with(bytes, tokens.spans, tokens.values) { view in
                var found = SentenceBuffer()
                _ = Segmenter.split(view, by: &decider, into: &found)
            }
        }
        examples = decider.examples
    }

    /// Fits the model.
    ///
    /// - Parameter sources: What it was trained on and under which licence, for its header.
    /// - Returns: The bytes of a model file that ``Segmenter/init(model:)`` takes.
    /// - Throws: ``ModelError`` with the code `no-examples`, `training-diverged` or, where the settings are none
    ///   that a model can have, `model-damaged`.
    public func train(sources: String) throws(ModelError) -> [UInt8] {
        let facts = [("task", "sentence boundaries"), ("features", BoundaryFeatures.version), ("sources", sources)]
        let uncut = try LinearModel(ModelFile(ModelBytes(copying: try trainer.train(examples, facts: facts))))
        return try trainer.train(examples, facts: facts + [("cutoff", String(cutoff(of: uncut)))])
    }

    /// The share of the sentence ends that the model finds which may be lost by not looking at all features.
    private static let lossPerMille = 1

    /// The sum of the first features' weights below which a sentence end is as good as excluded.
    private func cutoff(of model: LinearModel) -> Int {
        var firstSums: [Int] = []
        examples.features.withUnsafeBufferPointer { features in
            for index in 0..<examples.count {
                let all = UnsafeBufferPointer(rebasing: features[examples.featureRange(of: index)])
                guard model.sum(of: all) > model.threshold else { continue }
                firstSums.append(model.sum(of: UnsafeBufferPointer(rebasing: all[..<BoundaryFeatures.firstCount])))
            }
        }
        firstSums.sort()
        let lost = firstSums.count * SegmentationTrainer.lossPerMille / 1000
        return firstSums.isEmpty ? .min : firstSums[lost]
    }
}
