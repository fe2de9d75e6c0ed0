import PostilCore
import PostilText

extension QuoteAnnotator {
    /// Says by what marks, cue and rule a quotation was found and whose it is; where none is, what stands there
    /// that could have made one.
    ///
    /// - Throws: ``AnnotationError`` where a layer is missing.
    public func explain(_ question: Question, in document: DocumentView) throws(AnnotationError) -> Explanation? {
        guard question.layer == LayerKey.quotes.name else { return nil }
        return try withText(of: document) { text, names in
            let finder = QuoteFinder(text: text, options: options, names: names)
            let found = finder.quotations()
            let explainer = QuoteExplainer(text: text, quotations: found, resolver: finder.resolver(for: found))
            return explainer.explanation(of: question)
        }
    }
}
