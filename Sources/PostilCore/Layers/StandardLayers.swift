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
