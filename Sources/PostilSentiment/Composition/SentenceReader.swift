import PostilCore
import PostilText

/// Goes through the sentences of a text and composes each.
enum SentenceReader {
    /// Calls `body` with each sentence and the composer that has read it.
    static func read(
        _ view: TokenView,
        tags: [TokenTag],
        sentences: [Span],
        paragraphs: [Span],
        lexicon: SentimentLexicon,
        _ body: (Span, Composer) -> Void
    ) {
        var composer = Composer(lexicon: lexicon, view: view, tags: tags)
        var token = 0
        var paragraph = 0
        var isKnown = false
        for sentence in sentences {
            while token < view.count, view.spans[token].start < sentence.start { token += 1 }
            while paragraph < paragraphs.count, paragraphs[paragraph].end <= sentence.start {
                paragraph += 1
                isKnown = false
            }
            if !isKnown {
                var end = token
                let limit = paragraph < paragraphs.count ? paragraphs[paragraph].end : sentence.end
                while end < view.count, view.spans[end].start < limit { end += 1 }
                composer.isBusiness = BusinessReport.isOne(token..<end, of: composer)
                isKnown = true
            }
            let start = token
            while token < view.count, view.spans[token].start < sentence.end { token += 1 }
            composer.compose(start..<token)
            body(sentence, composer)
        }
    }
}
