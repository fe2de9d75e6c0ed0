import ArgumentParser

/// What can be done with plugins.
struct PluginCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugin",
        abstract: "List, make, check and trust plugins.",
        discussion: """
            A plugin adds layers. It is a Swift package, a file of rules, or a program in any language that reads and \
            writes JSON lines. annotate, repl, why, info and test take plugins with --plugin.

            EXAMPLES
              postil plugin new python Shouts
              postil plugin check Shouts
              postil annotate letters --plugin Shouts
            """,
        subcommands: [PluginListCommand.self, PluginNewCommand.self, PluginCheckCommand.self, PluginTrustCommand.self]
    )
}
