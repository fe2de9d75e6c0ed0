import PostilCore
import PostilDates
import PostilEntities
import PostilLearning
import PostilNumbers
import PostilQuotes
import PostilText

extension Pipeline {
    /// The annotators that are part of Postil, each once.
    ///
    /// - Parameters:
    ///   - dates: How dates are resolved.
    ///   - numbers: What is known of numbers besides.
    ///   - quotes: How quotations are put together.
    /// - Throws: ``ModelError`` or ``LexiconError`` where what is embedded is not of this version.
    public static func builtInAnnotators(
        dates: DateOptions = DateOptions(),
        numbers: NumberOptions = NumberOptions(),
        quotes: QuoteOptions = QuoteOptions()
    ) throws -> [any Annotator] {
        let annotators: [any Annotator] = [
            try Segmenter(),
            DateAnnotator(options: dates),
            NumberAnnotator(options: numbers),
            try EntityRecognizer(),
        ]
        let hasTagger = annotators.contains { $0.provides.contains(AnyLayerKey(.tags)) }
        return annotators + [QuoteAnnotator(options: quotes, readsTags: hasTagger)]
    }

    /// The pipeline of the annotators that are part of Postil.
    ///
    /// - Parameters:
    ///   - layers: The layers that are wanted; annotators that neither make one of them nor are needed for
    ///     one are left out, but for the segmentation. Nil for all.
    ///   - dates: How dates are resolved.
    ///   - numbers: What is known of numbers besides.
    ///   - quotes: How quotations are put together.
    /// - Throws: ``ModelError`` where an embedded model is not one that this version can use.
    public static func standard(
        providing layers: [LayerName]? = nil,
        dates: DateOptions = DateOptions(),
        numbers: NumberOptions = NumberOptions(),
        quotes: QuoteOptions = QuoteOptions()
    ) throws -> Pipeline {
        let annotators = try builtInAnnotators(dates: dates, numbers: numbers, quotes: quotes)
        let wanted = annotators.filter { annotator in
            annotator is Segmenter || layers.map { annotator.provides.map(\.name).contains(where: $0.contains) } ?? true
        }
        return try Pipeline(name: "standard", steps: wanted, available: annotators)
    }
}
