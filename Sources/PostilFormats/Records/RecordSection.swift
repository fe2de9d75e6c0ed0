import PostilCore

/// An array of a record, with a layer's annotations.
public enum RecordSection: Hashable, Sendable {
    /// The spans of sentences.
    case sentences
    /// Dates, times, durations and recurrences.
    case dates
    /// Numbers and quantities.
    case numbers
    /// Names.
    case entities
    /// Quotations.
    case quotes
    /// Sentiments with their ledgers.
    case sentiment
    /// Tokens.
    case tokens
    /// The annotations of a layer that has no key of its own.
    case layer(LayerName)

    /// The arrays that have keys of their own, in the order of the record.
    static let keyed: [RecordSection] = [.sentences, .dates, .numbers, .entities, .quotes, .sentiment, .tokens]

    /// The key; nil for one in `layers`.
    var key: StaticString? {
        switch self {
        case .sentences: "sentences"
        case .dates: "dates"
        case .numbers: "numbers"
        case .entities: "entities"
        case .quotes: "quotes"
        case .sentiment: "sentiment"
        case .tokens: "tokens"
        case .layer: nil
        }
    }

    /// The layer.
    var name: LayerName {
        switch self {
        case .sentences: LayerKey.sentences.name
        case .dates: LayerKey.dates.name
        case .numbers: LayerKey.numbers.name
        case .entities: LayerKey.entities.name
        case .quotes: LayerKey.quotes.name
        case .sentiment: LayerKey.sentiment.name
        case .tokens: LayerKey.tokens.name
        case .layer(let name): name
        }
    }
}
