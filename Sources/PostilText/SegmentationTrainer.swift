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
    public func train(sources: String) -> [UInt8] {
        trainer.train(
            examples,
            facts: [("task", "sentence boundaries"), ("features", BoundaryFeatures.version), ("sources", sources)]
        )
    }
}
