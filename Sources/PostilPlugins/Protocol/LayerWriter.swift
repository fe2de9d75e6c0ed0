import PostilCore
import PostilFormats

/// Writes layers as messages have them.
enum LayerWriter {
    /// Writes a layer with its name; offsets, those in values too, in the unit of `map`.
    ///
    /// - Parameter rules: The rules that annotations name; nil where the reader is not to know them.
    static func write(
        _ layer: any AnyLayer,
        name: LayerName,
        map: OffsetMap,
        rules: RuleTable?,
        into writer: inout JSONWriter
    ) {
        writer.beginObject()
        writer.key("name")
        writer.string(name.rawValue)
        writer.key("annotations")
        writer.beginArray()
        for (position, span) in layer.spans.enumerated() {
            writer.beginObject()
            writer.key("start")
            writer.integer(map.offset(of: span.start))
            writer.key("end")
            writer.integer(map.offset(of: span.end))
            if let type = layer.type(at: position) {
                writer.key("type")
                writer.string(type)
            }
            write(layer.features(at: position) { map.span(of: $0) }, into: &writer)
            if let score = layer.score(at: position) {
                writer.key("score")
                writer.double(Double(score))
            }
            if let rule = rules?[layer.rule(at: position)] {
                writer.key("rule")
                writer.string(rule.name)
            }
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
    }

    private static func write(_ features: [Feature], into writer: inout JSONWriter) {
        guard !features.isEmpty else { return }
        writer.key("features")
        writer.beginArray()
        for feature in features {
            writer.beginObject()
            writer.key("key")
            writer.string(feature.key)
            writer.key("value")
            writer.string(feature.value)
            writer.endObject()
        }
        writer.endArray()
    }
}

extension OffsetMap {
    /// The place of `span`, which is in UTF-8 bytes, in the map's unit.
    func span(of span: Span) -> Span { Span(start: offset(of: span.start), end: offset(of: span.end)) }
}
