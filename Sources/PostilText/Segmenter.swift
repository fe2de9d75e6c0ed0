import PostilCore
import PostilLearning

/// Finds paragraphs, sentences and tokens in one pass over the text.
///
/// Tokens follow the words of Universal Dependencies' English-EWT treebank, sentences its sentences.
/// Gaps between tokens at which a sentence may end are decided by rules and, where those leave it open,
/// by a linear model that is part of the program.
///
/// ## Example
///
/// ```swift
/// let pipeline = try Pipeline(name: "text", steps: [Segmenter()])
/// let document = pipeline.annotate(Document(text: "Dr. Okoye didn't stop. Why would she?"))
/// for sentence in document[.sentences] ?? Layer() { print(document.text[sentence.span]) }
/// ```
public struct Segmenter: Annotator {
    /// `text`.
    public let name: AnnotatorName = "text"

    /// The version of the rules.
    public let version = "1"

    /// The model's checksum.
    public let configuration: String

    /// Paragraphs, sentences and tokens.
    public let provides = [AnyLayerKey(.paragraphs), AnyLayerKey(.sentences), AnyLayerKey(.tokens)]

    /// The tokeniser's rules, then those of sentence boundaries.
    public let rules = BoundaryRule.table

    private let tokenizer = Tokenizer()
    let model: LinearModel
    let cutoff: Int

    /// A segmenter with the model that is part of the program.
    ///
    /// - Throws: ``ModelError`` where that model is not one that this version can use.
    public init() throws(ModelError) {
        try self.init(model: try ModelFile(EmbeddedModels.segmentation))
    }

    /// A segmenter with a model of the caller's.
    ///
    /// - Throws: ``ModelError`` with the code `model-mismatch` for a model of other features.
    public init(model file: ModelFile) throws(ModelError) {
        guard file["features"] == BoundaryFeatures.version else {
            throw ModelError(
                code: .modelMismatch,
                message: "the model was trained for the features '\(file["features"] ?? "none")' and this program "
                    + "computes '\(BoundaryFeatures.version)': train it again"
            )
        }
        model = try LinearModel(file)
        cutoff = file["cutoff"].flatMap { Int($0) } ?? .min
        configuration = "model \(String(file.checksum, radix: 16))"
    }

    /// Adds the three layers.
    ///
    /// - Complexity: O(n).
    public func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        let segments = segment(document.text)
        try output.provide(Layer(sorted: segments.paragraphs), for: .paragraphs)
        try output.provide(
            Layer(sorted: segments.sentences.spans, rules: segments.sentences.rules),
            for: .sentences
        )
        try output.provide(
            Layer(sorted: segments.tokens.spans, values: segments.tokens.values, rules: segments.tokens.rules),
            for: .tokens
        )
    }

    private func segment(_ text: Text) -> (paragraphs: [Span], sentences: SentenceBuffer, tokens: TokenBuffer) {
        var tokens = TokenBuffer()
        var paragraphs: [Span] = []
        var sentences = SentenceBuffer()
        text.bytes.withUnsafeBufferPointer { bytes in
            // Pages of a large array that are never written cost nothing, and growing one would double it.
            tokens.reserveCapacity(bytes.count / (bytes.count > 1 << 20 ? 2 : 4))
            tokenizer.tokenize(bytes, into: &tokens)
            TokenView.with(bytes, tokens.spans, tokens.values) { view in
                withUnsafeTemporaryAllocation(of: FeatureHash.self, capacity: BoundaryFeatures.templates.count) {
                    buffer in
                    var decider = ModelDecider(model: model, cutoff: cutoff, buffer: buffer)
                    paragraphs = Segmenter.split(view, by: &decider, into: &sentences)
                }
            }
        }
        return (paragraphs, sentences, tokens)
    }

    /// Appends the sentences of a text and returns its paragraphs.
    static func split(
        _ view: TokenView,
        by decider: inout some BoundaryDecider,
        into sentences: inout SentenceBuffer
    ) -> [Span] {
        var ends: [Int] = []
        ParagraphScanner.paragraphs(of: view, into: &ends)
        // A sentence has about this many tokens or more; fewer only costs a reallocation.
        sentences.reserveCapacity(view.count / 12)
        return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: view.count + 1) { scratch in
            let splitter = SentenceSplitter(view: view, scratch: scratch)
            var start = 0
            return ends.map { end in
                splitter.split(start..<end, by: &decider, into: &sentences)
                defer { start = end }
                return Span(start: view.spans[start].start, end: view.spans[end - 1].end)
            }
        }
    }
}
