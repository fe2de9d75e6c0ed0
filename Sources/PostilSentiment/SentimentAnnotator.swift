import PostilCore
import PostilLearning
import PostilText

/// Weighs what a text says for and against: the whole, each sentence, and what is mentioned in it.
///
/// Each sentiment has a ledger of the words that it rests on, which adds up to the score exactly.
///
/// ## Example
///
/// ```swift
/// let pipeline = try Pipeline(name: "moods", steps: [Segmenter(), SentimentAnnotator()])
/// let document = pipeline.annotate(Document(text: "The soup was lovely, but nobody smiled."))
/// for sentiment in document[.sentiment] ?? Layer() {
///     print(sentiment.value.level, sentiment.value.polarity, sentiment.value.score.value)
/// }
/// ```
public struct SentimentAnnotator: Annotator {
    /// `sentiment`.
    public let name: AnnotatorName = "sentiment"

    /// The version of the rules.
    public let version = "1"

    /// The checksums of model and lexicon.
    public let configuration: String

    /// Tokens, sentences and paragraphs.
    public let requires = [AnyLayerKey(.tokens), AnyLayerKey(.sentences), AnyLayerKey(.paragraphs)]

    /// Tags, which tell the senses of words apart, names, which are targets, and quotations, whose words are not the narrator's.
    public let consults = [AnyLayerKey(.tags), AnyLayerKey(.entities), AnyLayerKey(.quotes)]

    /// The sentiment.
    public let provides = [AnyLayerKey(.sentiment)]

    /// One rule for each level.
    public let rules = SentimentRule.table

    let lexicon: SentimentLexicon
    let model: OpinionModel

    /// Makes an annotator.
    ///
    /// - Parameters:
    ///   - lexicon: The lexicon; that of the program where there is none.
    ///   - model: The learned weights; those of the program where there are none.
    /// - Throws: ``SentimentLexiconError`` or ``ModelError`` where those of the program cannot be used.
    public init(lexicon: SentimentLexicon? = nil, model: OpinionModel? = nil) throws {
        let lexicon = try lexicon ?? SentimentLexicon()
        let model = try model ?? OpinionModel()
        self.lexicon = lexicon
        self.model = model
        configuration = "model \(String(model.file.checksum, radix: 16)) lexicon \(lexicon.fingerprint)"
    }

    /// Adds the sentiment.
    ///
    /// - Throws: ``AnnotationError`` where a layer is missing.
    /// - Complexity: O(tokens), and O(tokens of its sentence) for each target.
    public func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        var reading = DocumentReading(
            tokens: try document[.tokens],
            sentences: try document[.sentences],
            paragraphs: try document[.paragraphs],
            tags: try document[ifPresent: .tags]?.values ?? [],
            entities: try document[ifPresent: .entities] ?? Layer(),
            quotes: try document[ifPresent: .quotes] ?? Layer()
        )
        var builder = LayerBuilder<SentimentValue>()
        reading.annotate(document.text, lexicon: lexicon, model: model, into: &builder)
        try output.provide(builder.build(), for: .sentiment)
    }
}
