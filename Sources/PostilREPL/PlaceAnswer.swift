import Postil

/// Answers why a text is annotated as it is at a place, outside a session.
public struct PlaceAnswer {
    private let configuration: REPLConfiguration
    private let dates: DateOptions

    /// Asks the annotators of `configuration`, that of dates with the options of `dates`.
    public init(configuration: REPLConfiguration, dates: DateOptions = DateOptions()) {
        self.configuration = configuration
        self.dates = dates
    }

    /// What every layer, or one, says of the character at an offset: what `.why @OFFSET` shows.
    ///
    /// - Parameters:
    ///   - input: The document.
    ///   - offset: An offset in code points.
    ///   - layer: The layer to ask; nil for all but paragraphs.
    /// - Returns: The answers as lines.
    /// - Throws: An error whose description is one line: the document cannot be read, the offset is outside, or
    ///   nothing is annotated there.
    public func lines(about input: InputDocument, offset: Int, layer: String?) throws -> [String] {
        let console = Console(
            style: Style(),
            isTerminal: false,
            standard: MemoryStream(),
            errors: MemoryStream()
        )
        var session = try Session(configuration: configuration, console: console)
        session.state.hiddenLayers = [LayerKey.paragraphs.name]
        session.state.settings.dates = dates
        try session.rebuildPipeline()
        try session.annotate(input)
        let name = try layer.map { try session.layerName($0) }
        return try session.annotations("@\(offset)", in: name).flatMap { try session.answer(why: $0) }
    }
}
