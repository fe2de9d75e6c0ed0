import PostilCore
import PostilFormats

extension ConformanceRun {
    /// Checks each layer that the annotator made: its spans, rules, scores and values.
    mutating func checkLayers() {
        for trial in trials {
            guard let output = trial.output else { continue }
            for key in annotator.provides {
                guard let layer = output.layer(key.name) else { continue }
                annotationCounts[key.name, default: 0] += layer.spans.count
                checkSpans(of: layer, key: key, in: trial.sample)
                checkSpansOfValues(of: layer, key: key, in: trial.sample)
                checkEvidence(of: layer, key: key, in: trial.sample)
                checkValues(of: layer, key: key, in: trial.sample)
            }
        }
    }

    /// Records the first span of a layer that breaks a requirement, for each requirement.
    private mutating func checkSpans(of layer: any AnyLayer, key: AnyLayerKey, in sample: TextSample) {
        let text = sample.text
        func isInBounds(_ span: Span) -> Bool { span.start <= span.end && Int(span.end) <= text.count }
        if let span = layer.spans.first(where: { !isInBounds($0) }) {
            recorder.record(
                .spansInBounds,
                "\(span) does not lie in the text of \(text.count) bytes: count UTF-8 bytes, ends behind starts",
                layer: key.name,
                in: sample,
                at: span
            )
        }
        if let span = layer.spans.first(where: { isInBounds($0) && !$0.isEmpty && !isOnBoundaries($0, of: text) }) {
            recorder.record(
                .scalarBoundaries,
                "\(span) cuts a character in two: end spans only where Text.isScalarBoundary says so",
                layer: key.name,
                in: sample,
                at: span
            )
        }
        if let span = layer.spans.first(where: { $0.start == $0.end }) {
            recorder.record(
                .nonEmptySpans,
                "\(span) holds no text: annotate some, or nothing",
                layer: key.name,
                in: sample,
                at: span
            )
        }
        let pairs = zip(layer.spans, layer.spans.dropFirst())
        if let (first, second) = pairs.first(where: { $1 < $0 }) {
            recorder.record(
                .sortedSpans,
                "\(second) stands behind \(first): build the layer with LayerBuilder, which sorts",
                layer: key.name,
                in: sample,
                at: second
            )
        } else if key.neverOverlaps, let (first, second) = pairs.first(where: { $0.overlaps($1) }) {
            recorder.record(
                .separateSpans,
                "\(first) and \(second) overlap, which the layer's key excludes: keep one of them",
                layer: key.name,
                in: sample,
                at: second
            )
        }
    }

    /// Records the first span in a value of a layer that breaks a requirement, for each requirement.
    private mutating func checkSpansOfValues(of layer: any AnyLayer, key: AnyLayerKey, in sample: TextSample) {
        let text = sample.text
        let found = layer.spans.indices.lazy.flatMap { position in
            layer.spansOfValue(at: position).lazy.map { (of: layer.spans[position], span: $0) }
        }
        func isInBounds(_ span: Span) -> Bool { span.start <= span.end && Int(span.end) <= text.count }
        if let (annotated, span) = found.first(where: { !isInBounds($0.span) }) {
            recorder.record(
                .spansInBounds,
                "\(span) in the value of \(annotated) does not lie in the text of \(text.count) bytes",
                layer: key.name,
                in: sample,
                at: annotated
            )
        }
        if let (annotated, span) = found.first(where: { isInBounds($0.span) && !isOnBoundaries($0.span, of: text) }) {
            recorder.record(
                .scalarBoundaries,
                "\(span) in the value of \(annotated) cuts a character in two",
                layer: key.name,
                in: sample,
                at: annotated
            )
        }
    }

    private func isOnBoundaries(_ span: Span, of text: Text) -> Bool {
        text.isScalarBoundary(span.start) && text.isScalarBoundary(span.end)
    }

    private mutating func checkEvidence(of layer: any AnyLayer, key: AnyLayerKey, in sample: TextSample) {
        let rules = annotator.rules
        for (position, span) in layer.spans.enumerated() {
            let rule = layer.rule(at: position)
            guard rule != .unspecified, rules[rule] == nil else { continue }
            recorder.record(
                .knownRules,
                "\(span) names rule \(rule.rawValue) of a table of \(rules.rules.count): add the rule to 'rules'",
                layer: key.name,
                in: sample,
                at: span
            )
            break
        }
        for (position, span) in layer.spans.enumerated() {
            guard let score = layer.score(at: position), !(0...1).contains(score) else { continue }
            recorder.record(
                .scoreRange,
                "\(span) has the score \(score): a score is from 0 to 1",
                layer: key.name,
                in: sample,
                at: span
            )
            break
        }
    }

    /// Checks that values come back from their general form, and that form from JSON; adds both to the
    /// fingerprint of the output.
    private mutating func checkValues(of layer: any AnyLayer, key: AnyLayerKey, in sample: TextSample) {
        if let position = layer.spans.indices.first(where: { !layer.isRestored(at: $0) }) {
            recorder.record(
                .restoredValues,
                "\(layer.spans[position]): the value does not come back from its type and features "
                    + "\(general(layer, at: position)): let init(type:features:) read all that they write",
                layer: key.name,
                in: sample,
                at: layer.spans[position]
            )
        }
        var writer = JSONWriter()
        writer.beginArray()
        for position in layer.spans.indices { writer.value(general(layer, at: position)) }
        writer.endArray()
        writer.buffer.withBytes { fingerprint.combine(UnsafeRawBufferPointer($0)) }
        combine(layer, of: key)
        let restored = writer.buffer.withBytes { bytes in
            Result { () throws(JSONError) in try JSONValue(parsing: bytes) }
        }
        guard case .success(.array(let values)) = restored else {
            recorder.record(.restoredJSON, "the features are not readable as JSON again", layer: key.name, in: sample)
            return
        }
        for (position, span) in layer.spans.enumerated() where values[position] != general(layer, at: position) {
            recorder.record(
                .restoredJSON,
                "\(span): \(values[position]) became \(general(layer, at: position)): "
                    + "give type and features the same for one value always, in one order",
                layer: key.name,
                in: sample,
                at: span
            )
            break
        }
    }

    /// An annotation's type and features as records have them.
    private func general(_ layer: any AnyLayer, at position: Int) -> JSONValue {
        [
            "type": layer.type(at: position).map { .string($0) } ?? .null,
            "features": .array(
                layer.features(at: position).map { ["key": .string($0.key), "value": .string($0.value)] }
            ),
        ]
    }

    private mutating func combine(_ layer: any AnyLayer, of key: AnyLayerKey) {
        fingerprint.combine(key.name.rawValue)
        for (position, span) in layer.spans.enumerated() {
            combine(span.start)
            combine(span.end)
            combine(UInt32(layer.rule(at: position).rawValue))
            combine(layer.score(at: position)?.bitPattern ?? .max)
        }
    }

    private mutating func combine(_ number: UInt32) {
        withUnsafeBytes(of: number.littleEndian) { fingerprint.combine($0) }
    }
}
