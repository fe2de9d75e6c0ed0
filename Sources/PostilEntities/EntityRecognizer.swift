import PostilCore
import PostilLearning
import PostilLexicon
import PostilText

/// Finds names and says what they name.
public struct EntityRecognizer: Annotator {
    /// `entities`.
    public let name: AnnotatorName = "entities"

    /// The version of the rules.
    public let version = "1"

    /// The model's checksum.
    public let configuration: String

    /// Sentences and tokens.
    public let requires = [AnyLayerKey(.sentences), AnyLayerKey(.tokens)]

    /// Names.
    public let provides = [AnyLayerKey(.entities)]

    let model: ChainModel
    let classes: WordClasses

    /// A recogniser with a model of the caller's.
    ///
    /// - Throws: ``ModelError`` with the code `model-mismatch` for a model of other features or labels.
    public init(model file: ModelFile, classes: WordClasses) throws(ModelError) {
        model = try ChainModel(file, features: EntityFeatures.version)
        guard model.labels == EntityLabels.names else {
            throw ModelError(code: .modelMismatch, message: "the model has other labels than this program: train it again")
        }
        self.classes = classes
        configuration = "model \(String(file.checksum, radix: 16))"
    }

    /// Adds the layer.
    ///
    /// - Complexity: O(n).
    public func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        let tokens = try document[.tokens]
        let sentences = try document[.sentences]
        let ranges = SentenceTokens.ranges(of: tokens.spans, in: sentences.spans)
        var builder = LayerBuilder<EntityValue>()
        document.text.bytes.withUnsafeBufferPointer { bytes in
            TokenView.with(bytes, tokens.spans, tokens.values) { view in
                for mention in mentions(view, sentences: ranges) {
                    let span = view.spans[mention.tokens.lowerBound].union(view.spans[mention.tokens.upperBound - 1])
                    builder.append(
                        span,
                        EntityValue(mention.kind, canonical: document.text[span], cluster: builder.count + 1),
                        score: mention.score
                    )
                }
            }
        }
        try output.provide(builder.build(), for: .entities)
    }

    /// The names that the model finds, in order.
    func mentions(_ view: TokenView, sentences: [Range<Int>]) -> [EntityMention] {
        let features = EntityFeatures(view, sentences: sentences, classes: classes)
        var decoder = ChainDecoder(model)
        var mentions: [EntityMention] = []
        withUnsafeTemporaryAllocation(of: FeatureHash.self, capacity: EntityFeatures.capacity) { buffer in
            for sentence in sentences {
                let casing = features.casing(of: sentence)
                decoder.begin()
                for token in sentence {
                    let count = features.fill(buffer, token: token, sentence: sentence, casing: casing)
                    decoder.append(UnsafeBufferPointer(rebasing: buffer[..<count]))
                }
                let path = decoder.decode()
                var start = sentence.lowerBound
                for (index, label) in path.enumerated() {
                    guard let meaning = EntityLabels.meaning(of: Int(label)) else { continue }
                    let token = sentence.lowerBound + index
                    if meaning.position == .begin || meaning.position == .unit { start = token }
                    if meaning.position == .last || meaning.position == .unit {
                        let range = EntityExtent.trimmed(start..<token + 1, view)
                        mentions.append(EntityMention(tokens: range, kind: meaning.kind, score: 1))
                    }
                }
            }
        }
        return mentions
    }
}

/// A name in the tokens of a text.
struct EntityMention {
    var tokens: Range<Int>
    var kind: EntityKind
    var score: Float
}
