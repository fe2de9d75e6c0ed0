import Postil

/// Which annotations are looked for: those of a layer, perhaps of one type, made by one rule, with one value.
struct AnnotationQuery: Hashable {
    var layer: LayerName
    var type: String?
    var rule: String?
    var value: String?

    init(layer: LayerName) { self.layer = layer }

    /// Reads `LAYER`, behind which may stand `:TYPE`, `#RULE` and `=VALUE`, in this order.
    init(_ text: String) {
        var rest = text[...]
        func take(from mark: Character) -> String? {
            guard let place = rest.firstIndex(of: mark) else { return nil }
            defer { rest = rest[..<place] }
            return String(rest[rest.index(after: place)...])
        }
        value = take(from: "=")
        rule = take(from: "#").flatMap { $0.isEmpty ? nil : $0 }
        type = take(from: ":").flatMap { $0.isEmpty ? nil : $0 }
        layer = LayerName(rawValue: String(rest))
    }

    /// Whether `text` is to be read as a query and not as words: a name stands before a mark of one.
    static func isMeant(by text: String) -> Bool {
        guard let mark = text.firstIndex(where: { ":#=".contains($0) }) else { return false }
        return mark > text.startIndex && text[..<mark].allSatisfy { $0.isLetter || "._-".contains($0) }
    }

    /// The annotations of `document` that fit, in document order.
    ///
    /// - Parameter rules: The rules of the document's annotators; empty where the query names no rule.
    /// - Complexity: O(annotations of the layer).
    func matches(in document: Document, rules: [AnnotatorName: RuleTable] = [:]) -> [LayerAnnotation] {
        guard let layer = document.layer(layer) else { return [] }
        let table = document.provider(of: self.layer).flatMap { rules[$0] }
        return layer.spans.indices.lazy.map {
            LayerAnnotation(document: document, layerName: self.layer, layer: layer, position: $0)
        }.filter { fits($0, table) }
    }

    private func fits(_ annotation: LayerAnnotation, _ rules: RuleTable?) -> Bool {
        if let type, annotation.type != type { return false }
        if let rule, rules?[annotation.layer.rule(at: annotation.position)]?.name != rule { return false }
        guard let value else { return true }
        return annotation.features.contains { feature in
            value.last == "*" ? feature.value.hasPrefix(value.dropLast()) : feature.value == value
        }
    }
}

extension Session {
    /// Reads a query; its layer is one that the pipeline makes, and its rule one that this layer's annotator has.
    func query(_ text: String) throws(CommandError) -> AnnotationQuery {
        var query = AnnotationQuery(text)
        let made = state.pipeline.provides.map(\.name)
        if !made.contains(query.layer) {
            let fitting = made.filter { $0.rawValue.hasPrefix(query.layer.rawValue) && !query.layer.rawValue.isEmpty }
            guard let only = fitting.first, fitting.count == 1 else {
                let listed = made.map(\.rawValue).joined(separator: ", ")
                throw .failed("there is no layer '\(query.layer)': the pipeline makes \(listed)")
            }
            query.layer = only
        }
        if let rule = query.rule {
            let step = state.pipeline.steps.first { $0.provides.contains { $0.name == query.layer } }
            let names = step?.rules.rules.map(\.name) ?? []
            guard names.contains(rule) else {
                let near = Spelling.nearest(to: rule, among: names)
                throw .failed(
                    "'\(query.layer)' has no rule '\(rule)'"
                        + (near.map { ": did you mean '\($0)'?" } ?? "; .freq \(query.layer) rule lists those in use")
                )
            }
        }
        return query
    }

    /// The annotations of a document that fit a query.
    func matches(_ query: AnnotationQuery, in document: Document) -> [LayerAnnotation] {
        query.matches(in: document, rules: ruleTables)
    }

    /// The rules of the annotators in use, by annotator.
    var ruleTables: [AnnotatorName: RuleTable] {
        Dictionary(state.pipeline.steps.map { ($0.name, $0.rules) }) { first, _ in first }
    }
}
