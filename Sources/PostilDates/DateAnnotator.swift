import PostilCore
import PostilText

/// Finds dates, times, durations and recurrences, and resolves them.
///
/// Expressions are read by a hand-written grammar over typed tokens, started at trigger words. What an
/// expression leaves open is resolved against the document's reference date, else against a date in its
/// heading or dateline, else not at all; the clock is never asked. Values are those of TIMEX3.
///
/// ## Example
///
/// ```swift
/// let pipeline = try Pipeline(name: "dates", steps: [Segmenter(), DateAnnotator()])
/// let context = DocumentContext(referenceDate: "2014-06-17", referenceDateSource: "option")
/// let document = pipeline.annotate(Document(text: "They left last Friday.", context: context))
/// for date in document[.dates] ?? Layer() { print(date.value.value ?? "?") }  // 2014-06-13
/// ```
public struct DateAnnotator: Annotator {
    /// `dates`.
    public let name: AnnotatorName = "dates"

    /// The version of the rules.
    public let version = "1"

    /// The options.
    public var configuration: String {
        "style \(options.style?.rawValue ?? "auto") order \(options.order.rawValue)\(options.orderIsFixed ? " fixed" : "")"
    }

    /// Tokens and sentences.
    public let requires = [AnyLayerKey(.tokens), AnyLayerKey(.sentences)]

    /// Dates.
    public let provides = [AnyLayerKey(.dates)]

    /// The rules of the grammar.
    public let rules = DateRule.table

    /// How to resolve what the text leaves open.
    public let options: DateOptions

    /// Makes an annotator.
    public init(options: DateOptions = DateOptions()) { self.options = options }

    /// Adds the dates.
    ///
    /// - Throws: ``AnnotationError`` where tokens or sentences are missing.
    /// - Complexity: O(tokens).
    public func annotate(_ document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        let reading = DateReading(
            document,
            tokens: try document[.tokens],
            sentences: try document[.sentences],
            options: options
        )
        var builder = LayerBuilder<DateValue>()
        for found in reading.annotations { builder.append(found.span, found.value, rule: found.phrase.rule.identifier) }
        try output.provide(builder.build(), for: .dates)
    }

    /// Says how an annotation was read and resolved and which readings lost, or why none is there.
    ///
    /// - Throws: ``AnnotationError`` where tokens or sentences are missing.
    public func explain(_ question: Question, in document: DocumentView) throws(AnnotationError) -> Explanation? {
        guard question.layer == LayerKey.dates.name else { return nil }
        let reading = try explainingReading(of: document)
        if question.position != nil, let found = reading.annotations.first(where: { $0.span == question.span }) {
            return reading.explanation(of: found, text: document.text)
        }
        return reading.absence(at: question.span)
    }

    /// Lists the readings that lost to others, and those that count in other styles than the document's.
    ///
    /// - Throws: ``AnnotationError`` where tokens or sentences are missing.
    public func candidates(
        for layer: LayerName,
        in span: Span,
        of document: DocumentView
    ) throws(AnnotationError) -> [Candidate]? {
        layer == LayerKey.dates.name ? try explainingReading(of: document).candidates(in: span) : []
    }

    private func explainingReading(of document: DocumentView) throws(AnnotationError) -> DateReading {
        DateReading(
            document,
            tokens: try document[.tokens],
            sentences: try document[.sentences],
            options: options,
            isExplaining: true
        )
    }
}
