import PostilCore

/// How the annotations of a layer are shown.
///
/// A layer without a view of its own is shown by its types and features (``StandardLayerView``); an
/// annotator that knows better brings a view, as a plugin can. A view only says less or more; frames,
/// colours and widths are the session's matter.
public protocol LayerView: Sendable {
    /// The few words that stand under an annotation, behind its number; empty for none.
    func label(of annotation: LayerAnnotation) -> String

    /// The features that a person wants to see, in order.
    func features(of annotation: LayerAnnotation) -> [Feature]

    /// The whole layer as rows, for `.view LAYER`: a list of speakers, a ledger; nil where there is no such
    /// view.
    func overview(of layer: any AnyLayer, in document: Document) -> [String]?
}

extension LayerView {
    /// The type, then the value where the annotation has a feature of that name.
    public func label(of annotation: LayerAnnotation) -> String {
        [annotation.type, annotation.feature("value")].compactMap { $0 }.joined(separator: " ")
    }

    /// All features.
    public func features(of annotation: LayerAnnotation) -> [Feature] { annotation.features }

    /// None.
    public func overview(of layer: any AnyLayer, in document: Document) -> [String]? { nil }
}

/// Shows a layer by its types and features.
public struct StandardLayerView: LayerView {
    /// The view.
    public init() {}
}

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
