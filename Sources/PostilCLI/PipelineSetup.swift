import ArgumentParser
import Postil
import PostilPipelines
import PostilREPL

/// All that options or a pipeline file say about a pipeline, with its plugins loaded.
struct PipelineSetup {
    /// The name that records show.
    private(set) var name = "standard"
    private(set) var dates = DateOptions()
    private(set) var numbers = NumberOptions()
    private(set) var quotes = QuoteOptions()
    private(set) var dictionaries = LexiconSet()
    private(set) var sentiment: SentimentLexicon?
    private(set) var plugins: PluginSet
    /// The annotators of Postil that are wanted; nil for those that layers need.
    private var annotators: [AnnotatorName]?
    /// The layers that the file wants to be written.
    private var fileLayers: [LayerName]?

    /// What options say where no file does.
    struct Options {
        var dates = DateOptions()
        var numbers = NumberOptions()
        var quotes = QuoteOptions()
        var dictionaries: () throws -> LexiconSet = { LexiconSet() }
        var sentiment: () throws -> SentimentLexicon? = { nil }
        /// Whether options were given that a file gives as well.
        var haveBeenGiven = false
    }

    /// Reads the file, if there is one, and loads the plugins.
    ///
    /// - Parameters:
    ///   - wantedLayers: The layers that are asked for; trusted plugins that provide one are used unnamed.
    ///   - usesAllTrusted: Whether all trusted plugins are.
    init(
        _ arguments: PluginArguments,
        options: Options,
        wantedLayers: [LayerName] = [],
        usesAllTrusted: Bool = false
    ) throws {
        let file = try arguments.file()
        if let file {
            guard !options.haveBeenGiven, arguments.plugin.isEmpty else {
                throw ValidationError(
                    "\(file.path) says what the pipeline is made of: write options and plugins there, not beside --pipeline."
                )
            }
            name = file.name
            (dates, numbers, quotes) = (file.dates, file.numbers, file.quotes)
            (annotators, fileLayers) = (file.annotators, file.layers)
        } else {
            (dates, numbers, quotes) = (options.dates, options.numbers, options.quotes)
        }
        do {
            if let file {
                (dictionaries, sentiment) = try file.lexicons()
                plugins = try PluginSet(try file.loadPlugins(with: PipelineSetup.loader, catalog: PluginCatalog()))
            } else {
                dictionaries = try options.dictionaries()
                sentiment = try options.sentiment()
                let named = try arguments.load(with: PipelineSetup.loader)
                let trusted = try PipelineSetup.trusted(providing: usesAllTrusted ? nil : wantedLayers, besides: named)
                plugins = try PluginSet(named + trusted)
            }
        } catch let error as PipelineFileError {
            throw CommandFailure(.usage, "\(error)")
        } catch let error as PluginError {
            throw CommandFailure(.usage, "\(error)")
        }
        if let unknown = annotators?.first(where: { name in !PipelineSetup.builtInNames.contains(name) }) {
            throw CommandFailure(
                .usage,
                "\(file?.path ?? ""): there is no annotator '\(unknown)': there are "
                    + PipelineSetup.builtInNames.map(\.rawValue).joined(separator: ", ")
            )
        }
    }

    /// Loads plugins; the examples of rules are tried with Postil's own annotators as they are without options.
    static let loader = PluginLoader { try Pipeline.builtInAnnotators() }

    private static let builtInNames: [AnnotatorName] = [
        "text", "tags", "lemmas", "dates", "numbers", "entities", "quotes", "sentiment",
    ]

