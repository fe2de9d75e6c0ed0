/// Something that adds layers to a document.
///
/// An annotator is a value that never changes: it keeps no state between documents and looks at no
/// clock, locale, network or environment, so that one document gives the same layers always. What it
/// reads and writes it declares; the view that it is given refuses everything else, so the
/// declarations cannot drift from the code.
///
/// Finding nothing means providing an empty layer. Throwing means that this document has no such
/// layer; other annotators and other documents go on. An annotator that may take seconds for a long
/// document asks ``DocumentView/checkCancellation()`` now and then.
///
/// ## Example
///
/// ```swift
/// struct Shouts: Annotator {
///     let name: AnnotatorName = "org.example.shouts"
///     let version = "1.0"
///     let requires = [AnyLayerKey(.tokens)]
///     let provides = [AnyLayerKey(.shouts)]
///
///     func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
///         var shouts = LayerBuilder<Unvalued>()
///         for token in try document[.tokens] where token.value.shape == .upper {
///             shouts.append(token.span)
///         }
///         try output.provide(shouts.build(), for: .shouts)
///     }
/// }
/// ```
public protocol Annotator: Sendable {
    /// The annotator's name, one in a pipeline.
    var name: AnnotatorName { get }

    /// The version; it changes whenever output may change.
    var version: String { get }

    /// Everything besides the version that output depends on: options, model and lexicon hashes. Part
    /// of the pipeline's fingerprint.
    var configuration: String { get }

    /// The layers that it reads.
    var requires: [AnyLayerKey] { get }

    /// The layers that it reads where an annotator on offer makes them, and does without otherwise.
    var consults: [AnyLayerKey] { get }

    /// The layers that it provides, each of them for every document.
    var provides: [AnyLayerKey] { get }

    /// The rules that its annotations name, by ``RuleIdentifier``.
    var rules: RuleTable { get }

    /// Adds the layers of ``provides`` to `output`.
    ///
    /// - Parameters:
    ///   - document: The text, the context and the layers of ``requires`` and ``consults``.
    ///   - output: Takes the layers.
    /// - Throws: ``AnnotationError`` where the annotator cannot do its work on this document.
    func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError)

    /// Says why an annotation is there, or why none is, by looking at the document once more.
    ///
    /// - Returns: nil where the annotator does not know the layer that the question is about.
    /// - Throws: ``AnnotationError`` as ``annotate(_:into:)`` does.
    func explain(_ question: Question, in document: DocumentView) throws(AnnotationError) -> Explanation?

    /// Lists what might have become an annotation of `layer` in a stretch of text and did not, in one look at
    /// the document.
    ///
    /// - Returns: The candidates that share a byte with `span`, in document order; nil where the annotator
    ///   cannot list them, so that one has to ask ``explain(_:in:)`` at one place after the other.
    /// - Throws: ``AnnotationError`` as ``annotate(_:into:)`` does.
    func candidates(
        for layer: LayerName,
        in span: Span,
        of document: DocumentView
    ) throws(AnnotationError) -> [Candidate]?
}

extension Annotator {
    /// No options: the version says it all.
    public var configuration: String { "" }

    /// Reads the text alone.
    public var requires: [AnyLayerKey] { [] }

    /// Does without nothing: what it reads, it requires.
    public var consults: [AnyLayerKey] { [] }

    /// Names no rules.
    public var rules: RuleTable { RuleTable([]) }

    /// Explains nothing beyond the rule, which ``answer(to:about:)`` adds.
    public func explain(_ question: Question, in document: DocumentView) throws(AnnotationError) -> Explanation? {
        nil
    }

    /// Lists no candidates.
    public func candidates(
        for layer: LayerName,
        in span: Span,
        of document: DocumentView
    ) throws(AnnotationError) -> [Candidate]? { nil }
}
