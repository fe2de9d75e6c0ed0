/// A sentiment with the ledger that says why.
///
/// The contributions of ``terms`` add up to ``score`` exactly.
public struct SentimentValue: LayerValue {
    /// Whether the whole text, a sentence, or something that a sentence mentions is meant.
    public var level: SentimentLevel

    /// The name of the thing or person that a ``SentimentLevel/target`` is about, or whose words a
    /// ``SentimentLevel/quote`` is; nil for other levels.
    public var target: String?

    /// Which way the sentiment goes.
    public var polarity: SentimentPolarity

    /// How far it goes, from -1 to 1.
    public var score: SentimentScore

    /// What the score is made of, in the order of the text.
    public var terms: [SentimentTerm]

    /// Makes a value.
    public init(
        _ level: SentimentLevel,
        target: String? = nil,
        polarity: SentimentPolarity,
        score: SentimentScore,
        terms: [SentimentTerm]
    ) {
        self.level = level
        self.target = target
        self.polarity = polarity
        self.score = score
        self.terms = terms
    }
}

extension SentimentValue {
    /// The level's name.
    public var type: String? { level.rawValue }

    /// The target where there is one, the polarity, the score in steps of ``SentimentScore``, then one
    /// `term` for each term.
    public var features: [Feature] {
        (target.map { [Feature("target", $0)] } ?? [])
            + [Feature("polarity", polarity.rawValue), Feature("score", String(score.rawValue))]
            + terms.map { Feature("term", $0.description) }
    }

    /// The value of a level with the features that ``features`` writes.
    public init?(type: String?, features: [Feature]) {
        guard let level = type.flatMap(SentimentLevel.init(rawValue:)) else { return nil }
        var rest = features[...]
        let target = rest.first?.key == "target" ? rest.removeFirst().value : nil
        guard rest.prefix(2).map(\.key) == ["polarity", "score"],
            let polarity = SentimentPolarity(rawValue: rest.removeFirst().value),
            let steps = Int32(rest.removeFirst().value),
            rest.allSatisfy({ $0.key == "term" })
        else { return nil }
        let terms = rest.map { SentimentTerm($0.value) }
        guard !terms.contains(nil) else { return nil }
        self.init(
            level,
            target: target,
            polarity: polarity,
            score: SentimentScore(rawValue: steps),
            terms: terms.compactMap(\.self)
        )
    }

    /// The value with the spans of its terms mapped.
    public func mappingSpans(_ transform: (Span) -> Span) -> SentimentValue {
        var mapped = self
        for index in mapped.terms.indices { mapped.terms[index].span = transform(mapped.terms[index].span) }
        return mapped
    }
}
