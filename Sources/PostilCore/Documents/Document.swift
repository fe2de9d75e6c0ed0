/// A text with its context and its layers, as a value.
///
/// The text never changes and a layer, once provided, is never overwritten; annotating makes a new
/// value that shares the old one's storage. So a position in a layer is a stable reference, going back
/// to an earlier state costs nothing, and nothing needs a lock.
public struct Document: Sendable {
    /// The caller's name for the document.
    public var identifier: String { origin.identifier }

    /// The text.
    public var text: Text { origin.text }

    /// What is known besides the text.
    public var context: DocumentContext { origin.context }

    /// What went wrong while annotating: an entry for each annotator that failed.
    public private(set) var failures: [AnnotationError] = []

    private let origin: Origin
    private var entries: [Entry] = []

    /// What never changes, kept together, so that a copy of the document costs one reference for it.
    private final class Origin: Sendable {
        let identifier: String
        let text: Text
        let context: DocumentContext

        init(identifier: String, text: Text, context: DocumentContext) {
            self.identifier = identifier
            self.text = text
            self.context = context
        }
    }

    /// A class, so that looking a layer up and copying a document cost a reference each.
    private final class Entry: Sendable {
        let name: LayerName
        let layer: any AnyLayer
        let provider: AnnotatorName

        init(name: LayerName, layer: any AnyLayer, provider: AnnotatorName) {
            self.name = name
            self.layer = layer
            self.provider = provider
        }
    }

    /// Makes a document without layers.
    public init(identifier: String = "", text: Text, context: DocumentContext = DocumentContext()) {
        origin = Origin(identifier: identifier, text: text, context: context)
    }

    /// The layer named by `key`; nil where no annotator has provided it, an empty layer where one has
    /// found nothing.
    public subscript<Value>(key: LayerKey<Value>) -> Layer<Value>? {
        for entry in entries where entry.name == key.name {
            return entry.layer as? Layer<Value>
        }
        return nil
    }

    /// The layer called `name`, whatever its values; nil where no annotator has provided it.
    public func layer(_ name: LayerName) -> (any AnyLayer)? { entries.first { $0.name == name }?.layer }

    /// The names of the layers, in the order in which they were provided.
    public var layerNames: [LayerName] { entries.map(\.name) }

    /// Whether an annotator has provided the layer `name`.
    public func hasLayer(_ name: LayerName) -> Bool { entries.contains { $0.name == name } }

    /// The annotator that provided the layer `name`; nil where there is no such layer.
    public func provider(of name: LayerName) -> AnnotatorName? {
        entries.first { $0.name == name }?.provider
    }

    /// Adds a layer.
    ///
    /// - Parameters:
    ///   - layer: The layer.
    ///   - key: Its key.
    ///   - provider: The annotator that made it.
    /// - Throws: ``AnnotationError`` with the code `layer-exists` where the document has the layer
    ///   already.
    public mutating func provide<Value>(
        _ layer: Layer<Value>,
        for key: LayerKey<Value>,
        by provider: AnnotatorName
    ) throws(AnnotationError) {
        try provide(layer, for: AnyLayerKey(key), by: provider)
    }

    mutating func provide(
        _ layer: any AnyLayer,
        for key: AnyLayerKey,
        by provider: AnnotatorName
    ) throws(AnnotationError) {
        guard !hasLayer(key.name) else {
            let earlier = self.provider(of: key.name) ?? provider
            throw AnnotationError(
                code: .layerExists,
                message: "'\(earlier)' has provided the layer already; a layer is written once",
                annotator: provider,
                layer: key.name
            )
        }
        entries.append(Entry(name: key.name, layer: layer, provider: provider))
    }

    /// The document with each layer as `transform` makes it of its name and itself.
    ///
    /// - Parameter transform: Keeps the type of the layer's values.
    func mappingLayers(_ transform: (LayerName, any AnyLayer) -> any AnyLayer) -> Document {
        var copy = self
        copy.entries = entries.map {
            Entry(name: $0.name, layer: transform($0.name, $0.layer), provider: $0.provider)
        }
        return copy
    }

    /// Notes that an annotator failed.
    public mutating func note(_ failure: AnnotationError) { failures.append(failure) }
}
