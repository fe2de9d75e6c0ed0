import Postil

/// What a pipeline is made of, as a file says it: annotators, their options, plugins with versions, lexicons, layers.
///
/// The file is YAML, of which JSON is a part:
///
/// ```yaml
/// name: press
/// layers: [sentences, dates, entities, org.example.readability]
/// dates: {style: news, order: DMY}
/// numbers: {currencies: ["RM=MYR"]}
/// quotes: {parts: separate}
/// sentiment: {lexicon: words.tsv}
/// dictionaries: [names.tsv]
/// plugins:
///   - id: org.example.readability
///     version: 1.0.0
///     path: Plugins/Readability
///     source: it comes with Postil's sources
/// ```
public struct PipelineFile: Sendable {
    /// The file.
    public let path: String

    /// The name that records show before the fingerprint.
    public var name = "custom"

    /// The annotators of Postil that are wanted; nil for those that the layers need.
    public var annotators: [AnnotatorName]?

    /// The layers that records show; nil for the usual ones and those of the plugins.
    public var layers: [LayerName]?

    /// How dates are resolved.
    public var dates = DateOptions()

    /// What is known of numbers besides.
    public var numbers = NumberOptions()

    /// How quotations are put together.
    public var quotes = QuoteOptions()

    /// The file of a lexicon of sentiment.
    public var sentimentLexicon: String?

    /// The files of dictionaries of names, the first counting most.
    public var dictionaries: [String] = []

    /// The plugins.
    public var plugins: [PluginRequirement] = []

    /// Reads a file. Paths in it count from its folder.
    ///
    /// - Throws: ``PipelineFileError`` with the line.
    public init(path: String) throws(PipelineFileError) {
        let bytes: [UInt8]
        do throws(StreamError) {
            bytes = try ByteSource(path: path).readAll()
        } catch {
            throw PipelineFileError(path: path, line: nil, message: error.message)
        }
        try self.init(bytes, path: path)
    }

    /// Reads the bytes of a file.
    ///
    /// - Throws: ``PipelineFileError`` with the line.
    public init(_ bytes: [UInt8], path: String) throws(PipelineFileError) {
        self.path = path
        let root: YAMLNode?
        do throws(YAMLError) {
            root = try YAMLNode.parse(bytes)
        } catch {
            throw PipelineFileError(path: path, line: error.line, message: error.message)
        }
        guard let root, !root.isNull else {
            throw PipelineFileError(path: path, line: nil, message: "says nothing: name layers, annotators or plugins")
        }
        try read(PipelineFileReader(root, path: path))
    }

    private mutating func read(_ reader: PipelineFileReader) throws(PipelineFileError) {
        var reader = reader
        name = try reader.string("name") ?? name
        annotators = try reader.strings("annotators")?.map(AnnotatorName.init(rawValue:))
        layers = try reader.strings("layers")?.map(LayerName.init(rawValue:))
        if var options = try reader.mapping("dates") {
            dates.style = try options.choice("style", DateStyle.self)
            dates.order = try options.choice("order", DateOrder.self) ?? dates.order
            try options.finish()
        }
        if var options = try reader.mapping("numbers") {
            numbers.currencies = try options.marks("currencies")
            try options.finish()
        }
        if var options = try reader.mapping("quotes") {
            if let parts = try options.choice("parts", QuoteParts.self) { quotes.joinsParts = parts == .joined }
            try options.finish()
        }
        if var options = try reader.mapping("sentiment") {
            sentimentLexicon = try options.path("lexicon")
            try options.finish()
        }
        dictionaries = try reader.paths("dictionaries")
        plugins = try reader.plugins("plugins")
        try reader.finish()
    }
}

/// What becomes of a quotation that *he said* interrupts.
private enum QuoteParts: String, CaseIterable {
    case joined, separate
}
