import PostilCore
import PostilSentiment
import PostilText

/// A pipeline that finds sentiment without names.
func sentimentPipeline(lexicon: SentimentLexicon? = nil) throws -> Pipeline {
    try Pipeline(name: "sentiment", steps: [SentimentAnnotator(lexicon: lexicon)], available: [Segmenter()])
}

/// The document's own sentiment.
func documentSentiment(_ text: String, lexicon: SentimentLexicon? = nil) throws -> SentimentValue {
    let layer = try sentimentPipeline(lexicon: lexicon).annotate(Document(text: Text(text)))[.sentiment]
    return layer?.values.first { $0.level == .document }
        ?? SentimentValue(.document, polarity: .neutral, score: .zero, terms: [])
}
