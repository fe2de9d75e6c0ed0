import PostilCore
import PostilLearning
import PostilLexicon

/// Finds the part of speech of each token, in the Penn Treebank's and in Universal Dependencies' tags.
///
/// A conditional random field over the sentence decides pairs of tags. Words that have one pair only in the
/// treebanks are not asked about, and frequent words have none but those seen there.
///
/// ## Example
///
/// ```swift
/// let pipeline = try Pipeline(name: "tags", steps: [Segmenter(), Tagger()])
/// let document = pipeline.annotate(Document(text: "The goose can open a can."))
/// for tag in document[.tags] ?? Layer() { print(document.text[tag.span], tag.value.penn.name) }
/// ```
public struct Tagger: Annotator {
    /// `tags`.
    public let name: AnnotatorName = "tags"

    /// The version of the rules.
    public let version = "1"

    /// The checksums of the model and the lexicon.
    public let configuration: String

    /// Sentences and tokens.
    public let requires = [AnyLayerKey(.sentences), AnyLayerKey(.tokens)]

    /// Tags.
    public let provides = [AnyLayerKey(.tags)]

    /// The ways in which a token comes to its tags.
    public let rules = TagRule.table

    let model: ChainModel
    let lexicon: TagLexicon
    let classes: WordClasses
    let labels: TagLabels

    /// A tagger with the model that is part of the program.
    ///
    /// - Throws: ``ModelError`` where that model is not one that this version can use.
    public init() throws(ModelError) {
        try self.init(model: ModelFile(EmbeddedModels.tagger), lexicon: ModelFile(EmbeddedModels.tagLexicon))
    }

    /// A tagger with a model of the caller's.
    ///
    /// - Parameters:
    ///   - model: What ``TaggerTrainer`` has made.
    ///   - lexicon: The lexicon that it was trained with.
    /// - Throws: ``ModelError`` with the code `model-mismatch` for files of another kind or that do not belong together.
    public init(model file: ModelFile, lexicon lexiconFile: ModelFile) throws(ModelError) {
        model = try ChainModel(file, features: TagFeatures.version)
        lexicon = try TagLexicon(lexiconFile)
        labels = try TagLabels(names: model.labels)
        guard lexicon.labels == model.labels, file["lexicon"] == String(lexiconFile.checksum, radix: 16) else {
            throw ModelError(
                code: .modelMismatch,
                message: "the tagger was trained with another lexicon of tags: train both again"
            )
        }
        classes = try Tagger.wordClasses()
        configuration = "model \(String(file.checksum, radix: 16)) lexicon \(String(lexiconFile.checksum, radix: 16))"
    }

    static func wordClasses() throws(ModelError) -> WordClasses {
        do throws(LexiconError) { return try WordClasses.embedded } catch {
            throw ModelError(code: .modelDamaged, message: "the word classes cannot be used: \(error)")
        }
    }

    /// Adds the layer of tags.
    ///
    /// - Complexity: O(n).
    public func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        let tokens = try document[.tokens]
        let sentences = try document[.sentences]
        var values = [TokenTag](repeating: Tagger.unknown, count: tokens.count)
        var rules = [RuleIdentifier](repeating: TagRule.model.identifier, count: tokens.count)
        document.text.bytes.withUnsafeBufferPointer { bytes in
            TokenView.with(bytes, tokens.spans, tokens.values) { view in
                tag(view, sentences: sentences.spans, values: &values, rules: &rules)
            }
        }
        try output.provide(Layer(sorted: tokens.spans, values: values, rules: rules), for: .tags)
    }

    /// The tags of a token in no sentence.
    private static let unknown = TokenTag(penn: .goesWith, universal: .other)

    private func tag(
        _ view: TokenView,
        sentences: [Span],
        values: inout [TokenTag],
        rules: inout [RuleIdentifier]
    ) {
        let sequences = TagSequences(reader: TagWordReader(view: view, lexicon: lexicon, classes: classes))
        var decoder = ChainDecoder(model)
        decoder.begin()
        sequences.walk(sentences) { token, features, confined in
            let ofKind = labels.labels(of: view.values[token].kind)
            if ofKind != 0 {
                decoder.append(only: ofKind.trailingZeroBitCount)
                rules[token] = TagRule.kind.identifier
            } else if confined == 0 {
                decoder.append(features)
            } else if confined & (confined &- 1) == 0 {
                decoder.append(only: confined.trailingZeroBitCount)
                rules[token] = TagRule.closed.identifier
            } else {
                decoder.append(features)
                decoder.restrictLast(to: confined)
                rules[token] = TagRule.confined.identifier
            }
        } end: { range in
            let path = decoder.decode()
            for (index, token) in range.enumerated() {
                let tag = labels.tags[Int(path[index])]
                values[token] = TagPairs.pair(of: tag, hash: view.values[token].hash) ?? tag
            }
            decoder.begin()
        }
    }
}
