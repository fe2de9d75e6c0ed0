import PostilCore
import PostilDates
import PostilEntities
import PostilLearning
import PostilLexicon
import PostilNumbers
import PostilQuotes
import PostilSentiment
import PostilText

extension Pipeline {
    /// The annotators that are part of Postil, each once.
    ///
    /// - Parameters:
    ///   - dates: How dates are resolved.
    ///   - numbers: What is known of numbers besides.
    ///   - dictionaries: Names that override the model.
    ///   - sentiment: The lexicon of sentiment; that of the program where there is none.
    ///   - quotes: How quotations are put together.
    /// - Throws: ``ModelError`` or ``LexiconError`` where what is embedded is not of this version.
    public static func builtInAnnotators(
        dates: DateOptions = DateOptions(),
        numbers: NumberOptions = NumberOptions(),
        dictionaries: LexiconSet = LexiconSet(),
        sentiment: SentimentLexicon? = nil,
        quotes: QuoteOptions = QuoteOptions()
    ) throws -> [any Annotator] {
        try StandardAnnotator.allCases.map {
            try $0.make(
                dates: dates,
                numbers: numbers,
                dictionaries: dictionaries,
                sentiment: sentiment,
                quotes: quotes
            )
        }
    }

    /// The pipeline of the annotators that are part of Postil.
    ///
    /// - Parameters:
    ///   - layers: The layers that are wanted; annotators that neither make one of them nor are needed for
    ///     one are left out, but for the segmentation. Tokens are wanted with their tags and lemmas. Nil for all.
    ///   - dates: How dates are resolved.
    ///   - numbers: What is known of numbers besides.
    ///   - dictionaries: Names that override the model.
    ///   - sentiment: The lexicon of sentiment; that of the program where there is none.
    ///   - quotes: How quotations are put together.
    /// - Throws: ``ModelError`` where an embedded model is not one that this version can use.
    public static func standard(
        providing layers: [LayerName]? = nil,
        dates: DateOptions = DateOptions(),
        numbers: NumberOptions = NumberOptions(),
        dictionaries: LexiconSet = LexiconSet(),
        sentiment: SentimentLexicon? = nil,
        quotes: QuoteOptions = QuoteOptions()
    ) throws -> Pipeline {
        let layers = layers.map { $0.contains("tokens") ? $0 + ["tags", "lemmas"] : $0 }
        let needed = layers.map(StandardAnnotator.needed(for:)) ?? Set(StandardAnnotator.allCases)
        let available = try StandardAnnotator.allCases.filter(needed.contains).map {
            try $0.make(
                dates: dates,
                numbers: numbers,
                dictionaries: dictionaries,
                sentiment: sentiment,
                quotes: quotes
            )
        }
        let wanted = available.filter { annotator in
            annotator is Segmenter || layers.map { annotator.provides.map(\.name).contains(where: $0.contains) } ?? true
        }
        return try Pipeline(name: "standard", steps: wanted, available: available)
    }
}
