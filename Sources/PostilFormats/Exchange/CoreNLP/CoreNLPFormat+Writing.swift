import PostilCore

extension CoreNLPFormat {
    func write(
        _ record: AnnotatedRecord,
        layers: [LayerName]?,
        to output: inout ExchangeOutput
    ) throws(ExchangeError) {
        try record.requireTokens(for: self)
        let places = ExchangePlaces(text: record.text, unit: .utf16)
        let points = ExchangePlaces(text: record.text, unit: .codepoint)
        let alignment = TokenAlignment(record.tokens.map(\.span))
        let sentences = TokenSentences(record).ranges
        let layers = layers ?? record.exchangeLayers
        let mentions = mentions(of: record, layers, alignment, sentences, &output.omissions)
        let hasQuotes = layers.contains(LayerKey.quotes.name)
        output.addJSON { writer in
            writer.beginObject()
            writer.key("docId")
            writer.string(record.identifier)
            if let anchor = record.context.anchor {
                writer.key("docDate")
                writer.string(anchor)
            }
            writer.key("text")
            writer.string(record.text.bytes)
            writer.list("sentences", Array(sentences.enumerated())) { element, writer in
                let tokens = element.element
                let own = mentions.filter { tokens.contains($0.tokens.lowerBound) }
                writer.beginObject()
                writer.key("index")
                writer.integer(element.offset)
                writer.list("entitymentions", own) { mention, writer in
                    write(mention, sentenceStart: tokens.lowerBound, places, into: &writer)
                }
                writer.list("tokens", Array(tokens)) { position, writer in
                    let mention = own.first { $0.tokens.contains(position) }
                    write(position, of: record, from: tokens.lowerBound, mention, places, points, into: &writer)
                }
                writer.endObject()
            }
            if hasQuotes { write(record.quotes, alignment, sentences, places, into: &writer) }
            writer.endObject()
        }
    }

    /// An entity mention with its tokens, counted in the document, and its number among those with a TIMEX3 value.
    private struct Mention {
        let span: ExchangeSpan
        let tokens: Range<Int>
        let timex: Int?
    }

    private func mentions(
        of record: AnnotatedRecord,
        _ layers: [LayerName],
        _ alignment: TokenAlignment,
        _ sentences: [Range<Int>],
        _ omissions: inout ExchangeOmissions
    ) -> [Mention] {
        let layers = layers.filter { $0 != LayerKey.quotes.name }
        var mentions: [Mention] = []
        var aligned: [ExchangeSpan] = []
        for span in record.spans(of: layers, omissions: &omissions) {
            guard let tokens = alignment.tokens(of: span.span) else {
                omissions.add(.cutting)
                continue
            }
            guard
                sentences.contains(where: { $0.lowerBound <= tokens.lowerBound && tokens.upperBound <= $0.upperBound })
            else {
                omissions.add(.crossing)
                continue
            }
            aligned.append(span)
        }
        var timexes = 0
        for span in aligned.withoutOverlaps(layers, omissions: &omissions) {
            guard let tokens = alignment.tokens(of: span.span) else { continue }
            if span.layer == LayerKey.dates.name { timexes += 1 }
            mentions.append(
                Mention(span: span, tokens: tokens, timex: span.layer == LayerKey.dates.name ? timexes : nil)
            )
        }
        return mentions
    }

    private func write(
        _ mention: Mention,
        sentenceStart: Int,
        _ places: ExchangePlaces,
        into writer: inout JSONWriter
    ) {
        let place = places.counted(mention.span.span)
        writer.beginObject()
        writer.key("docTokenBegin")
        writer.integer(mention.tokens.lowerBound)
        writer.key("docTokenEnd")
        writer.integer(mention.tokens.upperBound)
        writer.key("tokenBegin")
        writer.integer(mention.tokens.lowerBound - sentenceStart)
        writer.key("tokenEnd")
        writer.integer(mention.tokens.upperBound - sentenceStart)
        writer.key("text")
        writer.string(places.text[mention.span.span])
        writer.key("characterOffsetBegin")
        writer.integer(place.start)
        writer.key("characterOffsetEnd")
        writer.integer(place.end)
        writer.key("ner")
        writer.string(mention.span.label)
        if let value = mention.span["value"] {
            writer.key("normalizedNER")
            writer.string(value)
        }
        if let number = mention.timex {
            writer.key("timex")
            writer.beginObject()
            writer.key("tid")
            writer.string("t\(number)")
            writer.key("type")
            writer.string(mention.span.label)
            if let value = mention.span["value"] {
                writer.key("value")
                writer.string(value)
            }
            writer.endObject()
        }
        writer.endObject()
    }

