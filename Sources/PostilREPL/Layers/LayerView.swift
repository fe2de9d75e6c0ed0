import PostilCore

/// How the annotations of a layer are shown, and what a session can do with them besides.
///
/// A layer without a view of its own is shown by its types and features (``StandardLayerView``); a layer that
/// knows better brings a view, as a plugin's can. A view only says less or more; frames, colours and widths
/// are the session's matter.
public protocol LayerView: Sendable {
    /// The few words that stand under an annotation, behind its number; empty for none.
    func label(of annotation: LayerAnnotation) -> String

    /// The features that a person wants to see, in order.
    func features(of annotation: LayerAnnotation) -> [Feature]

    /// The whole layer as rows, for `.view LAYER`; nil where there is no such view.
    func overview(of page: LayerPage) -> [String]?

    /// The commands that the layer adds to the session, such as `.speakers` or `.ledger`.
    var commands: [LayerCommand] { get }
}

extension LayerView {
    /// The type, then the value where the annotation has a feature of that name.
    public func label(of annotation: LayerAnnotation) -> String {
        [annotation.type, annotation.feature("value")].compactMap { $0 }.joined(separator: " ")
    }

    /// All features.
    public func features(of annotation: LayerAnnotation) -> [Feature] { annotation.features }

    /// None.
    public func overview(of page: LayerPage) -> [String]? { nil }

    /// None.
    public var commands: [LayerCommand] { [] }
}

/// Shows a layer by its types and features.
public struct StandardLayerView: LayerView {
    /// The view.
    public init() {}
}
