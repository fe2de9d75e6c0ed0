import PostilCore
import PostilLearning
import PostilLexicon
import PostilText

/// Trains the model of names from texts in which names are marked, fully or in part.
public struct EntityTrainer {
    /// How the model is fitted.
    public var trainer = EntityTrainer.settings

    /// The settings with which the model that is part of the program was fitted, chosen by measurement.
    public static var settings: ChainTrainer {
        var trainer = ChainTrainer()
        trainer.epochs = 3
        trainer.refiningEpochs = 3
        trainer.rate = 0.15
        trainer.penalty = 1e-3
        trainer.dropout = 0.4
        trainer.minimumCount = 3
        trainer.groupBits = 15
        return trainer
    }

    private var examples = ChainExamples()
    private let knowledge: EntityKnowledge
    private let segmentation: Pipeline

    /// A trainer without texts.
    ///
    /// - Throws: ``ModelError`` or ``LexiconError`` where what the program embeds is damaged.
    public init() throws {
        knowledge = try EntityKnowledge()
        segmentation = try Pipeline(name: "text", steps: [Segmenter()])
    }

    /// The number of sentences so far.
    public var exampleCount: Int { examples.count }

    /// Adds a text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - marks: What the source has marked.
    ///   - unknown: Stretches of which the source says nothing.
    ///   - unmarked: The types that the source may leave unmarked anywhere.
    ///   - isMachine: Whether a machine has marked it, whose types give way to what the lexicons know beyond doubt.
    ///   - weight: What the text counts beside others.
    ///   - refining: What it counts in the refining passes; nil for the same.
    public mutating func add(
        _ text: Text,
        marks: [EntityMark],
        unknown: [Span] = [],
        unmarked: [EntityKind] = [],
        isMachine: Bool = false,
        weight: Float = 1,
        refining: Float? = nil
    ) {
        let document = segmentation.annotate(Document(text: text))
        guard let tokens = document[.tokens], let sentences = document[.sentences] else { return }
        let ranges = SentenceTokens.ranges(of: tokens.spans, in: sentences.spans)
        let knowledge = knowledge
        // Two references to the examples would make adding to them copy them all.
        var examples = self.examples
        self.examples = ChainExamples()
        text.bytes.withUnsafeBufferPointer { bytes in
            TokenView.with(bytes, tokens.spans, tokens.values) { view in
                let features = EntityFeatures(view, sentences: ranges, knowledge: knowledge)
                let allowed = EntityTrainer.allowed(
                    features,
                    marks: marks,
                    unknown: unknown,
                    unmarked: unmarked,
                    isMachine: isMachine
                )
                withUnsafeTemporaryAllocation(of: FeatureHash.self, capacity: EntityFeatures.capacity) { buffer in
                    for sentence in ranges {
                        let casing = features.casing(of: sentence)
                        for token in sentence {
                            let count = features.fill(buffer, token: token, sentence: sentence, casing: casing)
                            examples.append(UnsafeBufferPointer(rebasing: buffer[..<count]), allowed: allowed[token])
                        }
                        examples.endSequence(weight: weight, refining: refining)
                    }
                }
            }
        }
        self.examples = examples
    }

    /// Fits the model.
    ///
    /// - Parameters:
    ///   - sources: What it was trained on and under which licence, for its header.
    ///   - progress: Told of each pass: its number, and the mean log-likelihood of a token.
    /// - Returns: The bytes of a model file that ``EntityRecognizer/init(model:)`` takes.
    /// - Throws: ``ModelError`` as ``ChainTrainer`` does.
    public func train(sources: String, progress: (Int, Double) -> Void) throws(ModelError) -> [UInt8] {
        try trainer.train(
            examples,
            labels: EntityLabels.names,
            allows: EntityLabels.allows,
            facts: [("task", "names"), ("features", EntityFeatures.version), ("sources", sources)],
            progress: progress
        )
    }

    /// The labels that each token may have.
    private static func allowed(
        _ features: EntityFeatures,
        marks: [EntityMark],
        unknown: [Span],
        unmarked: [EntityKind],
        isMachine: Bool
    ) -> [UInt64] {
        let view = features.view
        let open = EntityLabels.outsideBit | EntityLabels.bits(unmarked)
        var allowed = features.facts.map { $0.isCapital ? open : EntityLabels.outsideBit }
        func tokens(in span: Span) -> Range<Int> {
            let first = view.spans.firstIndex { $0.end > span.start } ?? view.count
            let end = view.spans[first...].firstIndex { $0.start >= span.end } ?? view.count
            return first..<max(first, end)
        }
        for stretch in unknown {
            for token in tokens(in: stretch) { allowed[token] = EntityLabels.all }
        }
        for mark in marks {
            var range = tokens(in: mark.span)
            guard let first = range.first, let last = range.last else { continue }
            guard !mark.kinds.isEmpty else {
                for token in range { allowed[token] = EntityLabels.outsideBit }
                continue
            }
            guard view.spans[first].start == mark.span.start, view.spans[last].end == mark.span.end else {
                for token in range { allowed[token] = EntityLabels.all }
                continue
            }
            range = EntityExtent.trimmed(range, view)
            for token in first...last where !range.contains(token) { allowed[token] = EntityLabels.outsideBit }
            var kinds = mark.kinds
            if isMachine, let kind = features.gazetteer.certainKind(of: range) { kinds = [kind] }
            for token in range {
                let position: EntityLabels.Position =
                    range.count == 1
                    ? .unit : token == range.lowerBound ? .begin : token == range.upperBound - 1 ? .last : .inside
                allowed[token] = EntityLabels.bits(position, kinds)
            }
        }
        return allowed
    }
}
