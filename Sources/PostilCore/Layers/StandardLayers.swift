extension LayerKey where Value == Unvalued {
    /// Paragraphs: stretches between blank lines or, in text without them, lines; without outer white
    /// space, never overlapping.
    public static var paragraphs: LayerKey<Unvalued> { LayerKey("paragraphs", neverOverlaps: true) }

    /// Sentences, without outer white space, never overlapping, none longer than its paragraph.
    public static var sentences: LayerKey<Unvalued> { LayerKey("sentences", neverOverlaps: true) }
}

extension LayerKey where Value == Token {
    /// Words as Universal Dependencies' English-EWT has them, never overlapping.
    public static var tokens: LayerKey<Token> { LayerKey("tokens", neverOverlaps: true) }
}

extension LayerKey where Value == DateValue {
    /// Dates, times, durations and recurrences with TIMEX3 extents, never overlapping: no leading
    /// preposition, determiners and *ago* inside.
    public static var dates: LayerKey<DateValue> { LayerKey("dates", neverOverlaps: true) }
}

extension LayerKey where Value == NumberValue {
    /// Numbers, amounts and quantities, each with its approximator and unit; they never overlap.
    public static var numbers: LayerKey<NumberValue> { LayerKey("numbers", neverOverlaps: true) }
}

extension LayerKey where Value == TokenTag {
    /// The parts of speech: one for each token, with its span and at its position.
    public static var tags: LayerKey<TokenTag> { LayerKey("tags", neverOverlaps: true) }
}

extension LayerKey where Value == Lemma {
    /// The lemmas: one for each token, with its span and at its position.
    public static var lemmas: LayerKey<Lemma> { LayerKey("lemmas", neverOverlaps: true) }
}

extension LayerKey where Value == EntityValue {
    /// Names without titles, leading *the* and possessive endings, never overlapping.
    public static var entities: LayerKey<EntityValue> { LayerKey("entities", neverOverlaps: true) }
}

extension LayerKey where Value == QuoteValue {
    /// Quotations: direct with their marks, indirect as content clauses, both mixed; they may nest, and one
    /// that is interrupted spans what interrupts it.
    public static var quotes: LayerKey<QuoteValue> { LayerKey("quotes") }
}

extension LayerKey where Value == SentimentValue {
    /// The sentiment of the whole text, of each sentence, and of what sentences say about the things and
    /// people that they mention.
    public static var sentiment: LayerKey<SentimentValue> { LayerKey("sentiment") }
}
