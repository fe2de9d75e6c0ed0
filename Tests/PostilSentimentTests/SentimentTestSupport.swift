import Postil
import PostilCore
import PostilSentiment
import PostilText

/// A pipeline that finds sentiment without names.
func sentimentPipeline(lexicon: SentimentLexicon? = nil) throws -> Pipeline {
    guard let lexicon else { return try plain.get() }
    return try Pipeline(name: "sentiment", steps: [SentimentAnnotator(lexicon: lexicon)], available: [Segmenter()])
}

/// The document's own sentiment.
func documentSentiment(_ text: String, lexicon: SentimentLexicon? = nil) throws -> SentimentValue {
    let layer = try sentimentPipeline(lexicon: lexicon).annotate(Document(text: Text(text)))[.sentiment]
    return layer?.values.first { $0.level == .document }
        ?? SentimentValue(.document, polarity: .neutral, score: .zero, terms: [])
}

/// A pipeline that finds sentiment with tags, names and quotations.
func namingPipeline() throws -> Pipeline { try naming.get() }

/// Made once: opening the lexicons takes longer than most tests.
private let naming = Result { try Pipeline.standard(providing: [LayerKey.sentiment.name]) }
private let plain = Result { try Pipeline(name: "sentiment", steps: [SentimentAnnotator()], available: [Segmenter()]) }

/// The sentiments of one level with the text of their places.
func sentiments(of text: String, at level: SentimentLevel) throws -> [(text: String, value: SentimentValue)] {
    let document = try namingPipeline().annotate(Document(text: Text(text)))
    return (document[.sentiment] ?? Layer()).filter { $0.value.level == level }
        .map { (String(document.text[$0.span]), $0.value) }
}
