import PostilCore
import PostilDates
import PostilEntities
import PostilLexicon
import PostilNumbers
import PostilQuotes
import PostilSentiment
import PostilText

/// The annotators that are part of Postil, in the order in which a pipeline lists them.
///
/// Making one opens its model or reads its words, which a pipeline that does not need it should not wait for.
enum StandardAnnotator: CaseIterable {
    case segmenter, tagger, lemmatizer, dates, numbers, entities, quotes, sentiment

    /// The layers that the annotator makes.
    var provides: [LayerName] {
        switch self {
        case .segmenter: ["paragraphs", "sentences", "tokens"]
        case .tagger: ["tags"]
        case .lemmatizer: ["lemmas"]
        case .dates: ["dates"]
        case .numbers: ["numbers"]
        case .entities: ["entities"]
        case .quotes: ["quotes"]
        case .sentiment: ["sentiment"]
        }
    }

    /// The annotators whose layers it reads, besides those that these need.
    var needs: [StandardAnnotator] {
        switch self {
        case .segmenter: []
        case .tagger, .dates, .entities: [.segmenter]
        case .lemmatizer: [.tagger]
        case .numbers: [.dates]
        case .quotes: [.tagger, .entities]
        case .sentiment: [.tagger, .entities, .quotes]
        }
    }

    /// The annotator.
    ///
    /// - Throws: ``ModelError`` or ``LexiconError`` where what is embedded is not of this version.
    func make(
        dates: DateOptions,
        numbers: NumberOptions,
        dictionaries: LexiconSet,
        sentiment: SentimentLexicon?,
        quotes: QuoteOptions
    ) throws -> any Annotator {
        switch self {
        case .segmenter: try Segmenter()
        case .tagger: try Tagger()
        case .lemmatizer: try Lemmatizer()
        case .dates: DateAnnotator(options: dates)
        case .numbers: NumberAnnotator(options: numbers)
        case .entities: try EntityRecognizer(dictionaries: dictionaries)
        case .quotes: QuoteAnnotator(options: quotes, readsTags: true)
        case .sentiment: try SentimentAnnotator(lexicon: sentiment)
        }
    }

    /// The annotators that make `layers`, and all that they need.
    static func needed(for layers: [LayerName]) -> Set<StandardAnnotator> {
        var needed: Set<StandardAnnotator> = [.segmenter]
        var open = allCases.filter { $0.provides.contains(where: layers.contains) }
        while let next = open.popLast() {
            if needed.insert(next).inserted { open += next.needs }
        }
        return needed
    }
}
