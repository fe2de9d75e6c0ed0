import Postil

/// What a session works with.
public struct REPLConfiguration: Sendable {
    /// The annotators on offer, besides plugins.
    public let annotators: [any Annotator]

    /// The plugins that are loaded when a session begins.
    public let plugins: [LoadedPlugin]

    /// The annotators, those of plugins among them, with which a session begins; nil for all.
    public let wanted: [AnnotatorName]?

    /// How dates are resolved until `.set` says otherwise.
    public let dates: DateOptions

    /// The views of layers that have one of their own, by the layer's name.
    public let views: [LayerName: any LayerView]

    /// Makes a configuration.
    ///
    /// - Parameters:
    ///   - annotators: The annotators on offer, each once.
    ///   - plugins: The plugins that are loaded when a session begins.
    ///   - wanted: The annotators with which a session begins; nil for all.
    ///   - dates: How dates are resolved until `.set` says otherwise.
    ///   - views: Views of layers, besides those that Postil's own layers have.
    public init(
        annotators: [any Annotator],
        plugins: [LoadedPlugin] = [],
        wanted: [AnnotatorName]? = nil,
        dates: DateOptions = DateOptions(),
        views: [LayerName: any LayerView] = [:]
    ) {
        self.annotators = annotators
        self.plugins = plugins
        self.wanted = wanted
        self.dates = dates
        self.views = REPLConfiguration.standardViews.merging(views) { _, own in own }
    }

    /// The views of Postil's own layers.
    private static let standardViews: [LayerName: any LayerView] = [
        LayerKey.tokens.name: TokenLayerView(),
        LayerKey.dates.name: DateLayerView(),
        LayerKey.numbers.name: NumberLayerView(),
        LayerKey.entities.name: EntityLayerView(),
        LayerKey.quotes.name: QuoteLayerView(),
        LayerKey.sentiment.name: SentimentLayerView(),
    ]

    /// All annotators that are part of Postil.
    ///
    /// - Parameters:
    ///   - numbers: What is known of numbers besides.
    ///   - dictionaries: Names that override the model.
    ///   - sentiment: The lexicon of sentiment; that of the program where there is none.
    /// - Throws: What ``Pipeline/builtInAnnotators(dates:numbers:)`` throws.
    public static func standard(
        numbers: NumberOptions = NumberOptions(),
        dictionaries: LexiconSet = LexiconSet(),
        sentiment: SentimentLexicon? = nil
    ) throws -> REPLConfiguration {
        REPLConfiguration(
            annotators: try Pipeline.builtInAnnotators(
                numbers: numbers,
                dictionaries: dictionaries,
                sentiment: sentiment
            )
        )
    }

    /// How the layer `name` is shown.
    func view(of name: LayerName) -> any LayerView { views[name] ?? StandardLayerView() }
}
