import PostilCore

/// One annotation of a document, with all that a view may want to know of it.
public struct LayerAnnotation: Sendable {
    /// The document.
    public let document: Document

    /// The layer's name.
    public let layerName: LayerName

    /// The layer.
    public let layer: any AnyLayer

    /// The annotation's position in the layer.
    public let position: Int

    /// The annotation at `position`; nil where the document has no such layer or the layer no such position.
    public init?(document: Document, layerName: LayerName, position: Int) {
        guard let layer = document.layer(layerName), layer.spans.indices.contains(position) else { return nil }
        self.init(document: document, layerName: layerName, layer: layer, position: position)
    }

    init(document: Document, layerName: LayerName, layer: any AnyLayer, position: Int) {
        self.document = document
        self.layerName = layerName
        self.layer = layer
        self.position = position
    }

    /// Where it stands, in UTF-8 bytes.
    public var span: Span { layer.spans[position] }

    /// The text that it covers.
    public var text: String { document.text[span] }

    /// Its type; nil where the layer has one type.
    public var type: String? { layer.type(at: position) }

    /// Its features.
    public var features: [Feature] { layer.features(at: position) }

    /// The value of its first feature called `key`.
    public func feature(_ key: String) -> String? { features.first { $0.key == key }?.value }
}
