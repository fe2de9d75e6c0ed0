import Postil

extension Command {
    static let save = Command(
        name: "save",
        arguments: "FILE",
        summary: "write settings, pipeline and dictionary as a script",
        details: """
            .read FILE brings them back, here or in another session; as ~/.config/postil/replrc they are there from the
            start. Only what differs from a session's beginning is written.

            EXAMPLE
              .save letters.postil
            """,
        topic: .session,
        arity: 1...1,
        completions: [.file]
    ) { session, arguments throws(CommandError) in
        let path = arguments.words[0]
        do throws(StreamError) {
            let file = try AtomicFile(path: UserFolder.expanded(path))
            defer { file.abandon() }
            for line in session.scriptOfState { try file.sink.write(Array("\(line)\n".utf8)) }
            try file.commit()
        } catch {
            throw .failed(error)
        }
        session.console.line("written to \(path)")
    }
}

extension Session {
    /// The lines that make the state of a new session this one's, but for texts and what is shown of them.
    var scriptOfState: [String] {
        var lines: [String] = []
        let standard = Settings()
        for setting in Setting.all where setting.text(state.settings) != setting.text(standard) {
            lines.append(".set \(setting.name) \(Arguments.quoted(setting.text(state.settings)))")
        }
        for plugin in state.plugins { lines.append(".plugin \(Arguments.quoted(plugin.source.path))") }
        if state.wanted != ((try? offered()) ?? configuration.annotators).map(\.name) {
            let names = state.wanted.map(\.rawValue).joined(separator: " ")
            lines.append(names.isEmpty ? ".drop all" : ".use \(names)")
        }
        for entry in state.dictionary {
            lines.append(".dict add \(Arguments.quoted(entry.type)) \(Arguments.quoted(entry.text))")
        }
        return lines
    }
}
