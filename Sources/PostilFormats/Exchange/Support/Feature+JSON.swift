import PostilCore

extension Feature {
    /// The features in a list of objects with `key` and `value`, as records have them; others are passed over.
    static func list(_ value: JSONValue?) -> [Feature] {
        (value?.array ?? []).compactMap { element in
            guard let key = element["key"]?.string, let value = element["value"]?.string else { return nil }
            return Feature(key, value)
        }
    }
}

extension JSONWriter {
    /// Writes features as records have them.
    mutating func features(_ features: [Feature]) {
        list("features", features) { feature, writer in
            writer.beginObject()
            writer.key("key")
            writer.string(feature.key)
            writer.key("value")
            writer.string(feature.value)
            writer.endObject()
        }
    }
}
