import PostilCore
import PostilText

/// The layers of a document that its sentiment is made of.
struct DocumentReading {
    let tokens: Layer<Token>
    let sentences: Layer<Unvalued>
    let paragraphs: Layer<Unvalued>
    let tags: [TokenTag]
    let entities: Layer<EntityValue>
    let quotes: Layer<QuoteValue>

    /// Adds the sentiment of the document, of each sentence, each target and each quotation.
    mutating func annotate(
        _ text: Text,
        lexicon: SentimentLexicon,
        model: OpinionModel,
        into builder: inout LayerBuilder<SentimentValue>
    ) {
        guard !sentences.isEmpty else { return }
        var scorer = SentenceScorer(model: model)
        var opinions: [(opinion: Opinion, isHeadline: Bool)] = []
        var values: [(Span, SentimentValue)] = []
        let headlineEnd = endOfHeadline(in: text)
        text.bytes.withUnsafeBufferPointer { bytes in
            TokenView.with(bytes, tokens.spans, tokens.values) { view in
                var targets = TargetFinder(entities: entities, quotes: quotes, text: text)
                SentenceReader.read(
                    view,
                    tags: tags,
                    sentences: sentences.spans,
                    paragraphs: paragraphs.spans,
                    lexicon: lexicon
                ) { sentence, composer in
                    let quoted = QuotedWords(in: sentence, quotes: quotes)
                    let opinion = quoted.marked(scorer.opinion(of: composer))
                    opinions.append((opinion, sentence.end <= headlineEnd))
                    values.append(
                        (sentence, Ledger.value(of: opinion.completed(by: model), level: .sentence))
                    )
                    for target in targets.targets(in: sentence, composer: composer) {
                        let opinion = quoted.marked(
                            scorer.opinion(of: composer, about: target.content),
                            about: target.span
                        )
                        .completed(by: model)
                        values.append((target.span, Ledger.value(of: opinion, level: .target, target: target.name)))
                    }
                }
            }
        }
        QuoteScorer(quotes: quotes, sentences: sentences, text: text)
            .forEachQuote(of: opinions, model: model) { span, speaker, opinion in
                values.append((span, Ledger.value(of: opinion, level: .quote, target: speaker)))
            }
        let document = DocumentScorer.opinion(of: opinions, model: model)
        builder.append(
            DocumentReading.content(of: text),
            Ledger.value(of: document, level: .document),
            rule: SentimentRule.identifier(of: .document)
        )
        for (span, value) in values {
            builder.append(span, value, rule: SentimentRule.identifier(of: value.level))
        }
    }

    /// A text without the white space around it.
    private static func content(of text: Text) -> Span {
        let isContent: (UInt8) -> Bool = { $0 != 0x20 && !(0x09...0x0D).contains($0) }
        guard let first = text.bytes.firstIndex(where: isContent), let last = text.bytes.lastIndex(where: isContent)
        else { return text.span }
        return Span(first..<last + 1)
    }

    /// Where the first paragraph ends, if it is a headline: one line without a full stop above a text of
    /// three paragraphs or more; 0 otherwise.
    private func endOfHeadline(in text: Text) -> UInt32 {
        guard paragraphs.count >= 3, let first = paragraphs.spans.first, first.count > 0 else { return 0 }
        let last = text.bytes[Int(first.end) - 1]
        return first.count <= 160 && last != 0x2E && last != 0x21 && last != 0x3F && last != 0x3A ? first.end : 0
    }
}

extension Opinion {
    /// The opinion with the strength and valence that every text has.
    func completed(by model: OpinionModel) -> Opinion {
        var copy = self
        copy.strength += model.strengthIntercept
        copy.addToRemainder(model.valenceIntercept, model: model)
        return copy
    }

    /// Adds to the words without an entry of their own.
    mutating func addToRemainder(_ weight: Double, model: OpinionModel) {
        guard let index = terms.lastIndex(where: { $0.reason.contains(.remainder) }) else { return }
        terms[index].weight += weight
        let unit = terms[index].factor * (model.lexical == 0 ? 1 : model.lexical)
        if unit != 0 { terms[index].prior += weight / unit }
    }
}