    /// Plugins that were found and are trusted, and that provide one of `layers`; nil for all, of which those that do
    /// not work are only complained of.
    private static func trusted(
        providing layers: [LayerName]?,
        besides named: [LoadedPlugin]
    ) throws(PluginError) -> [LoadedPlugin] {
        guard layers?.contains(where: { $0.rawValue.contains(".") }) ?? true else { return [] }
        let trust = PluginTrust()
        var plugins: [LoadedPlugin] = []
        for source in PluginCatalog().entries.compactMap({ try? $0.source.get() }) {
            guard !named.contains(where: { $0.name.rawValue == source.manifest?.identifier }) else { continue }
            if let layers, !source.makes(one: layers) { continue }
            switch trust.status(of: source) {
            case .unknown: continue
            case .changed: StandardError.write("postil: \(PipelineSetup.changed(source))\n")
            case .trusted:
                do throws(PluginError) {
                    plugins.append(try loader.load(source, besides: named + plugins))
                } catch {
                    guard layers == nil else { throw error }
                    StandardError.write("postil: \(error)\n")
                }
            }
        }
        return plugins
    }

    private static func changed(_ source: PluginSource) -> String {
        "\(source.title) has changed since it was trusted, and is not used: look at it, then 'postil plugin trust "
            + "\(source.path)'"
    }

    /// How a plugin that was found and is not used would make `layer`, as the end of a message; nil where none would.
    static func remedy(for layer: LayerName) -> String? {
        let source = PluginCatalog().entries.lazy.compactMap { try? $0.source.get() }.first { $0.makes(one: [layer]) }
        return source.map { "The plugin \($0.title) makes it: use it once with --plugin \($0.path), or trust it." }
    }

    /// The layers to write: those that are asked for, else those of the file, else the usual ones and those of the
    /// plugins.
    func layers(askedFor: [LayerName]?) -> [LayerName] {
        askedFor ?? fileLayers ?? RecordOptions.standardLayers
            + plugins.layers.filter { !RecordOptions.standardLayers.contains($0) }
    }

    /// Whether annotators other than Postil's own take part.
    var hasPlugins: Bool { !plugins.plugins.isEmpty }

    /// Postil's own annotators with the options.
    func builtInAnnotators() throws -> [any Annotator] {
        let all = try Pipeline.builtInAnnotators(
            dates: dates,
            numbers: numbers,
            dictionaries: dictionaries,
            sentiment: sentiment,
            quotes: quotes
        )
        return plugins.withoutReplaced(all)
    }

    /// The pipeline that makes `layers`; nil for all.
    func pipeline(providing layers: [LayerName]? = nil) throws -> Pipeline {
        do {
            guard let annotators else {
                return try Pipeline.standard(
                    providing: layers,
                    dates: dates,
                    numbers: numbers,
                    dictionaries: dictionaries,
                    sentiment: sentiment,
                    quotes: quotes,
                    plugins: plugins.annotators,
                    name: name
                )
            }
            let available = try builtInAnnotators()
            return try Pipeline(
                name: name,
                steps: available.filter { annotators.contains($0.name) } + plugins.annotators,
                available: available
            )
        } catch let error as PipelineError {
            throw CommandFailure(.usage, "\(error)")
        }
    }

    /// What a session works with.
    func configuration() throws -> REPLConfiguration {
        let all = try Pipeline.builtInAnnotators(
            dates: dates,
            numbers: numbers,
            dictionaries: dictionaries,
            sentiment: sentiment,
            quotes: quotes
        )
        return REPLConfiguration(
            annotators: all,
            plugins: plugins.plugins,
            wanted: annotators.map { $0 + plugins.plugins.map(\.name) },
            dates: dates
        )
    }

    /// Ends the plugins' programs, and says what they have written to standard error.
    func finish() {
        plugins.shutDown()
        for plugin in plugins.plugins {
            guard let host = plugin.host else { continue }
            let (lines, count) = host.errorOutput
            for line in lines { StandardError.write("postil: \(plugin.name): \(line)\n") }
            if count > lines.count {
                StandardError.write("postil: \(plugin.name): and \(count - lines.count) more lines\n")
            }
            if let reason = host.stopReason { StandardError.write("postil: \(plugin.name): was given up: \(reason)\n") }
        }
    }
}

extension PluginSource {
    /// Whether the plugin says that it makes one of `layers`.
    fileprivate func makes(one layers: [LayerName]) -> Bool {
        manifest?.provides.contains { layers.contains($0.name) } ?? false
    }
}
