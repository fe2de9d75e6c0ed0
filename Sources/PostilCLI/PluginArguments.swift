import ArgumentParser
import Postil
import PostilPipelines

/// The options of a command that say what the pipeline is made of besides Postil's own annotators.
struct PluginArguments: ParsableArguments {
    @Option(
        help: """
            A plugin: its folder, its file of rules, its program, or the name of one that 'postil plugin list' shows; may \
            be given again.
            """
    )
    var plugin: [String] = []

    @Option(help: "A file (YAML) that says what the pipeline is made of: annotators, options, plugins, layers.")
    var pipeline: String?

    /// Loads the plugins that are named.
    func load(with loader: PluginLoader) throws -> [LoadedPlugin] {
        guard !plugin.isEmpty else { return [] }
        let catalog = PluginCatalog()
        do throws(PluginError) {
            var plugins: [LoadedPlugin] = []
            for name in plugin { plugins.append(try loader.load(try catalog.source(named: name), besides: plugins)) }
            return plugins
        } catch {
            throw CommandFailure(.usage, "\(error)")
        }
    }

    /// The pipeline file that is named, read.
    func file() throws -> PipelineFile? {
        do throws(PipelineFileError) {
            guard let pipeline else { return nil }
            return try PipelineFile(path: pipeline)
        } catch {
            throw CommandFailure(.usage, "\(error)")
        }
    }
}
