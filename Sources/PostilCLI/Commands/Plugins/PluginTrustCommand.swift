import ArgumentParser
import Postil

/// Notes that a plugin may run unasked.
struct PluginTrustCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "Say that a plugin may run where its layer is asked for, and in sessions.",
        discussion: """
            What is noted is the plugin's folder and a hash of its files; one that has changed is not used until it is \
            trusted again. Only plugins in the folders that 'postil plugin list' names are used so.

            EXAMPLE
              postil plugin trust ~/.config/postil/plugins/Readability
            """
    )

    @Argument(help: "The plugin's folder, or the name of one that was found.")
    var plugin: String

    func run() throws {
        do throws(PluginError) {
            let source = try PluginCatalog().source(named: plugin)
            var trust = PluginTrust()
            try trust.trust(source)
            print("\(source.title) in \(source.folder) is trusted as it is now")
        } catch {
            throw CommandFailure(error.code == .cannotWrite ? .outputFailed : .usage, "\(error)")
        }
    }
}
