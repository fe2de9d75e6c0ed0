import PostilCore

/// A layer of the document on the screen, with what its view needs to write rows that look like all others.
public struct LayerPage {
    /// The document; `document[.quotes]` is a layer with its values.
    public var document: Document { context.document }

    /// The layer's name.
    public let layerName: LayerName

    /// The layer.
    public let layer: any AnyLayer

    /// The words behind the command's name.
    public let arguments: [String]

    private let context: ViewContext

    init(_ context: ViewContext, layerName: LayerName, layer: any AnyLayer, arguments: [String] = []) {
        self.context = context
        self.layerName = layerName
        self.layer = layer
        self.arguments = arguments
    }

    /// The columns of a row.
    public var width: Int { context.style.width }

    /// The annotations, in document order.
    public var annotations: [LayerAnnotation] {
        layer.spans.indices.map {
            LayerAnnotation(document: document, layerName: layerName, layer: layer, position: $0)
        }
    }

    /// The annotations as .spans lists them.
    var listing: [String] {
        context.table(of: annotations.map { (context.name(of: $0), $0) }).lines(width: width, style: context.style)
    }

    /// `span` as `FROM:TO` in the unit of the session.
    public func place(_ span: Span) -> String { context.place(span) }

    /// What `.why` and others call an annotation: its number, or its layer and its place there.
    public func name(of annotation: LayerAnnotation) -> String { context.name(of: annotation) }

    /// The text at `span` in one row of at most `columns` columns, without what a terminal would obey.
    public func text(_ span: Span, columns: Int = 48) -> String {
        DisplayText.cut(DisplayText.oneLine(document.text[span]), to: columns, ellipsis: context.style.glyphs.ellipsis)
    }

    /// Rows in columns, as wide as they need to be and cut to the screen.
    ///
    /// - Parameter numeric: The columns, from 0, that hold numbers.
    public func table(header: [String], rows: [[String]], numeric: Set<Int> = []) -> [String] {
        var table = TextTable(header: header, rightAligned: numeric)
        for row in rows { table.add(row) }
        return table.lines(width: width, style: context.style)
    }

    /// A tree, as `.why` draws one: each node with its place and its weight.
    public func tree(_ root: Explanation) -> [String] {
        ExplanationTree(explanation: root, offsets: context.offsets, style: context.style).lines
    }
}
