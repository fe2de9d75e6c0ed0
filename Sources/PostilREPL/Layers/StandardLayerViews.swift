import PostilCore

/// Shows tokens: the kind of those that are neither plain words nor marks, and no hash.
struct TokenLayerView: LayerView {
    func label(of annotation: LayerAnnotation) -> String {
        let plain = [TokenKind.word.name, TokenKind.punctuation.name]
        return annotation.type.flatMap { plain.contains($0) ? nil : $0 } ?? ""
    }

    func features(of annotation: LayerAnnotation) -> [Feature] {
        annotation.features.filter { $0.key != "hash" }
    }
}

/// Shows dates: resolved, else as they stand by themselves.
struct DateLayerView: LayerView {
    func label(of annotation: LayerAnnotation) -> String {
        [annotation.type, annotation.feature("value") ?? annotation.feature("timex")]
            .compactMap { $0 }.joined(separator: " ")
    }
}

/// Shows numbers: the value, or its bounds, with what it counts.
struct NumberLayerView: LayerView {
    func label(of annotation: LayerAnnotation) -> String {
        let bounds = [annotation.feature("low"), annotation.feature("high")]
        let value =
            annotation.feature("value")
            ?? (bounds.contains { $0 != nil } ? bounds.map { $0 ?? "" }.joined(separator: "..") : nil)
        let unit = annotation.type == "PERCENT" ? nil : annotation.feature("currency") ?? annotation.feature("unit")
        return [annotation.type, value, unit].compactMap { $0 }.joined(separator: " ")
    }
}

/// Shows names: the kind, and the canonical form where the text has another.
struct EntityLayerView: LayerView {
    func label(of annotation: LayerAnnotation) -> String {
        let canonical = annotation.feature("canonical").flatMap { $0 == annotation.text ? nil : $0 }
        return [annotation.type, canonical].compactMap { $0 }.joined(separator: " ")
    }
}
