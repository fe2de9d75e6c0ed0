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
    ///   - plugins: Annotators besides; one that provides all layers of one of Postil's takes its place.
    ///   - name: The name that records show before the fingerprint.
    /// - Throws: ``ModelError`` where an embedded model is not one that this version can use.
    public static func standard(
        providing layers: [LayerName]? = nil,
        dates: DateOptions = DateOptions(),
        numbers: NumberOptions = NumberOptions(),
        dictionaries: LexiconSet = LexiconSet(),
        sentiment: SentimentLexicon? = nil,
        quotes: QuoteOptions = QuoteOptions(),
        plugins: [any Annotator] = [],
        name: String = "standard"
    ) throws -> Pipeline {
        let layers = layers.map { $0.contains("tokens") ? $0 + ["tags", "lemmas"] : $0 }
        let read = plugins.flatMap { ($0.requires + $0.consults).map(\.name) }
        let made = Set(plugins.flatMap { $0.provides.map(\.name) })
        let needed = layers.map { StandardAnnotator.needed(for: $0 + read) } ?? Set(StandardAnnotator.allCases)
        let offered = StandardAnnotator.allCases.filter { needed.contains($0) && !made.isSuperset(of: $0.provides) }
        let available = try offered.map {
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
        return try Pipeline(name: name, steps: wanted + plugins, available: available)
    }
}
