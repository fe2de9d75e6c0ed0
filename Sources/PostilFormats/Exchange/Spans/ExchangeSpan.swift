import PostilCore

/// An annotation in the form that layers of all kinds have in common, as other formats hold it.
///
/// Features have the names of the record's fields, those without a value left out. Places of the text in them count
/// UTF-8 bytes, and stand under keys that end in `.span` or `.spans`.
public struct ExchangeSpan: Hashable, Sendable {
    /// Where it stands, in UTF-8 bytes of the text.
    public var span: Span

    /// Its layer.
    public var layer: LayerName

    /// Its type within the layer, such as `GPE` or `DATE`; the layer's name where it has none.
    public var label: String

    /// Its properties.
    public var features: [Feature]

    /// How sure it is, from 0 to 1.
    public var score: Double?

    /// Makes a span.
    public init(span: Span, layer: LayerName, label: String, features: [Feature] = [], score: Double? = nil) {
        self.span = span
        self.layer = layer
        self.label = label
        self.features = features
        self.score = score
    }

    /// A span of a format that names no layers: that which has such labels in Postil, or that of names.
    init(span: Span, label: String, features: [Feature] = [], score: Double? = nil) {
        let layer = ExchangeSpan.layersByLabel[label] ?? LayerKey.entities.name
        self.init(span: span, layer: layer, label: label, features: features, score: score)
    }

    /// The label of sentences.
    static let sentenceLabel = "Sentence"

    private static let layersByLabel: [String: LayerName] = {
        var layers: [String: LayerName] = [sentenceLabel: LayerKey.sentences.name]
        for label in ["DATE", "TIME", "DURATION", "SET"] { layers[label] = LayerKey.dates.name }
        for label in ["CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"] { layers[label] = LayerKey.numbers.name }
        for label in ["direct", "indirect", "mixed", "scare"] { layers[label] = LayerKey.quotes.name }
        return layers
    }()

    /// The value of a feature; nil where there is none.
    subscript(key: String) -> String? { features.first { $0.key == key }?.value }
}

extension ExchangeSpan {
    /// The features with `transform` of each place in them; nil where one is no place or has none.
    func features(mappingSpans transform: (Span) -> Span?) -> [Feature]? {
        var mapped: [Feature] = []
        for feature in features {
            guard feature.key.hasSuffix(OpenValue.spanSuffix) || feature.key.hasSuffix(ExchangeSpan.listSuffix) else {
                mapped.append(feature)
                continue
            }
            var places: [String] = []
            for piece in feature.value.split(separator: " ", omittingEmptySubsequences: false) {
                // A value that is written in another way is not a place: OpenValue leaves such as it is.
                guard let span = Span(String(piece)) else {
                    places.append(String(piece))
                    continue
                }
                guard let place = transform(span) else { return nil }
                places.append(place.description)
            }
            mapped.append(Feature(feature.key, places.joined(separator: " ")))
        }
        return mapped
    }

    /// The end of the keys of features that hold several places.
    static let listSuffix = ".spans"
}
