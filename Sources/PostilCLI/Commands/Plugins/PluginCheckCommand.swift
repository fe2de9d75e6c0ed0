import ArgumentParser
import Postil

/// Proves that a plugin keeps to the rules for annotators.
struct PluginCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Prove that a plugin keeps to what every annotator has to.",
        discussion: """
            The plugin runs on texts of the check (empty ones, noise, very long words), on those in its folder samples, \
            and on files that are named. Exit code 1 if it does not hold to something.

            EXAMPLE
              postil plugin check Plugins/Readability
            """
    )

    @Argument(help: "The plugin: its folder, its file of rules, its program, or the name of one that was found.")
    var plugin: String

    @Option(help: "A text besides those of the plugin's folder samples; may be given again.")
    var text: [String] = []

    func run() throws {
        let available = try Pipeline.builtInAnnotators()
        let loaded: LoadedPlugin
        do throws(PluginError) {
            let source = try PluginCatalog().source(named: plugin)
            loaded = try PluginLoader { available }.load(source)
        } catch {
            throw CommandFailure(.documentsFailed, "\(error)")
        }
        defer { loaded.host?.shutDown() }
        let samples = try texts(of: loaded)
        var check = ConformanceCheck()
        // A program is slower than what is linked, and length is not what breaks it.
        if loaded.host != nil { check.longNoiseByteCount = 1 << 17 }
        let offered = available.filter { annotator in
            !annotator.provides.contains { key in loaded.annotator.provides.contains { $0.name == key.name } }
        }
        let report = check.run(loaded.annotator, available: offered, on: samples)
        for line in PluginVerdict(loaded, report: report, sampleCount: samples.count).lines { print(line) }
        if !report.isConforming { throw CommandFailure(.documentsFailed) }
    }

    private func texts(of plugin: LoadedPlugin) throws -> [Text] {
        do {
            var finder = InputFinder(form: .text)
            let folder = plugin.source.folder + "/samples"
            let inputs = (try? finder.inputs(at: [folder])) ?? []
            return try (inputs.map(\.path) + text).map { path in try Text(validating: ByteSource(path: path).readAll())
            }
        } catch {
            throw CommandFailure(.inputUnreadable, "\(error)")
        }
    }
}
