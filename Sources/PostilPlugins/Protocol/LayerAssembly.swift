import PostilCore

/// Makes typed layers of the rows of a message, and puts them where they belong.
enum LayerAssembly {
    /// Makes the layer of `key` of `rows`, which may come in any order.
    ///
    /// - Throws: ``AnnotationError`` with the code `invalid-value` where a row's type and features make no value of
    ///   the layer, `invalid-span` where a place in a value lies outside the text, or where two annotations overlap
    ///   in a layer that excludes it.
    static func layer<Value: LayerValue>(
        _ rows: [AnnotationRow],
        of key: LayerKey<Value>,
        map: OffsetMap
    ) throws(AnnotationError) -> Layer<Value> {
        var builder = LayerBuilder<Value>()
        for row in rows {
            guard let value = Value(type: row.type, features: row.features) else {
                throw AnnotationError(
                    code: .invalidValue,
                    message: "type \(row.type.map { "'\($0)'" } ?? "null") with the features "
                        + "\(row.features.map { "\($0.key)=\($0.value)" }) makes no value of the layer",
                    layer: key.name,
                    span: row.span
                )
            }
            builder.append(row.span, try moved(value, of: row, key.name, map), rule: row.rule, score: row.score)
        }
        let layer = builder.build()
        if key.neverOverlaps,
            let pair = zip(layer.spans, layer.spans.dropFirst()).first(where: { $0.overlaps($1) })
        {
            throw AnnotationError(
                code: .invalidSpan,
                message: "\(pair.0) and \(pair.1) overlap, which the layer excludes: keep one of them",
                layer: key.name,
                span: pair.1
            )
        }
        return layer
    }

    /// `value` with its places in the text's own offsets.
    private static func moved<Value: LayerValue>(
        _ value: Value,
        of row: AnnotationRow,
        _ layer: LayerName,
        _ map: OffsetMap
    ) throws(AnnotationError) -> Value {
        var invalid: Span?
        let moved = value.mappingSpans { span in
            guard let start = map.byteOffset(of: span.start), let end = map.byteOffset(of: span.end) else {
                invalid = invalid ?? span
                return span
            }
            return Span(start: start, end: end)
        }
        guard let invalid else { return moved }
        throw AnnotationError(
            code: .invalidSpan,
            message: "\(invalid), a place in a value, lies outside the text or cuts a character in two",
            layer: layer,
            span: row.span
        )
    }

    /// Adds the layer of `key` to an annotator's output.
    static func provide(
        _ rows: [AnnotationRow],
        of key: AnyLayerKey,
        map: OffsetMap,
        in output: inout LayerOutput
    ) throws(AnnotationError) {
        func open<Value: LayerValue>(_ type: Value.Type) throws(AnnotationError) {
            let key = LayerKey<Value>(key.name, neverOverlaps: key.neverOverlaps)
            try output.provide(try layer(rows, of: key, map: map), for: key)
        }
        let type: any LayerValue.Type = key.valueType ?? OpenValue.self
        try open(type)
    }

    /// Adds the layer of `key` to a document.
    static func provide(
        _ rows: [AnnotationRow],
        of key: AnyLayerKey,
        map: OffsetMap,
        in document: inout Document,
        by provider: AnnotatorName
    ) throws(AnnotationError) {
        func open<Value: LayerValue>(_ type: Value.Type) throws(AnnotationError) {
            let key = LayerKey<Value>(key.name, neverOverlaps: key.neverOverlaps)
            try document.provide(try layer(rows, of: key, map: map), for: key, by: provider)
        }
        let type: any LayerValue.Type = key.valueType ?? OpenValue.self
        try open(type)
    }
}
