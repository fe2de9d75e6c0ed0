import PostilCore
import PostilText

extension QuoteAnnotator {
    /// Says by what marks, cue and rule a quotation was found and whose it is; where none is, what stands there
    /// that could have made one.
    ///
    /// - Throws: ``AnnotationError`` where a layer is missing.
    public func explain(_ question: Question, in document: DocumentView) throws(AnnotationError) -> Explanation? {
        guard question.layer == LayerKey.quotes.name else { return nil }
        return try withExplainer(of: document) { $0.explanation(of: question) }
    }

    /// Lists the quotation marks and the words of reporting that made no quotation.
    ///
    /// - Throws: ``AnnotationError`` where a layer is missing.
    public func candidates(
        for layer: LayerName,
        in span: Span,
        of document: DocumentView
    ) throws(AnnotationError) -> [Candidate]? {
        guard layer == LayerKey.quotes.name else { return nil }
        return try withExplainer(of: document) { $0.unused(in: span) }
    }

    private func withExplainer<Result>(
        of document: DocumentView,
        _ body: (QuoteExplainer) -> Result
    ) throws(AnnotationError) -> Result {
        try withText(of: document) { text, names in
            let finder = QuoteFinder(text: text, options: options, names: names)
            let found = finder.quotations()
            return body(QuoteExplainer(text: text, quotations: found, resolver: finder.resolver(for: found)))
        }
    }
}
