/// The texts of new plugins, in which words in double braces stand for names.
enum PluginTemplates {
    /// A text in which the plugins that are made find something.
    static let sample = PluginScaffold.File(
        path: "samples/notice.txt",
        contents: """
            NOTICE to all visitors: the pool is CLOSED today. Please do NOT climb the fence!
            We are sorry, and so is Dr. Okoye.

            """
    )

    /// A manifest.
    static func manifest(
        kind: PluginKind,
        command: [String],
        offsets: String = "codepoint",
        explains: Bool = false
    ) -> PluginScaffold.File {
        let words = command.map { "\"\($0)\"" }.joined(separator: ", ")
        return PluginScaffold.File(
            path: "plugin.json",
            contents: """
                {
                  "protocol": 1,
                  "id": "{{ID}}",
                  "version": "0.1.0",
                  "kind": "\(kind.rawValue)",
                  "command": [\(words)],
                  "requires": ["tokens"],
                  "provides": [{"layer": "{{ID}}", "overlaps": false}],
                  "offsets": "\(offsets)",
                  "rules": [{"name": "capitals", "summary": "a word of two letters or more, all of them capitals"}]\(explains ? ",\n  \"explains\": true" : "")
                }

                """
        )
    }

    /// A README.
    static func readme(files: String, build: String = "", needs: String) -> PluginScaffold.File {
        PluginScaffold.File(
            path: "README.md",
            contents: """
                # {{NAME}}

                A plugin of Postil. It finds words in capitals, such as *NOTICE*, and puts them into the layer `{{ID}}`.

                Needs \(needs).

                ```console
                \(build)$ postil plugin check {{NAME}}
                $ postil annotate {{NAME}}/samples --plugin {{NAME}}
                $ postil repl --plugin {{NAME}}
                ```

                \(files)

                """
        )
    }
}
