import PostilCore
import PostilText

/// Finds quotations, direct, indirect and mixed, and who said them.
public struct QuoteAnnotator: Annotator {
    /// `quotes`.
    public let name: AnnotatorName = "quotes"

    /// The version of the rules.
    public let version = "1"

    /// Paragraphs, sentences, tokens, names and, if wanted, the tags of the tokens.
    public var requires: [AnyLayerKey] {
        [AnyLayerKey(.paragraphs), AnyLayerKey(.sentences), AnyLayerKey(.tokens), AnyLayerKey(.entities)]
            + (readsTags ? [AnyLayerKey(.tags)] : [])
    }

    /// Quotations.
    public let provides = [AnyLayerKey(.quotes)]

    /// The rules by which quotations are found.
    public let rules = QuoteRule.table

    /// How quotations are put together.
    public let options: QuoteOptions

    /// Whether the annotator reads the layer of tags; if not, it guesses parts of speech from its word lists,
    /// which finds less.
    public let readsTags: Bool

    private let lexicon: QuoteLexicon

    /// Makes the annotator.
    ///
    /// - Parameters:
    ///   - options: How quotations are put together.
    ///   - readsTags: Whether the pipeline has a tagger.
    public init(options: QuoteOptions = QuoteOptions(), readsTags: Bool = true) {
        self.options = options
        self.readsTags = readsTags
        lexicon = QuoteLexicon()
    }

    /// The options that output depends on.
    public var configuration: String {
        "parts=\(options.joinsParts ? "joined" : "separate") tags=\(readsTags ? "read" : "guessed")"
    }

    /// Adds the layer of quotations.
    ///
    /// - Complexity: O(n).
    public func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        let layer = try withText(of: document) { text, names in
            QuoteLayerBuilder(text: text).layer(
                of: QuoteFinder(text: text, options: options, names: names).quotations()
            )
        }
        try output.provide(layer, for: .quotes)
    }

    /// Calls `body` with the document's tokens and names as the analysis looks at them.
    ///
    /// - Throws: ``AnnotationError`` where a layer is missing.
    func withText<Result>(
        of document: DocumentView,
        _ body: (QuoteText, [MentionFinder.NamedSpan]) -> Result
    ) throws(AnnotationError) -> Result {
        let tokens = try document[.tokens]
        let read = readsTags ? try document[.tags].values : []
        let tags = read.count == tokens.count ? read : nil
        let entities = try document[.entities]
        let classes = lexicon.classes(of: tokens)
        let paragraphs = try document[.paragraphs].spans
        let sentences = try document[.sentences].spans
        return document.text.bytes.withUnsafeBufferPointer { bytes in
            TokenView.with(bytes, tokens.spans, tokens.values) { view in
                let text = QuoteText(
                    view: view,
                    classes: classes,
                    tags: tags ?? TagGuess(view: view, classes: classes).tags(),
                    paragraphs: paragraphs,
                    sentences: sentences
                )
                return body(text, QuoteAnnotator.names(entities, in: view))
            }
        }
    }

    /// The names of the layer of names that can be sources or stand for them, in tokens.
    private static func names(_ entities: Layer<EntityValue>, in view: TokenView) -> [MentionFinder.NamedSpan] {
        var names: [MentionFinder.NamedSpan] = []
        names.reserveCapacity(entities.count)
        var token = 0
        for (position, entity) in entities.enumerated() {
            while token < view.count, view.end(token) <= Int(entity.span.start) { token += 1 }
            var end = token
            while end < view.count, view.start(end) < Int(entity.span.end) { end += 1 }
            guard token < end else { continue }
            let kind = entity.value.kind
            names.append(
                MentionFinder.NamedSpan(
                    tokens: token..<end,
                    position: position,
                    cluster: entity.value.cluster,
                    isPerson: kind == .person,
                    isOrganization: kind == .organization,
                    isSource: [.person, .organization, .group, .geopolitical, .facility, .location].contains(kind)
                )
            )
        }
        return names
    }
}
