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
        if let tokens = layer as? Layer<Token> {
            TokenWriter.write(tokens, map: map, into: &writer)
        } else {
            writeAnnotations(of: layer, map: map, rules: rules, into: &writer)
        }
        writer.endArray()
        writer.endObject()
    }

    private static func writeAnnotations(
        of layer: any AnyLayer,
        map: OffsetMap,
        rules: RuleTable?,
        into writer: inout JSONWriter
    ) {
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
    }

    /// Writes features as an object; those of one key that follow each other as an array.
    private static func write(_ features: [Feature], into writer: inout JSONWriter) {
        guard !features.isEmpty else { return }
        writer.key("features")
        writer.beginObject()
        var index = 0
        while index < features.count {
            let key = features[index].key
            let end = features[index...].firstIndex { $0.key != key } ?? features.count
            writer.key(escaping: key)
            if end - index > 1 { writer.beginArray() }
            for feature in features[index..<end] { writer.string(feature.value) }
            if end - index > 1 { writer.endArray() }
            index = end
        }
        writer.endObject()
    }
}

extension OffsetMap {
    /// The place of `span`, which is in UTF-8 bytes, in the map's unit.
    func span(of span: Span) -> Span { Span(start: offset(of: span.start), end: offset(of: span.end)) }
}
