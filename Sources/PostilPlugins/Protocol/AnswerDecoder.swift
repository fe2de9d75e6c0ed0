import PostilCore
import PostilFormats

/// Makes layers of a program's answers, and refuses what the manifest does not announce.
struct AnswerDecoder: Sendable {
    let manifest: PluginManifest
    let keys: [AnyLayerKey]
    let rules: RuleTable

    init(_ manifest: PluginManifest) {
        self.manifest = manifest
        keys = manifest.provides.map { LayerTypes.key(of: $0.name, mayOverlap: $0.mayOverlap) }
        rules = RuleTable(manifest.rules)
    }

    /// Adds the layers of `answer` to the output for `document`.
    func decode(_ answer: Answer, for document: DocumentView, into output: inout LayerOutput) throws(AnnotationError) {
        if let failure = answer.failure {
            throw AnnotationError(code: .pluginFailed, message: AnswerDecoder.text(failure) ?? "gives no reason")
        }
        let found = try layers(of: answer)
        var map: OffsetMap?
        for (key, layer) in zip(keys, manifest.provides) {
            guard let annotations = found.first(where: { $0.name == key.name })?.annotations else {
                throw AnnotationError(
                    code: .layerNotProvided,
                    message: "is not in the answer; where nothing is found its annotations are []",
                    layer: key.name
                )
            }
            if map == nil, annotations.raw.count > 2 { map = OffsetMap(text: document.text, unit: manifest.offsetUnit) }
            let offsets = map ?? OffsetMap(text: "", unit: manifest.offsetUnit)
            let reader = AnnotationRowReader(layer: key.name, text: document.text, map: offsets, rules: rules)
            let rows = try reader.rows(annotations)
            try check(rows, of: layer)
            try LayerAssembly.provide(rows, of: key, map: offsets, in: &output)
        }
        warn(answer.warnings, &output)
    }

    private func layers(of answer: Answer) throws(AnnotationError) -> [(name: LayerName, annotations: JSONRawValue)] {
        if let annotations = answer.annotations, let only = keys.first, keys.count == 1 {
            return [(only.name, annotations)]
        }
        guard let list = answer.layers else {
            throw AnnotationError(
                code: .layerNotProvided,
                message: keys.count == 1
                    ? "the answer has neither \"annotations\" nor \"layers\""
                    : "the answer has no \"layers\", and the plugin provides \(keys.count)"
            )
        }
        let layers = try NamedLayers.read(list)
        if let undeclared = layers.first(where: { layer in !keys.contains { $0.name == layer.name } }) {
            throw AnnotationError(
                code: .undeclaredWrite,
                message: "is in the answer, but not in the \"provides\" of the plugin's manifest",
                layer: undeclared.name
            )
        }
        return layers
    }

    /// Checks types and features against the manifest, where it lists them.
    private func check(_ rows: [AnnotationRow], of layer: PluginLayer) throws(AnnotationError) {
        if let types = layer.types, let row = rows.first(where: { !types.contains($0.type ?? "") }) {
            throw undeclared("the type \(row.type.map { "'\($0)'" } ?? "null")", "types", row, layer.name)
        }
        guard let features = layer.features else { return }
        for row in rows {
            if let feature = row.features.first(where: { !features.contains($0.key) }) {
                throw undeclared("the feature '\(feature.key)'", "features", row, layer.name)
            }
        }
    }

    private func undeclared(_ what: String, _ list: String, _ row: AnnotationRow, _ layer: LayerName) -> AnnotationError
    {
        AnnotationError(
            code: .invalidValue,
            message: "has \(what), which is not among the \"\(list)\" of the layer in the plugin's manifest",
            layer: layer,
            span: row.span
        )
    }

    private func warn(_ warnings: JSONRawValue?, _ output: inout LayerOutput) {
        guard let warnings, var elements = try? warnings.elements() else { return }
        var count = 0
        while count < AnswerDecoder.warningsKept, let element = try? elements.next() {
            if let text = AnswerDecoder.text(element) { output.warn(.pluginWarning, text) }
            count += 1
        }
    }

    /// How many warnings of one answer are kept.
    private static let warningsKept = 20

    /// A message of the program, on one line and not too long.
    private static func text(_ value: JSONRawValue) -> String? {
        guard let text = try? value.string() else { return nil }
        return StandardErrorTail.oneLine(text)
    }
}
