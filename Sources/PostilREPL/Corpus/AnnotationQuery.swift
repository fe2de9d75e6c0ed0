import Postil

/// Which annotations are looked for: those of a layer, perhaps of one type, perhaps with one value.
struct AnnotationQuery: Hashable {
    let layer: LayerName
    let type: String?
    let value: String?

    /// Reads `layer`, `layer:TYPE`, `layer=VALUE` or `layer:TYPE=VALUE`.
    init(_ text: String) {
        let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = sides.first ?? ""
        let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        layer = LayerName(rawValue: String(parts.first ?? ""))
        type = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
        value = sides.count > 1 ? String(sides[1]) : nil
    }

    init(layer: LayerName, type: String?, value: String?) {
        self.layer = layer
        self.type = type
        self.value = value
    }

    /// The annotations of `document` that fit, in document order.
    ///
    /// - Complexity: O(annotations of the layer).
    func matches(in document: Document) -> [LayerAnnotation] {
        guard let layer = document.layer(layer) else { return [] }
        return layer.spans.indices.lazy.map {
            LayerAnnotation(document: document, layerName: self.layer, layer: layer, position: $0)
        }.filter(fits)
    }

    private func fits(_ annotation: LayerAnnotation) -> Bool {
        if let type, annotation.type != type { return false }
        guard let value else { return true }
        return annotation.features.contains { feature in
            value.last == "*" ? feature.value.hasPrefix(value.dropLast()) : feature.value == value
        }
    }
}

extension Session {
    /// Reads a query; its layer is one that the pipeline makes.
    func query(_ text: String) throws(CommandError) -> AnnotationQuery {
        let query = AnnotationQuery(text)
        let made = state.pipeline.provides.map(\.name)
        guard !made.contains(query.layer) else { return query }
        let fitting = made.filter { $0.rawValue.hasPrefix(query.layer.rawValue) && !query.layer.rawValue.isEmpty }
        guard let only = fitting.first, fitting.count == 1 else {
            let listed = made.map(\.rawValue).joined(separator: ", ")
            throw .failed("there is no layer '\(query.layer)': the pipeline makes \(listed)")
        }
        return AnnotationQuery(layer: only, type: query.type, value: query.value)
    }
}