    private func write(
        _ position: Int,
        of record: AnnotatedRecord,
        from sentenceStart: Int,
        _ mention: Mention?,
        _ places: ExchangePlaces,
        _ points: ExchangePlaces,
        into writer: inout JSONWriter
    ) {
        let token = record.tokens[position]
        let surface = record.text[token.span]
        writer.beginObject()
        writer.key("index")
        writer.integer(position - sentenceStart + 1)
        writer.key("word")
        writer.string(surface)
        writer.key("originalText")
        writer.string(surface)
        if let lemma = token.lemma {
            writer.key("lemma")
            writer.string(lemma)
        }
        let (units, scalars) = (places.counted(token.span), points.counted(token.span))
        writer.key("characterOffsetBegin")
        writer.integer(units.start)
        writer.key("characterOffsetEnd")
        writer.integer(units.end)
        writer.key("codepointOffsetBegin")
        writer.integer(scalars.start)
        writer.key("codepointOffsetEnd")
        writer.integer(scalars.end)
        if let tag = token.penn {
            writer.key("pos")
            writer.string(tag)
        }
        writer.key("ner")
        writer.string(mention?.span.label ?? "O")
        let before = position == 0 ? 0 : record.tokens[position - 1].span.end
        let behind = position + 1 < record.tokens.count ? record.tokens[position + 1].span.start : record.text.span.end
        writer.key("before")
        writer.string(record.text[Span(start: min(before, token.span.start), end: token.span.start)])
        writer.key("after")
        writer.string(record.text[Span(start: token.span.end, end: max(behind, token.span.end))])
        writer.endObject()
    }

    private func write(
        _ quotes: [QuoteRecord],
        _ alignment: TokenAlignment,
        _ sentences: [Range<Int>],
        _ places: ExchangePlaces,
        into writer: inout JSONWriter
    ) {
        let quotes = quotes.filter { !$0.span.isEmpty }
        writer.list("quotes", Array(quotes.enumerated())) { element, writer in
            let quote = element.element
            let place = places.counted(quote.span)
            let tokens = alignment.tokens(touching: quote.span)
            writer.beginObject()
            writer.key("id")
            writer.integer(element.offset)
            writer.key("text")
            writer.string(places.text[quote.span])
            writer.key("beginIndex")
            writer.integer(place.start)
            writer.key("endIndex")
            writer.integer(place.end)
            writer.key("beginToken")
            writer.integer(tokens.lowerBound)
            writer.key("endToken")
            writer.integer(max(tokens.lowerBound, tokens.upperBound - 1))
            writer.key("beginSentence")
            writer.integer(sentences.firstIndex { $0.upperBound > tokens.lowerBound } ?? 0)
            writer.key("endSentence")
            writer.integer(sentences.lastIndex { $0.lowerBound < tokens.upperBound } ?? 0)
            if let speaker = quote.speaker, let mention = alignment.tokens(of: speaker.span) {
                writer.key("mention")
                writer.string(places.text[speaker.span])
                writer.key("mentionBegin")
                writer.integer(mention.lowerBound)
                writer.key("mentionEnd")
                writer.integer(mention.upperBound - 1)
            }
            writer.key("speaker")
            writer.string(quote.speaker.map { places.text[$0.span] } ?? "Unknown")
            writer.key("canonicalSpeaker")
            writer.string(quote.speaker?.canonical ?? "Unknown")
            writer.key("kind")
            writer.string(quote.kind)
            writer.endObject()
        }
    }
}
