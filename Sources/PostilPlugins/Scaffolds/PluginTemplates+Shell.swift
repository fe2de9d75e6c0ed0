extension PluginTemplates {
    /// A plugin in the shell's language with jq.
    static func shell(program: String) -> [PluginScaffold.File] {
        [
            manifest(kind: .process, command: ["./\(program)"]),
            PluginScaffold.File(
                path: program,
                contents: #"""
                    #!/bin/sh
                    # Finds words in capitals. First the manifest on one line, then an answer for each document.
                    jq --compact-output . plugin.json
                    exec jq --unbuffered --compact-output '
                      (.text | explode) as $text
                      | {
                          document,
                          annotations: [
                            .layers[] | select(.name == "tokens") | .annotations[]
                            | select($text[.start:.end] | implode | test("^[A-Z]{2,}$"))
                            | {start, "end": .end, type: "SHOUT", rule: "capitals", features: {letters: (.end - .start)}}
                          ]
                        }'

                    """#,
                isProgram: true
            ),
            sample,
            readme(
                files: """
                    - `plugin.json` says what the plugin is, which layers it reads (`requires`) and makes (`provides`).
                    - `\(program)` is the annotator: a jq program from a document to annotations. Change it.
                    - `samples/` holds texts in which it finds something; `postil plugin check` runs it on them.
                    """,
                needs: "a POSIX shell and jq 1.6 or later"
            ),
        ]
    }
}
