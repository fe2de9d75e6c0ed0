/// What an annotation says where no Swift type fixes it: a type and features, as a rule file or a plugin in
/// another language makes them.
///
/// A feature whose key ends in `.span` holds a place of the text, a ``Span`` as `start:end`; a record counts
/// it in its own unit, as it does the annotation's own offsets.
public struct OpenValue: LayerValue {
    /// The annotation's type within its layer; nil where it has none.
    public let type: String?

    /// The properties, in the order in which their maker gave them.
    public let features: [Feature]

    /// Makes a value.
    public init(type: String?, features: [Feature] = []) {
        self.type = type
        self.features = features
    }

    /// The value with `transform` of the places in its features.
    public func mappingSpans(_ transform: (Span) -> Span) -> OpenValue {
        guard features.contains(where: { $0.key.hasSuffix(OpenValue.spanSuffix) }) else { return self }
        return OpenValue(
            type: type,
            features: features.map { feature in
                guard feature.key.hasSuffix(OpenValue.spanSuffix), let span = Span(feature.value) else {
                    return feature
                }
                return Feature(feature.key, transform(span).description)
            }
        )
    }

    /// The end of the keys of features that hold places.
    public static let spanSuffix = ".span"

    /// The value of the feature `key`; nil where there is none.
    ///
    /// - Complexity: O(the number of features).
    public subscript(key: String) -> String? { features.first { $0.key == key }?.value }
}
