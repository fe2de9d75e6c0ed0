import PostilCore
import PostilLearning
import PostilText

/// Learns the weights of an ``OpinionModel`` from texts whose polarity is known.
///
/// A softmax regression over positive, negative and neutral with an L2 penalty, fitted to all examples at
/// once. Each source of texts has intercepts of its own, which are averaged: what one source calls neutral,
/// another does not. Of texts from a source without neutral ones only the choice between positive and
/// negative is learned.
public struct SentimentTrainer: Sendable {
    /// The L2 penalty of the weight of a word.
    public var penalty = 55.0

    /// The L2 penalty of the few weights of the lexicon's valences.
    public var lexicalPenalty = 0.1

    /// How often a word has to occur to have a weight.
    public var minimumCount = 2

    /// What a text of a source without neutral texts counts.
    public var polarWeight = 2.0

    /// How the weights are fitted.
    public var minimizer = LimitedMemoryMinimizer()

    private var examples = OpinionExamples()
    private var features = SentimentFeatures()
    private let lexicon: SentimentLexicon

    /// A trainer without texts.
    ///
    /// - Throws: ``SentimentLexiconError`` where the program's lexicon cannot be read.
    public init() throws(SentimentLexiconError) { lexicon = try SentimentLexicon() }

    /// The number of texts so far.
    public var exampleCount: Int { examples.labels.count }

    /// Adds a text.
    ///
    /// - Parameters:
    ///   - document: The text with its tokens, sentences and paragraphs.
    ///   - polarity: Its polarity.
    ///   - target: What the polarity is about, in UTF-8 bytes; nil for the whole text.
    ///   - source: The number of the source that it comes from.
    public mutating func add(_ document: Document, polarity: SentimentPolarity, target: Span?, source: Int) {
        guard let tokens = document[.tokens], let sentences = document[.sentences],
            let paragraphs = document[.paragraphs]
        else { return }
        var example = OpinionExample()
        document.text.bytes.withUnsafeBufferPointer { bytes in
            TokenView.with(bytes, tokens.spans, tokens.values) { view in
                SentenceReader.read(
                    view,
                    tags: document[.tags]?.values ?? [],
                    sentences: sentences.spans,
                    paragraphs: paragraphs.spans,
                    lexicon: lexicon
                ) { _, composer in example.add(composer, features: &features, target: target) }
            }
        }
        examples.append(example, label: polarity, source: source)
    }

    /// Fits the model.
    ///
    /// - Parameter sources: What it was trained on and under which licence, for its header.
    /// - Returns: The bytes of a model file that ``OpinionModel/init(_:)`` takes.
    /// - Throws: ``ModelError`` with the code `no-examples` or `training-diverged`.
    public func train(sources: String) throws(ModelError) -> [UInt8] {
        guard exampleCount > 0 else {
            throw ModelError(code: .noExamples, message: "there is no example to learn from: add labelled texts")
        }
        let problem = OpinionProblem(
            examples: examples,
            minimumCount: minimumCount,
            penalty: penalty,
            lexicalPenalty: lexicalPenalty,
            polarWeight: polarWeight
        )
        let (point, value) = minimizer.minimum(from: problem.start, of: problem.evaluate)
        guard value.isFinite, point.allSatisfy(\.isFinite) else {
            throw ModelError(code: .trainingDiverged, message: "the weights have left the range of numbers")
        }
        let settings =
            "penalty \(penalty), lexical penalty \(lexicalPenalty), minimum count \(minimumCount), "
            + "polar weight \(polarWeight), examples \(exampleCount)"
        let facts =
            [("task", "sentiment"), ("features", SentimentFeatures.version), ("sources", sources)]
            + problem.facts(of: point) + [("training", settings)]
        let (features, scale) = problem.quantised(point)
        return ModelFile.encode(facts: facts, scale: scale, bias: 0, weights: PairedWeights.encode(features))
    }
}

/// A text as features.
struct OpinionExample {
    var words: [FeatureHash] = []
    var styles: [FeatureHash] = []
    var valence = 0.0
    var targetValence = 0.0
    var positive = 0.0
    var negative = 0.0
    var sum = 0.0

    /// Adds a sentence.
    mutating func add(_ composer: Composer, features: inout SentimentFeatures, target: Span?) {
        features.read(composer)
        features.forEachWord { _, _, feature in words.append(feature) }
        SentimentFeatures.forEachStyle(of: composer) { styles.append($0) }
        let parts = LexicalParts(composer.terms)
        valence += parts.valence
        positive += parts.positiveStrength
        negative += parts.negativeStrength
        sum += parts.sumStrength
        guard let target else { return }
        let covered = composer.content.indices.filter {
            composer.view.spans[Int(composer.content[$0])].overlaps(target)
        }
        guard let first = covered.first, let last = covered.last else { return }
        features.forEachNeighbour(of: first..<last + 1) { _, feature in words.append(feature) }
        let relation = TargetRelation(target: first..<last + 1, composer: composer)
        for term in composer.terms {
            targetValence += term.value * parts.crowding * relation.share(of: term, in: composer).0
        }
    }
}

/// Texts as features, stored by column.
struct OpinionExamples: Sendable {
    var words: [UInt32] = []
    var wordEnds: [Int] = []
    var styles: [UInt32] = []
    var styleEnds: [Int] = []
    var numbers: [[Double]] = []
    var labels: [SentimentPolarity] = []
    var sources: [Int] = []

    mutating func append(_ example: OpinionExample, label: SentimentPolarity, source: Int) {
        // A word counts once, however often a text has it.
        words.append(contentsOf: Set(example.words.map(\.bits)).sorted())
        styles.append(contentsOf: example.styles.map(\.bits))
        wordEnds.append(words.count)
        styleEnds.append(styles.count)
        numbers.append(
            [example.valence, example.targetValence, example.positive, example.negative, example.sum]
        )
        labels.append(label)
        sources.append(source)
    }

}
