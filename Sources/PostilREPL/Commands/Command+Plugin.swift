import Postil

extension Command {
    static let plugin = Command(
        name: "plugin",
        arguments: "PATH|NAME",
        summary: "load a plugin, or load it again, and use it",
        details: """
            PATH is a plugin's folder, its file of rules or its program; NAME that of one that .plugins lists. Its
            layers are then shown and asked as the others are. .drop takes it out of the pipeline.

            EXAMPLE
              .plugin Plugins/Readability
            """,
        topic: .changing,
        arity: 1...1,
        completions: [.file]
    ) { session, arguments throws(CommandError) in
        try session.use(try session.loadPlugin(arguments.words[0]))
        try session.rebuildAndShow()
    }
}
