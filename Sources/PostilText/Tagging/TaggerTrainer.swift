import PostilCore
import PostilLearning
import PostilLexicon

/// Trains the tagger from texts whose tokens are tagged.
///
/// Texts are segmented as they will be in use; what is learnt from a token is the tag of the gold token with
/// the same span, and nothing where there is none.
public struct TaggerTrainer {
    /// How the model is fitted.
    public var trainer = ChainTrainer()

    private let segmenter: Pipeline
    private let classes: WordClasses
    private let lexiconFile: ModelFile
    private let lexicon: TagLexicon
    private let labels: TagLabels
    private var examples = ChainExamples()

    /// A trainer that uses the lexicon of tags in `file`.
    ///
    /// - Throws: ``ModelError`` where the file is none.
    public init(lexicon file: ModelFile) throws {
        lexiconFile = file
        lexicon = try TagLexicon(file)
        classes = try Tagger.wordClasses()
        labels = try TagLabels(names: lexicon.labels)
        segmenter = try Pipeline(name: "text", steps: [Segmenter()])
    }

    /// The number of sentences so far.
    public var sentenceCount: Int { examples.count }

    /// Adds a text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - tokens: Its tokens, in UTF-8 bytes.
    ///   - tags: Their tags; nil where they are not known.
    ///   - weight: What its sentences count beside others.
    ///   - isGold: Whether a person has tagged them. Of a machine's tags only the Penn tags of open classes count,
    ///     since taggers and treebanks differ in the rest.
    public mutating func add(
        _ text: Text,
        tokens gold: [Span],
        tags: [TokenTag?],
        weight: Float = 1,
        isGold: Bool = true
    ) {
        let document = segmenter.annotate(Document(text: text))
        guard let tokens = document[.tokens], let sentences = document[.sentences] else { return }
        let known = Dictionary(zip(gold, tags), uniquingKeysWith: { first, _ in first })
        // Two references to the examples would make adding to them copy them all.
        var collected = examples
        examples = ChainExamples()
        text.bytes.withUnsafeBufferPointer { bytes in
            TokenView.with(bytes, tokens.spans, tokens.values) { view in
                let reader = TagWordReader(view: view, lexicon: lexicon, classes: classes)
                TagSequences(reader: reader).walk(sentences.spans) { token, features, confined in
                    let tag = known[tokens.spans[token]] ?? nil
                    let agreeing = tag.map { isGold ? labels.agreeing(with: $0) : labelsOfMachine($0) } ?? 0
                    let possible = confined == 0 ? labels.all : confined
                    collected.append(features, allowed: agreeing & possible != 0 ? agreeing & possible : possible)
                } end: { _ in
                    collected.endSequence(weight: weight)
                }
            }
        }
        examples = collected
    }

    /// The labels that agree with a machine's tag; none where it is not to be relied on.
    private func labelsOfMachine(_ tag: TokenTag) -> UInt64 {
        tag.penn.isNoun || tag.penn.isVerb || tag.penn.isAdjective || tag.penn.isAdverb
            ? labels.labels(of: tag.penn) : 0
    }

    /// Fits the model.
    ///
    /// - Parameters:
    ///   - sources: What it was trained on and under which licence, for its header.
    ///   - progress: Told of each pass.
    /// - Returns: The bytes of a model file that ``Tagger/init(model:lexicon:)`` takes.
    /// - Throws: ``ModelError`` as ``ChainTrainer/train(_:labels:allows:facts:progress:)`` does.
    public func train(sources: String, progress: (Int, Double) -> Void) throws(ModelError) -> [UInt8] {
        try trainer.train(
            examples,
            labels: lexicon.labels,
            allows: { _, _ in true },
            facts: [
                ("task", "parts of speech"), ("features", TagFeatures.version), ("sources", sources),
                ("lexicon", String(lexiconFile.checksum, radix: 16)),
            ],
            progress: progress
        )
    }
}
